/** The start at login as this system has it. */
import path from 'node:path'
import { app } from 'electron'
import { autostartFile, loginItem } from './auto-start.ts'
import type { AutoStart } from './auto-start.ts'

export function autoStartHere(icon: string): AutoStart {
  if (process.platform !== 'linux') return loginItem(app)
  const config = process.env['XDG_CONFIG_HOME'] || path.join(app.getPath('home'), '.config')
  // An AppImage runs from a mount that is another one each time.
  const program = process.env['APPIMAGE'] ?? process.execPath
  const command = app.isPackaged ? [program] : [program, app.getAppPath()]
  return autostartFile(path.join(config, 'autostart'), command, icon)
}
