import type { WindowState } from '../store/slice.ts'
import { focusOnceDrawn, focusPlace } from './focus.ts'

/** Whether the window has room for one pane at a time only (features/shell/narrow.css). */
export function onePane(): boolean {
  return matchMedia('(width < 820px)').matches
}

/** From a conversation to the list, which takes its place where there is room for one of them only. */
export function backToList({ openConversation }: WindowState): void {
  if (!onePane()) {
    focusPlace('conversation-list')
    return
  }
  // In the list itself the focus would open a conversation again.
  focusOnceDrawn('search-box', () => openConversation(null))
}
