import type { WindowState } from '../store/slice.ts'
import { focusOnceDrawn, focusPlace } from './focus.ts'

/** Whether the window has room for one pane at a time only (features/shell/narrow.css). */
export function onePane(): boolean {
  return onePaneOnly().matches
}

/** The same, to listen to. */
export function onePaneOnly(): MediaQueryList {
  return matchMedia('(width < 820px)')
}

/** From a conversation to the list, which takes its place where there is room for one of them only. */
export function backToList({ openConversation }: WindowState): void {
  if (!onePane()) {
    focusPlace('conversation-list')
    return
  }
  focusOnceDrawn('conversation-list', () => openConversation(null))
}
