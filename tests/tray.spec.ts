/** The tray as the desktop sees it: what it says, and that its menu does what it promises. */
import { once } from 'node:events'
import { expect, test } from './support/test.ts'

test('the tray says how things are, pauses the texts, opens the window and quits', async ({ tray, launch }) => {
  const app = await launch()
  await expect.poll(() => tray.count()).toBe(1)
  expect(await tray.toolTip()).toEqual(['Ringback', 'Nobody waits for a reply'])
  expect((await tray.menu())[0]).toBe('Open Ringback')

  await expect.poll(() => app.request('health:get')).toMatchObject({ ok: true })
  await tray.choose('Pause for 1 hour')
  await expect.poll(async () => (await app.demand('health:get')).paused).not.toBeNull()
  await expect.poll(() => tray.toolTip()).toContain('Automatic texts are paused')
  await tray.choose('Resume')
  await expect.poll(async () => (await app.demand('health:get')).paused).toBeNull()

  const isVisible = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  await tray.choose('Open Ringback')
  await expect.poll(isVisible).toBe(true)

  const exited = once(app.electron.process(), 'exit')
  await tray.choose('Quit')
  expect((await exited)[0]).toBe(0)
})
