/** Who asks: only the app's own page may, in the app's own window. */
import type { BrowserWindow, IpcMainInvokeEvent } from 'electron'
import { appOrigin } from '../contract/app-origin.ts'

/** What is known of a sender of a request. */
export interface Sender {
  /** Null when the frame is gone. */
  url: string | null
  isMainFrame: boolean
  /** It is the app's own window. */
  isOurs: boolean
}

export function senderOf({ sender, senderFrame }: IpcMainInvokeEvent, window: BrowserWindow | null): Sender {
  return {
    url: senderFrame?.url ?? null,
    isMainFrame: senderFrame !== null && senderFrame === sender.mainFrame,
    isOurs: sender === window?.webContents,
  }
}

export function mayAsk({ url, isMainFrame, isOurs }: Sender): boolean {
  return isOurs && isMainFrame && url?.startsWith(`${appOrigin}/`) === true
}
