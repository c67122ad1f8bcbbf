/** Quitting ends what Ringback is there for: whoever does it while texts wait is asked once more. */
import { dialog } from 'electron'
import type { BrowserWindow } from 'electron'
import { words } from '../contract/text/index.ts'

export interface Waiting {
  texts: number
  nextAt: number | null
}

/**
 * True when Ringback shall end.
 * @param waiting what would stay unsent; null where nobody knows.
 */
export async function mayQuit(waiting: Waiting | null, window: BrowserWindow | null): Promise<boolean> {
  if (waiting === null || waiting.texts === 0 || waiting.nextAt === null) return true
  const { ask, next, stay, leave } = words.pc.quit
  const question = {
    type: 'warning',
    title: 'Ringback',
    message: ask(waiting.texts),
    detail: next(waiting.nextAt),
    buttons: [stay, leave],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  } satisfies Electron.MessageBoxOptions
  const seen = window?.isVisible() ? window : null
  const { response } = await (seen ? dialog.showMessageBox(seen, question) : dialog.showMessageBox(question))
  return response === 1
}
