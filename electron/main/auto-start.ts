/**
 * Ringback's start at login, hidden: a missed call must be seen before anybody opens a window. Windows and macOS keep it
 * themselves; a Linux desktop starts what lies in the user's `autostart` folder (freedesktop.org, Desktop Application
 * Autostart).
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { writeWhole } from './whole-file.ts'

/** The switch that keeps the window out of sight. */
export const hiddenSwitch = '--hidden'

export interface AutoStart {
  isOn(): boolean
  /** Throws where the system refuses. */
  set(on: boolean): void
}

/** What Electron's `app` offers for it. */
interface LoginItems {
  getLoginItemSettings(options: { args: string[] }): { openAtLogin: boolean }
  setLoginItemSettings(settings: { openAtLogin: boolean; args: string[] }): void
}

/** On Windows and macOS. */
export function loginItem(app: LoginItems): AutoStart {
  const args = [hiddenSwitch]
  return {
    isOn: () => app.getLoginItemSettings({ args }).openAtLogin,
    set: (on) => app.setLoginItemSettings({ openAtLogin: on, args }),
  }
}

/**
 * On Linux.
 * @param folder the user's `autostart` folder.
 * @param command the program and what it needs to be Ringback, without the switch.
 */
export function autostartFile(folder: string, command: readonly string[], icon: string): AutoStart {
  const file = path.join(folder, 'ringback.desktop')
  return {
    isOn() {
      if (!existsSync(file)) return false
      // A desktop's own settings turn it off so, and leave the file there.
      return !/^(?:Hidden=true|X-GNOME-Autostart-enabled=false)\s*$/m.test(readFileSync(file, 'utf8'))
    },
    set(on) {
      if (!on) return rmSync(file, { force: true })
      mkdirSync(folder, { recursive: true })
      writeWhole(file, desktopEntry([...command, hiddenSwitch], icon))
    },
  }
}

function desktopEntry(command: readonly string[], icon: string): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Ringback',
    'Comment=The missed-call inbox for the front desk',
    `Exec=${command.map(quoted).join(' ')}`,
    `Icon=${icon}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')
}

/** As the Desktop Entry Specification has arguments: quoted, then the value escaped; a percent sign begins a field. */
function quoted(argument: string): string {
  const escaped = argument.replace(/["`$\\]/g, '\\$&').replace(/%/g, '%%')
  return `"${escaped}"`.replace(/\\/g, '\\\\')
}
