/** Where the app begins: one run per profile, then everything else. */
import { app } from 'electron'
import { declareScheme } from './app-protocol.ts'
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
  app.on('second-instance', () => desktop.open(null))
  app.on('activate', () => desktop.open(null))
  void app.whenReady().then(() => desktop.begin({ hidden: process.argv.includes('--hidden') }))
} else {
  // The one that runs already comes forward.
  app.quit()
}
