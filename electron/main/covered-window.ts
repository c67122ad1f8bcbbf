/**
 * Covers the window once it is locked, whatever its page does: the page is loaded anew, and the new one gets nothing
 * to show. One that does not even let itself be loaded is ended.
 */
import type { BrowserWindow } from 'electron'

/** The page is told first, and may note where the user stood, ms. */
const restBeforeReload = 150
/** A page that has not come so long after is stuck, ms. */
const longestReload = 4000

/** @param isLocked asked when it is time: whoever opens it at once loses nothing of the page. */
export function coverWindow(window: BrowserWindow, isLocked: () => boolean): void {
  setTimeout(() => {
    if (window.isDestroyed() || !isLocked()) return
    const { webContents } = window
    const stuck = setTimeout(() => {
      // It is made anew when it is gone (main-window.ts).
      if (!window.isDestroyed()) webContents.forcefullyCrashRenderer()
    }, longestReload)
    webContents.once('did-finish-load', () => clearTimeout(stuck))
    webContents.reload()
  }, restBeforeReload)
}
