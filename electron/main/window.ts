/** The one window: sandboxed, remembered in size and place, hidden rather than closed. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { Rectangle } from 'electron'
import { appOrigin } from '../contract/app-origin.ts'
import { canvas } from './canvas.ts'
import { writeWhole } from './whole-file.ts'

export interface WindowOptions {
  /** The profile's name; in another language, another. */
  title(): string
  preload: string
  /** Where size and place are remembered. */
  folder: string
  icon: string
  devtools: boolean
  /** Words are checked (spelling.ts). */
  spellcheck: boolean
}

/** An office PC's screen (design, "The window"). */
const firstSize = { width: 1366, height: 768 }
const leastSize = { minWidth: 1024, minHeight: 640 }

/** Made hidden; `show` when it has something to show. */
export function createWindow(options: WindowOptions): BrowserWindow {
  const file = path.join(options.folder, 'window.json')
  const window = new BrowserWindow({
    ...firstSize,
    ...remembered(file),
    ...leastSize,
    title: options.title(),
    icon: options.icon,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? canvas.dark : canvas.light,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: options.spellcheck,
      devTools: options.devtools,
    },
  })
  // The page may tell how many wait, but not take the profile's name away.
  window.on('page-title-updated', (event, title) => {
    if (!title.endsWith(options.title())) event.preventDefault()
  })
  const remember = () => {
    try {
      writeWhole(file, JSON.stringify(window.getNormalBounds()))
    } catch {
      // A window that opens in its first size is no trouble worth a word.
    }
  }
  window.on('hide', remember)
  window.on('close', remember)
  void window.loadURL(`${appOrigin}/index.html`)
  return window
}

/** Brings it before the receptionist's eyes, from wherever it is. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function remembered(file: string): Partial<Rectangle> {
  try {
    const found = boundsIn(JSON.parse(readFileSync(file, 'utf8')))
    if (!found) return {}
    const onScreen = screen.getAllDisplays().some(({ workArea: area }) => {
      return (
        found.x < area.x + area.width &&
        found.x + found.width > area.x &&
        found.y >= area.y - 50 &&
        found.y < area.y + area.height
      )
    })
    return onScreen ? found : {}
  } catch {
    return {}
  }
}

/** By hand: what checks data elsewhere is read only when the window is on its way. */
function boundsIn(data: unknown): Rectangle | null {
  const { x, y, width, height } = data as Record<keyof Rectangle, unknown>
  if (![x, y, width, height].every((value) => Number.isInteger(value))) return null
  const bounds = { x: Number(x), y: Number(y), width: Number(width), height: Number(height) }
  return bounds.width >= leastSize.minWidth && bounds.height >= leastSize.minHeight ? bounds : null
}
