import { useWindow } from '../store/window-store.ts'

/** The key that does what stands beside it; nothing where such keys are turned off. */
export function KeyHint({ children }: { children: string }) {
  const singleKeys = useWindow((state) => state.singleKeys)
  return singleKeys ? <kbd aria-hidden="true">{children}</kbd> : null
}
