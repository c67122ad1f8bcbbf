import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'

/** What was opened to write something begins in its first field. */
export function useFirstField<T extends HTMLElement>(): RefObject<T | null> {
  const frame = useRef<T>(null)
  useEffect(() => frame.current?.querySelector<HTMLElement>('input, textarea')?.focus(), [])
  return frame
}
