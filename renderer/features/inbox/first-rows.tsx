import { useEffect, useState } from 'react'
import type { ConversationListItem } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { ConversationRow } from './conversation-row.tsx'

/** What stands above the list at the least, CSS pixels: the bar, the search field and the tabs. */
const leastAbove = 120

/**
 * The rows that are in sight when Ringback starts, without React Aria's list around them, which takes as long again to
 * draw. It takes their place a moment later; until then a press opens a row already.
 */
export function FirstRows({
  items,
  rowSize,
  open,
}: {
  items: readonly ConversationListItem[]
  /** Height of a row, CSS pixels. */
  rowSize: number
  open: (id: string) => void
}) {
  const inSight = Math.ceil((window.innerHeight - leastAbove) / rowSize)
  return (
    <div className="rows first-rows" role="grid" aria-label={text.inbox.list}>
      {items.slice(0, inSight).map((item) => (
        <div
          key={item.id}
          role="row"
          className="row"
          // Pressed, not clicked: the button may come up over the list that took the place.
          onMouseDown={({ button, ctrlKey, metaKey, shiftKey }) => {
            if (button === 0 && !ctrlKey && !metaKey && !shiftKey) open(item.id)
          }}
        >
          <div role="gridcell">
            <ConversationRow item={item} />
          </div>
        </div>
      ))}
    </div>
  )
}

/** Also in another tab or language: the first rows are drawn once. */
let isOver = false

/** Whether the first rows are still to be drawn; over when they were seen, or somebody uses the list before. */
export function useFirstRows(areThere: boolean): boolean {
  const [isFirst, setFirst] = useState(!isOver)
  const isUsed = useWindow(({ openId, marked, query }) => openId !== null || marked.size > 0 || query !== '')
  useEffect(() => {
    if (!isFirst || !areThere) return undefined
    const end = (): void => {
      isOver = true
      setFirst(false)
    }
    if (isUsed) {
      end()
      return undefined
    }
    let idle = 0
    // The first call comes before they are drawn.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => (idle = requestIdleCallback(end)))
    })
    return () => {
      cancelAnimationFrame(frame)
      cancelIdleCallback(idle)
    }
  }, [isFirst, areThere, isUsed])
  return isFirst && !isUsed
}
