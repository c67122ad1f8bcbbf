import { useEffect, useRef } from 'react'

/**
 * Where the keyboard goes when a row of a list comes or goes: into the new row, or to the button that adds one, since
 * the button that took the row away went with it.
 *
 * @param count how many rows there are
 * @param row finds the rows within the list
 * @returns `frame` belongs on the list, whose last button adds a row; call `moves` before a row comes or goes
 */
export function useListFocus(count: number, row: string) {
  const frame = useRef<HTMLDivElement>(null)
  const moved = useRef(false)
  const before = useRef(count)
  useEffect(() => {
    const added = count > before.current
    before.current = count
    if (!moved.current) return
    moved.current = false
    const list = frame.current
    if (!list) return
    const rows = list.querySelectorAll(row)
    const goal = added ? rows[rows.length - 1]?.querySelector('input') : [...list.querySelectorAll('button')].at(-1)
    goal?.focus()
  }, [count, row])
  return {
    frame,
    moves: () => {
      moved.current = true
    },
  }
}
