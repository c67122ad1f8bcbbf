/** The desktop as Electron offers it: the tray icon, toasts, the badge. */
import { Menu, Notification, Tray, app, nativeImage } from 'electron'
import type { BrowserWindow, MenuItemConstructorOptions } from 'electron'
import { words } from '../contract/text/index.ts'
import type { Logger } from '../../telephony/logger.ts'
import { LinuxToasts } from './linux-toasts.ts'
import type { Toast, ToastShelf } from './notifications.ts'
import { overlayEdge, overlayPixels } from './overlay-icon.ts'
import { StandingToasts } from './standing-toasts.ts'
import type { TrayIcon } from './tray.ts'

/** Electron forgets what nobody holds. */
const standing = new StandingToasts<Notification>()

/** Electron's own; on Linux those of the desktop's notification daemon, with buttons, where it can be reached. */
export function toastShelf(icon: string, logger: Logger): ToastShelf {
  const say = () => ({ open: words.pc.open, reply: words.toasts.reply })
  // Not before the first is needed: most starts of the app show none.
  let linux: Promise<LinuxToasts | null> | null = null
  let cleared = 0
  const connect = () =>
    LinuxToasts.connect(icon, say, () => (linux = null)).catch((error: unknown) => {
      logger.warn('toasts.plain', { error: String(error) })
      return null
    })
  return {
    supported: () => Notification.isSupported(),
    clear() {
      cleared += 1
      standing.clear()
      linux?.then((toasts) => toasts?.clear()).catch(() => undefined)
    },
    show(toast) {
      if (process.platform !== 'linux') return showPlain(toast, icon)
      linux ??= connect()
      // What was taken away before it stood there must not come after all: the window may be locked by now.
      const before = cleared
      const instead = () => {
        if (cleared === before) showPlain(toast, icon)
      }
      linux
        .then(async (toasts) => {
          if (toasts) await toasts.show(toast)
          else instead()
        })
        .catch((error: unknown) => {
          logger.warn('toasts.plain', { error: String(error) })
          instead()
        })
    },
  }
}

function showPlain(given: Toast, icon: string): void {
  const { title, body, place, silent, reply, actions, click, gone } = given
  const toast = new Notification({
    title,
    body,
    icon,
    silent: silent ?? false,
    hasReply: reply !== undefined,
    replyPlaceholder: words.toasts.reply,
    actions: (actions ?? []).map(({ label }) => ({ type: 'button', text: label })),
    // Where the desktop knows toasts by names, the new one takes the place of the old one.
    ...(place === undefined ? {} : { id: place }),
  })
  const key = place ?? toast
  toast.on('click', () => {
    standing.leave(key, toast)
    click()
  })
  toast.on('reply', (_event, text) => reply?.(text))
  toast.on('action', (_event, at) => actions?.[at]?.run())
  toast.on('close', () => {
    if (standing.leave(key, toast)) gone?.()
  })
  const before = standing.put(key, toast)
  // Elsewhere it goes first.
  if (process.platform === 'linux') before?.close()
  toast.show()
}

export function trayIcon(icon: string): TrayIcon {
  const size = process.platform === 'darwin' ? 18 : 22
  const tray = new Tray(nativeImage.createFromPath(icon).resize({ width: size, height: size, quality: 'best' }))
  return {
    setToolTip: (text) => tray.setToolTip(text),
    setMenu(items) {
      const template = items.map((item): MenuItemConstructorOptions => {
        return item === 'separator' ? { type: 'separator' } : { ...item }
      })
      tray.setContextMenu(Menu.buildFromTemplate(template))
    },
    onClick: (run) => void tray.on('click', run),
  }
}

/** How many wait, on the app's icon. `window`: whose button in the task bar of Windows has it. */
export function setBadge(count: number, window: BrowserWindow | null): void {
  if (process.platform !== 'win32') {
    app.setBadgeCount(count)
    return
  }
  const pixels = overlayPixels(count)
  const size = { width: overlayEdge, height: overlayEdge }
  const picture = pixels && nativeImage.createFromBitmap(Buffer.from(pixels), size)
  window?.setOverlayIcon(picture, words.desktop.waiting(count))
}
