/** The menu behind Alt (on macOS: at the top): the system's own edit and window commands, so that their keys work. */
import { Menu } from 'electron'
import type { MenuItemConstructorOptions } from 'electron'

/** @param packaged developer tools are for developers. */
export function appMenu(packaged: boolean): Menu {
  const mac: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  // A desktop without a tray (GNOME as it comes) has no other place to quit.
  const file: MenuItemConstructorOptions[] =
    process.platform === 'darwin' ? [] : [{ label: 'File', submenu: [{ role: 'quit', label: 'Quit Ringback' }] }]
  const tools: MenuItemConstructorOptions[] = packaged ? [] : [{ role: 'toggleDevTools' }]
  const zoom: MenuItemConstructorOptions[] = [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }]
  return Menu.buildFromTemplate([
    ...mac,
    ...file,
    { role: 'editMenu' },
    { label: 'View', submenu: [...zoom, { type: 'separator' }, { role: 'togglefullscreen' }, ...tools] },
    { role: 'windowMenu' },
  ])
}
