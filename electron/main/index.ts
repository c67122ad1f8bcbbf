/** Where the app begins: one run per profile, then everything else. */
import { app } from 'electron'
import { declareScheme } from './app-protocol.ts'
import { hiddenSwitch } from './auto-start.ts'
import { linkIn } from './dial-links.ts'
import { DesktopApp } from './desktop-app.ts'
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
  const desktop = new DesktopApp(profile)
  let link = linkIn(process.argv)
  app.on('second-instance', (_event, argv) => {
    const given = linkIn(argv)
    if (given === null) desktop.open(null)
    else desktop.openLink(given)
  })
  // macOS hands links over so, also the one that the app is started by.
  app.on('open-url', (event, url) => {
    event.preventDefault()
    if (app.isReady()) desktop.openLink(url)
    else link = url
  })
  app.on('activate', () => desktop.open(null))
  void app.whenReady().then(() => {
    const atLogin = process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin
    desktop.begin({ hidden: atLogin || process.argv.includes(hiddenSwitch), link })
  })
} else {
  // The one that runs already comes forward.
  app.quit()
}
