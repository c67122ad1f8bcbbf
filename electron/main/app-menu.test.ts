import { expect, it, vi } from 'vitest'
import { appMenu } from './app-menu.ts'

vi.mock('electron', () => ({ Menu: { buildFromTemplate: (template: unknown) => template } }))

const roles = (packaged: boolean) => [...JSON.stringify(appMenu(packaged, () => {})).matchAll(/"role":"(\w+)"/g)]

it('a packaged Ringback has no way to developer tools or to loading the page anew', () => {
  const found = roles(true).map(([, role]) => role)
  expect(found).toContain('copy')
  expect(found).not.toContain('toggleDevTools')
  expect(found).not.toContain('reload')
  expect(found).not.toContain('forceReload')
})

it('developers have the tools in the menu', () => {
  expect(roles(false).map(([, role]) => role)).toContain('toggleDevTools')
})
