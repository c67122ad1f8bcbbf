/** Ringback at work behind the window: what the tray says and does, an engine that hangs in the middle of work, and the lock of the window. */
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { barriers } from './support/accessibility.ts'
import { seededCallers, seedOffice } from './support/seeded-office.ts'
import { expect, test } from './support/test.ts'

/** Nobody listens there. */
const nowhere = 'http://127.0.0.1:9'

/** Of the window's lock. */
const pin = '86420-x'

let profile: string
test.beforeAll(async () => {
  profile = await seedOffice()
})
test.afterAll(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }))

test('the tray says how things are, pauses, opens and quits; a hung engine comes back and loses no draft; the lock covers all', async ({
  tray,
  launch,
}) => {
  const app = await launch({ profile })
  const { window } = app
  // Main waits for six signs of life of the engine, 5 s each: here they are shorter.
  await app.electron.evaluate(() => {
    const wait = setTimeout
    const hurried = globalThis as { beat?: number }
    hurried.beat = 1000
    const short = (run: () => void, ms?: number) => wait(run, ms === 5000 ? hurried.beat : ms)
    globalThis.setTimeout = short as typeof setTimeout
  })
  await expect.poll(() => tray.count()).toBe(1)
  expect((await tray.toolTip())[0]).toBe('Ringback')
  expect((await tray.menu())[0]).toBe('Open Ringback')

  await expect.poll(() => app.request('health:get')).toMatchObject({ ok: true })
  await tray.choose('Pause until tomorrow')
  await expect.poll(async () => (await app.demand('health:get')).paused).not.toBeNull()
  await expect.poll(() => tray.toolTip()).toContain('Automatic texts are paused')
  await expect(window.getByText(/No automatic texts until tomorrow/).first()).toBeVisible()
  await tray.choose('Resume')
  await expect.poll(async () => (await app.demand('health:get')).paused).toBeNull()

  // The engine hangs while somebody writes: it is ended, as any that ends by itself is started again.
  const { name } = seededCallers.pat
  await window.getByRole('row', { name: new RegExp(name) }).click()
  const message = window.getByRole('textbox', { name: 'Message' })
  await message.pressSequentially('I will look at ')
  const hangs = await app.electron.evaluate(({ app: main }) => {
    const engine = main.getAppMetrics().find(({ name: process }) => process === 'Ringback engine')
    Object.assign(globalThis, { beat: 200 })
    if (engine) process.kill(engine.pid, 'SIGSTOP')
    return engine !== undefined
  })
  expect(hangs).toBe(true)
  await message.pressSequentially('your papers today')
  await expect(window.getByRole('alert')).toContainText(
    'gave no sign of life for 30 s and was ended. It starts again',
    { timeout: 12_000 },
  )
  await expect.poll(() => app.log.of('engine.started').then((starts) => starts.length)).toBe(2)
  await expect(window.getByRole('alert').filter({ hasText: 'It starts again' })).toBeHidden()
  await expect(message).toHaveValue('I will look at your papers today')
  await expect(window.getByRole('log', { name: 'Calls and texts' })).toContainText('Missed call')
  expect((await app.demand('conversations:list', { tab: 'needs-reply' })).items.length).toBeGreaterThan(0)

  // For whoever helps from afar: what happened, and of whom and with whom nothing.
  await window.getByRole('button', { name: /^(All well|Not set up|Trouble)/ }).click()
  await expect(window.getByText(/It had given no sign of life since .* and was started again/)).toBeVisible()
  await window.getByRole('button', { name: 'Copy details for support' }).click()
  await expect(window.getByText(/^Copied\./)).toBeVisible()
  const details = await app.electron.evaluate(({ clipboard }) => clipboard.readText())
  expect(details).toMatch(/ended by itself 1×, last hung \S+Z, back \S+Z/)
  expect(details).toContain('error engine.hung')
  expect(details).not.toMatch(/Pat Lee|papers|555[ -]?01|\+1530/)
  await window.keyboard.press('Escape')

  const isVisible = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  await tray.choose('Open Ringback')
  await expect.poll(isVisible).toBe(true)

  // The lock of the window: set by whoever sits here, by the keyboard.
  await window.getByRole('button', { name: 'Settings' }).click()
  await window.getByRole('button', { name: 'Privacy' }).click()
  await window.getByRole('button', { name: 'Set a PIN…' }).click()
  await window.keyboard.type(pin)
  await window.keyboard.press('Tab')
  await window.keyboard.type(pin)
  await window.keyboard.press('Enter')
  await expect(window.getByText('The lock is set.')).toBeVisible()
  expect(await barriers(window)).toEqual([])
  await window.getByRole('button', { name: /^Inbox/ }).click()
  await expect(message).toHaveValue('I will look at your papers today')
  const locked = window.getByRole('heading', { name: 'Ringback is locked' })
  const field = window.getByLabel('PIN or password')
  // Somebody left with a dialog open that asks where everything shall go, and whoever comes by answers it.
  const stick = path.join(profile, 'stick')
  await mkdir(stick)
  await mkdir(path.join(profile, 'pictures'), { recursive: true })
  await writeFile(path.join(profile, 'pictures', 'ME1.png'), 'of a caller')
  const shown = () =>
    window.evaluate(() =>
      fetch('/pictures/ME1.png').then(
        (answer) => answer.ok,
        () => false,
      ),
    )
  expect(await shown()).toBe(true)
  await app.electron.evaluate(({ dialog }) => {
    const open = new Promise((resolve) => Object.assign(globalThis, { choose: resolve }))
    Object.assign(dialog, { showOpenDialog: () => open })
  })
  await window.evaluate(() => {
    const { ringback } = globalThis as unknown as { ringback: { request(name: string): Promise<unknown> } }
    void ringback.request('export:everything')
  })
  const reloaded = window.waitForEvent('load')
  await window.keyboard.press('Control+l')
  await expect(locked).toBeVisible()
  await reloaded
  await app.electron.evaluate((_, folder) => {
    const { choose } = globalThis as unknown as { choose(chosen: object): void }
    choose({ canceled: false, filePaths: [folder] })
  }, stick)
  expect(await shown()).toBe(false)
  // Neither page, nor main, nor tray tell anything; what other programs ask for follows.
  await expect(field).toBeFocused()
  expect(await barriers(window)).toEqual([])
  expect(await window.evaluate(() => document.documentElement.outerHTML)).not.toMatch(/Pat Lee|papers|555/)
  for (const command of ['conversations:list', 'app:support-details', 'export:everything'] as const) {
    expect(await app.request(command, undefined)).toMatchObject({ ok: false, failure: { code: 'locked' } })
  }
  expect((await tray.menu()).join()).not.toContain('Pause')
  await app.electron.evaluate(({ app: main }) => main.emit('second-instance', {}, ['ringback', 'tel:+15305550142']))
  expect(await readdir(stick)).toEqual([])
  await field.fill('2469')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('alert')).toContainText('That is not the PIN.')
  await field.fill(pin)
  await window.keyboard.press('Enter')
  await expect(window.getByRole('heading', { name: '(530) 555-0142' }).first()).toBeVisible()
  await window.getByRole('row', { name: new RegExp(name) }).click()
  await expect(message).toHaveValue('I will look at your papers today')
  const { changes } = await app.demand('settings:history', { before: null })
  expect(changes[0]).toMatchObject({ section: 'app-lock', field: 'on', after: true })

  // A text waits: whoever quits is asked, and can think better of it.
  const { items } = await app.demand('conversations:list', { tab: 'all', query: name })
  const conversationId = items[0]?.id ?? ''
  await app.demand('texting:save', { accountSid: 'AC1', authToken: 'none', from: '+15305550100', baseUrl: nowhere })
  const when = { kind: 'at', at: Date.now() + 3_600_000 } as const
  await app.demand('messages:send', { conversationId, messageId: randomUUID(), body: 'See you', when })
  const asked = () => app.electron.evaluate(() => (globalThis as { asked?: string[] }).asked ?? [])
  await app.electron.evaluate(({ dialog }) => {
    const heard = globalThis as { asked?: string[] }
    heard.asked = []
    Object.assign(dialog, {
      showMessageBox: async (...given: Electron.MessageBoxOptions[]) => {
        heard.asked?.push(given.at(-1)?.message ?? '')
        return { response: heard.asked?.length === 1 ? 0 : 1 }
      },
    })
  })
  await tray.choose('Quit')
  await expect.poll(asked).toEqual(['1 text is still to go out'])
  expect(await app.request('health:get')).toMatchObject({ ok: true })

  const exited = once(app.electron.process(), 'exit')
  await tray.choose('Quit')
  expect((await exited)[0]).toBe(0)
  expect(await app.log.text()).not.toContain(pin)

  // It begins locked, and locks again with the screen.
  const again = await launch({ profile })
  const locks = again.window.getByRole('heading', { name: 'Ringback is locked' })
  await expect(locks).toBeVisible()
  expect(await again.request('conversations:list')).toMatchObject({ ok: false, failure: { code: 'locked' } })
  await again.window.keyboard.type(pin)
  await again.window.keyboard.press('Enter')
  await expect(again.window.getByRole('row', { name: /Noor Haddad/ })).toBeVisible()
  const screen = 'org.freedesktop.ScreenSaver'
  await expect(async () => {
    const signal = ['--object-path', '/', '--signal', `${screen}.ActiveChanged`, 'true']
    await promisify(execFile)('gdbus', ['emit', '--session', ...signal])
    await expect(locks).toBeVisible({ timeout: 300 })
  }).toPass()
})
