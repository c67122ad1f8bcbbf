/** Where the app begins: one run per profile, then everything else. */
import path from 'node:path'
import { app } from 'electron'
import { declareScheme } from './app-protocol.ts'
import { hiddenSwitch } from './auto-start.ts'
import { linkIn } from './dial-links.ts'
import { startEarly } from './early-start.ts'
import { FirstScreen } from './first-screen.ts'
import { beginsLocked } from './lock-place.ts'
import { openLog } from './log.ts'
import { profileFrom } from './profile.ts'

app.setName('Ringback')
// Windows (as in electron-builder.yml) and Linux (the launcher's file) show toasts and badge of an app they know.
if (process.platform === 'win32') app.setAppUserModelId('app.ringback.desktop')
if (process.platform === 'linux') app.setDesktopName('ringback.desktop')
const profile = profileFrom(process.argv, app.getPath('userData'))
app.setPath('userData', profile.folder)

if (app.requestSingleInstanceLock()) {
  // It would take `--no-sandbox` away, without which nothing starts for root: developers' containers only.
  if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  declareScheme()
  const icon = path.join(app.getAppPath(), 'build/icon.png')
  const logFolder = path.join(profile.folder, 'logs')
  const begun = app.whenReady().then(async () => {
    const atLogin = process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin
    const logger = openLog(logFolder)
    const hidden = atLogin || process.argv.includes(hiddenSwitch)
    const firstScreen = new FirstScreen(path.join(profile.folder, 'first-screen.json'), app.getVersion())
    // Nobody waits for a hidden window, a locked one shows nothing, and the demo begins anew each time.
    if (hidden || beginsLocked(profile.folder) || profile.kind === 'demo') firstScreen.forget()
    const early = startEarly({ profile, icon, hidden, firstScreen, logger })
    await early.pageShown
    const { DesktopApp } = await import('./desktop-app.ts')
    return new DesktopApp({ profile, icon, logFolder, logger, early, firstScreen })
  })
  const open = (link: string | null) =>
    void begun.then(({ opening }) => {
      if (link === null) opening.open(null)
      else opening.openLink(link)
    })
  const given = linkIn(process.argv)
  if (given !== null) open(given)
  app.on('second-instance', (_event, argv) => open(linkIn(argv)))
  // macOS hands links over so, also the one that the app is started by.
  app.on('open-url', (event, url) => {
    event.preventDefault()
    open(url)
  })
  app.on('activate', () => open(null))
  app.on('window-all-closed', () => {
    // Closing the window keeps Ringback in the tray.
  })
} else {
  // The one that runs already comes forward.
  app.quit()
}
