/** By the keyboard alone: all commands, undo, another language, 200 % and colours of one's own. */
import { barriers } from './support/accessibility.ts'
import { expect, test } from './support/test.ts'

test('everything can be done from the list of commands, undone, and read in Spanish at 200 %', async ({ launch }) => {
  test.setTimeout(90_000)
  const { electron, window } = await launch({ args: ['--demo'] })
  const patience = { timeout: 45_000 }
  const palette = window.getByRole('dialog', { name: 'All commands' })
  const done = window.getByRole('button', { name: /^(Done|Reopen)/ })
  const command = async (words: string) => {
    await window.keyboard.press('Control+k')
    await expect(palette).toBeVisible()
    await window.keyboard.type(words)
  }

  // Whoever ever called is opened by a part of the name.
  await expect(window.getByRole('row', { name: /Pat Lee/ })).toBeVisible(patience)
  await command('pat le')
  await expect(palette.getByRole('menuitem', { name: /Pat Lee/ })).toBeVisible()
  await expect.poll(() => barriers(window)).toEqual([])
  await window.keyboard.press('Enter')
  await expect(palette).toBeHidden()
  await expect(window.getByRole('heading', { name: 'Pat Lee' }).first()).toBeVisible()

  await command('mark done')
  await window.keyboard.press('Enter')
  await expect(window.getByText('Pat Lee marked done')).toBeVisible()
  await window.keyboard.press('Control+z')
  await expect(window.getByText('Pat Lee marked done')).toBeHidden()
  await expect(done).toHaveText(/Done/)

  // So is whatever can be pressed on the screen, a field of the details, and every setting.
  await command('texting stop texting')
  await expect(palette.getByRole('menuitem', { name: 'Stop texting this person' })).toBeVisible()
  await window.keyboard.press('Escape')
  await command('go to a day')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('dialog').filter({ has: window.getByRole('grid') })).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(window.getByRole('dialog')).toHaveCount(0)
  await command('details notes')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('textbox', { name: /^Notes/ })).toBeFocused()
  await command('take a text back')
  await expect(palette.getByRole('menuitem', { name: /^Time to take a text back/ })).toBeVisible()
  await window.keyboard.press('Enter')
  await expect(window.locator('.found-setting')).toBeVisible(patience)
  await command('go to inbox')
  await window.keyboard.press('Enter')

  // The language changes at once, in the engine's sentences, too, and stays.
  await command('espanol')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('navigation', { name: 'Principal' })).toBeVisible()
  await expect(window.locator('html')).toHaveAttribute('lang', 'es')
  await expect(window.getByRole('log', { name: 'Llamadas y mensajes' })).toContainText('quien llamó colgó', patience)

  // 200 % on an office PC's screen: one pane at a time, nothing beside the window, a way back.
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2))
  await expect(window.getByRole('button', { name: 'Volver a la lista' })).toBeVisible()
  expect(await window.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  expect(await barriers(window)).toEqual([])
  // Where the system brings its colours, a line tells what a ground told.
  await window.emulateMedia({ forcedColors: 'active' })
  await expect(window.getByRole('button', { name: /^Bandeja/ })).toHaveCSS('outline-style', 'solid')
  await window.emulateMedia({ forcedColors: 'none' })
  await window.getByRole('button', { name: 'Volver a la lista' }).click()
  await expect(window.getByRole('grid', { name: 'Conversaciones' })).toBeVisible()
})
