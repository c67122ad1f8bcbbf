/** The menu behind Alt (on macOS: at the top): the system's own edit and window commands, so that their keys work. */
import { Menu } from 'electron'
import type { MenuItemConstructorOptions } from 'electron'
import { words } from '../contract/text/index.ts'

/**
 * @param packaged developer tools are for developers.
 * @param quit asks first where that would leave texts unsent.
 */
export function appMenu(packaged: boolean, quit: () => void): Menu {
  const say = words.desktop.menu
  const mac: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  // A desktop without a tray (GNOME as it comes) has no other place to quit.
  const file: MenuItemConstructorOptions[] =
    process.platform === 'darwin'
      ? []
      : [{ label: say.file, submenu: [{ label: say.quit, accelerator: 'CommandOrControl+Q', click: quit }] }]
  const tools: MenuItemConstructorOptions[] = packaged ? [] : [{ role: 'toggleDevTools' }]
  return Menu.buildFromTemplate([
    ...mac,
    ...file,
    {
      label: say.edit,
      submenu: [
        { role: 'undo', label: say.undo },
        { role: 'redo', label: say.redo },
        { type: 'separator' },
        { role: 'cut', label: say.cut },
        { role: 'copy', label: say.copy },
        { role: 'paste', label: say.paste },
        { role: 'selectAll', label: say.selectAll },
      ],
    },
    {
      label: say.view,
      submenu: [
        { role: 'resetZoom', label: say.resetZoom },
        { role: 'zoomIn', label: say.zoomIn },
        { role: 'zoomOut', label: say.zoomOut },
        { type: 'separator' },
        { role: 'togglefullscreen', label: say.fullScreen },
        ...tools,
      ],
    },
    {
      label: say.window,
      role: 'windowMenu',
      submenu: [
        { role: 'minimize', label: say.minimize },
        { role: 'close', label: say.close },
      ],
    },
  ])
}
