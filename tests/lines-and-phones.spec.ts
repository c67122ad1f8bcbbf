/** What was found of lines and phones is shown, put right with one click, and named, all by keyboard if need be. */
import { barriers } from './support/accessibility.ts'
import { expect, test } from './support/test.ts'

test('lines and phones of the demo office are found, confirmed and named', async ({ launch }) => {
  test.setTimeout(90_000)
  const { window } = await launch({ args: ['--demo'] })
  const rail = window.getByRole('navigation', { name: 'Main' })
  await rail.getByRole('button', { name: 'Settings' }).click()
  await window.getByRole('tab', { name: 'Connection' }).focus()
  await window.keyboard.press('ArrowRight')
  await expect(window.getByRole('tab', { name: 'Lines and phones' })).toHaveAttribute('aria-selected', 'true')

  const trunks = window.getByRole('region', { name: 'Outside lines (trunks)' })
  const phones = window.getByRole('region', { name: 'Desk phones' })
  await expect(trunks.getByText('PJSIP/trunk')).toBeVisible({ timeout: 45_000 })
  await expect(phones.getByText('PJSIP/101')).toBeVisible()
  expect(await barriers(window)).toEqual([])

  // Wrong on purpose, by keyboard: the row moves, and the focus with it; Undo brings it back.
  const side = (name: string) => window.getByRole('group', { name: 'Where PJSIP/102 is' }).getByRole('button', { name })
  await side('Outside').focus()
  await window.keyboard.press('Enter')
  await expect(trunks.getByText('PJSIP/102')).toBeVisible()
  await expect(side('Outside')).toBeFocused()
  await expect(side('Outside')).toHaveAttribute('aria-pressed', 'true')
  await window.getByRole('button', { name: 'Undo' }).click()
  await expect(phones.getByText('PJSIP/102')).toBeVisible()

  const line = window.getByRole('textbox', { name: 'Name of (530) 555-0100' })
  await expect(line).toHaveValue('Main line')
  await line.fill('Front desk')
  await line.press('Enter')
  await rail.getByRole('button', { name: 'Calls' }).click()
  const list = window.getByRole('grid', { name: 'Calls, newest first' })
  await expect(list.getByText('Front desk', { exact: true }).first()).toBeVisible({ timeout: 45_000 })
})
