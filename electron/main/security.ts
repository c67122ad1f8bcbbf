/** What no page may do, whatever got into it: leave the app, open windows, ask for devices, save files. Denied by default. */
import { app, session } from 'electron'
import type { Logger } from '../../telephony/logger.ts'
import { appOrigin } from '../contract/app-origin.ts'

export function forbidEverythingElse(logger: Logger): void {
  const { defaultSession } = session
  // Copying a number is all that the window asks the system for.
  const permitted = (permission: string) => permission === 'clipboard-sanitized-write'
  defaultSession.setPermissionRequestHandler((_contents, permission, decide) => decide(permitted(permission)))
  defaultSession.setPermissionCheckHandler((_contents, permission) => permitted(permission))
  defaultSession.setDevicePermissionHandler(() => false)
  // Files are written by main, at places that the user chose there.
  defaultSession.on('will-download', (event, item) => {
    event.preventDefault()
    logger.warn('window.download-refused', { from: item.getURL().slice(0, 20) })
  })

  app.on('web-contents-created', (_event, contents) => {
    const refuse = (event: { preventDefault(): void }, url: string) => {
      if (url.startsWith(`${appOrigin}/`)) return
      event.preventDefault()
      logger.warn('window.navigation-refused', { to: url.slice(0, 100) })
    }
    contents.on('will-navigate', (event) => refuse(event, event.url))
    contents.on('will-redirect', (event) => refuse(event, event.url))
    contents.on('will-frame-navigate', (event) => refuse(event, event.url))
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      logger.warn('window.open-refused', { to: url.slice(0, 100) })
      return { action: 'deny' }
    })
  })
}
