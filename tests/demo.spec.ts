/** The demo office shows the product by itself, and every screen of it can be used by everybody. */
import { barriers } from './support/accessibility.ts'
import { expect, test } from './support/test.ts'

test('the demo office gets calls, texts, replies and a STOP, and says on every screen that it is a demo', async ({
  launch,
}) => {
  test.setTimeout(120_000)
  const { electron, window } = await launch({ args: ['--demo'] })
  const rail = window.getByRole('navigation', { name: 'Main' })
  const patience = { timeout: 45_000 }

  // Pat Lee hangs up, reads the text, answers.
  await expect(window.getByRole('row', { name: /Pat Lee/ })).toBeVisible(patience)
  await window.getByRole('row', { name: /Pat Lee/ }).click()
  await expect(window.getByRole('log', { name: 'Calls and texts' })).toContainText('Auto 1 of 3')
  await expect(window.getByRole('log', { name: 'Calls and texts' })).toContainText('can I move it to Thursday?')
  await expect.poll(() => barriers(window)).toEqual([])

  // In the least window, the details stand beside the conversation and cover nothing.
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 640))
  await window.getByRole('button', { name: 'Details' }).click()
  const details = window.getByRole('complementary', { name: 'Contact' })
  await expect(details).toBeVisible()
  await window.getByRole('textbox', { name: 'Message' }).fill('See you Thursday!')
  await window.getByRole('button', { name: 'Send', exact: true }).click({ trial: true })
  expect(await barriers(window)).toEqual([])
  await window.keyboard.press('Escape')
  await expect(details).toBeHidden()
  await expect(window.getByRole('textbox', { name: 'Message' })).toBeFocused()
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768))

  // One of the callers writes STOP, and nobody can text that person any more.
  await window.getByRole('tab', { name: 'All' }).click()
  const stopped = window.getByRole('row', { name: /555-0144/ })
  await expect(stopped).toBeVisible(patience)
  await stopped.click()
  await expect(window.getByRole('log', { name: 'Calls and texts' })).toContainText('Wants no texts', patience)
  await expect(window.getByRole('textbox', { name: 'Message' })).toHaveCount(0)
  expect(await barriers(window)).toEqual([])

  for (const page of ['Calls', 'Settings']) {
    await rail.getByRole('button', { name: page }).click()
    await expect(window.getByText(/Demo office/).first()).toBeVisible()
    expect(await barriers(window)).toEqual([])
  }
})

test('the screens of the first start have no barriers', async ({ launch }) => {
  const { window } = await launch()
  await expect(window.getByRole('button', { name: 'Connect your phone system' })).toBeVisible()
  expect(await barriers(window)).toEqual([])
  await window.getByRole('button', { name: 'Connect your phone system' }).click()
  for (const step of ['Sign in', 'A test call', 'Texting', 'Your first text', 'Business hours', 'Start']) {
    await window.getByRole('button', { name: step, exact: true }).first().click()
    expect(await barriers(window)).toEqual([])
  }
})
