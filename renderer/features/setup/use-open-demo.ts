import { useState } from 'react'
import { useWindow } from '../../store/window-store.ts'

/** Opening the demo office takes a moment (another profile starts): tells while it does. */
export function useOpenDemo(): { opening: boolean; openDemo: () => void } {
  const run = useWindow((state) => state.run)
  const [opening, setOpening] = useState(false)
  const openDemo = async (): Promise<void> => {
    setOpening(true)
    if (!(await run('app:open-demo', undefined))) setOpening(false)
  }
  return { opening, openDemo: () => void openDemo() }
}
