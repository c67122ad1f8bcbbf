import { beforeEach, expect, it, vi } from 'vitest'
import { createWindow } from './window.ts'

const made = vi.hoisted((): { options: { webPreferences: Record<string, unknown> }[] } => ({ options: [] }))

vi.mock('electron', () => ({
  BrowserWindow: class {
    constructor(options: (typeof made.options)[number]) {
      made.options.push(options)
    }
    on(): void {}
    async loadURL(): Promise<void> {}
  },
  nativeTheme: { shouldUseDarkColors: false },
  screen: { getAllDisplays: () => [] },
}))

beforeEach(() => {
  made.options = []
})

const preferences = (devtools: boolean) => {
  const options = { title: () => 'Ringback', preload: '/preload.cjs', folder: '/none', icon: '/icon.png' }
  createWindow({ ...options, devtools, spellcheck: false })
  return made.options[0]?.webPreferences
}

it('the window is sandboxed, isolated, without Node, without web views and without developer tools', () => {
  expect(preferences(false)).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    devTools: false,
  })
})

it('developers have their tools', () => {
  expect(preferences(true)).toMatchObject({ devTools: true })
})
