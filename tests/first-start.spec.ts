/** The first minutes: nothing is set up, nothing is sent, and the window can be closed without harm. */
import { spawn } from 'node:child_process'
import { readFile, readlink } from 'node:fs/promises'
import path from 'node:path'
import { AppLog } from './support/app-log.ts'
import type { RunningApp } from './support/app.ts'
import { expect, test } from './support/test.ts'

test('the first start offers to connect the phone system or to try the demo', async ({ launch }) => {
  const app = await launch()
  await expect(app.window.getByRole('button', { name: 'Connect your phone system' })).toBeVisible()
  await expect(app.window.getByRole('button', { name: 'Try the demo office' })).toBeVisible()
  expect(await windowState(app)).toEqual({ windows: 1, visible: true, title: 'Ringback' })
})

test('a first start connects to nothing and invents no settings', async ({ launch }) => {
  const app = await launch()
  await expect.poll(() => app.request('settings:get')).toMatchObject({ ok: true })
  const settings = await app.demand('settings:get')
  expect(settings.configured).toBe(false)
  expect(settings.phoneSystem).toMatchObject({ host: '', hasPassword: false })
  expect(settings.texting).toMatchObject({ accountSid: '', hasToken: false })
  const health = await app.demand('health:get')
  expect([health.phoneSystem.state, health.texting.state, health.inbox.state]).toEqual(['off', 'off', 'ok'])
  expect((await app.demand('conversations:list', { tab: 'all' })).items).toEqual([])
})

test('set-up by keyboard: Enter tries it out, and the next start goes on where it was left', async ({ launch }) => {
  test.setTimeout(60_000)
  const profile = test.info().outputPath('profile')
  const config = path.join(profile, 'config')
  const app = await launch({ profile, env: { XDG_CONFIG_HOME: config } })
  const { window } = app
  await app.demand('secrets:choose', { how: 'file' })
  await window.getByRole('button', { name: 'Connect your phone system' }).press('Enter')
  await expect(window.getByRole('heading', { name: 'Find your phone system' })).toBeFocused()
  const lines = window.locator('.pbx-person pre')
  await expect(lines).toContainText('permit = <this PC>/255.255.255.255')
  const address = window.getByRole('textbox', { name: 'Address' })
  await address.fill('127.0.0.1')
  await expect(lines).toContainText('permit = 127.0.0.1/255.255.255.255')
  await window.getByRole('button', { name: 'Show the password' }).press('Enter')
  const [secret] = /(?<=secret = ).*/.exec(await lines.innerText()) ?? []
  expect(secret).toMatch(/^\w{4}(-\w{4}){3}$/)
  await window.getByRole('textbox', { name: 'Port' }).fill('9')
  await address.press('Enter')
  await expect(window.getByRole('button', { name: 'Check again' })).toBeVisible()
  await expect(window.getByRole('button', { name: 'Next' })).toBeHidden()
  await window.getByRole('button', { name: 'Skip this step' }).press('Enter')
  await expect(window.getByRole('heading', { name: 'Connect texting' })).toBeFocused()
  await window.getByRole('textbox', { name: 'Account SID' }).fill('AC00')

  // Looking elsewhere keeps what was typed, and shows the way back.
  await window.getByRole('button', { name: 'Finish this later' }).press('Enter')
  await expect(window.getByText('Set-up is not finished.')).toBeVisible()
  await window.getByRole('button', { name: 'Settings' }).click()
  await expect(address).toHaveValue('127.0.0.1')
  await window.getByRole('button', { name: 'Texting' }).click()
  await expect(window.getByText('not saved yet')).toBeVisible()
  await window.getByRole('button', { name: 'Discard' }).click()
  await expect(window.getByRole('textbox', { name: 'Account SID' })).toHaveValue('')

  // What holds on this PC is chosen with one click each, and found by what it is called elsewhere.
  await window.getByRole('searchbox', { name: 'Find a setting' }).fill('autostart')
  await window.getByRole('searchbox', { name: 'Find a setting' }).press('Enter')
  await expect(window.getByRole('switch', { name: /Open Ringback when I sign in/ })).toBeFocused()
  await window.keyboard.press('Space')
  const entry = path.join(config, 'autostart', 'ringback.desktop')
  await expect.poll(() => readFile(entry, 'utf8').catch(() => '')).toContain('"--hidden"')
  await window.keyboard.press('Space')
  await expect.poll(() => readFile(entry, 'utf8').catch(() => 'gone')).toBe('gone')
  await window.getByRole('searchbox', { name: 'Find a setting' }).fill('')
  await window.getByRole('button', { name: 'Notifications' }).click()
  await window.getByText('Never').click()
  await expect.poll(async () => (await app.demand('pc:get')).toasts.sound).toBe('none')
  expect(await window.evaluate(() => JSON.stringify(localStorage))).not.toContain(secret)
  await app.close()

  const again = await launch({ profile })
  await expect(again.window.getByRole('heading', { name: 'Connect texting' })).toBeFocused()
  await again.window.getByRole('button', { name: 'Back' }).click()
  await again.window.getByRole('button', { name: 'Back' }).click()
  await expect(again.window.getByLabel('Password', { exact: true })).toHaveAttribute('placeholder', /•/)
  expect((await again.demand('settings:get')).phoneSystem).toMatchObject({ host: '127.0.0.1', port: 9, waits: true })
  expect((await again.demand('health:get')).phoneSystem.state).toBe('off')
})

test('the log and About say which runtime runs, and how secrets are kept', async ({ launch }) => {
  const app = await launch()
  const { runtime, profile, secrets, dataFolder } = await app.demand('app:info')
  expect(profile).toBe('office')
  expect(dataFolder).toBe(app.profile)
  const facts = { profile, secrets, kind: runtime.kind, electron: runtime.electron }
  // The window is there before the log is.
  await expect.poll(() => app.log.of('app.started')).toMatchObject([{ facts }])
  expect(secrets).toMatch(/^(keychain|undecided)$/)
})

test('a second start brings the window of the first forward, opens the link it was given, and ends', async ({
  launch,
}) => {
  const app = await launch()
  await expect.poll(() => app.request('settings:get')).toMatchObject({ ok: true })
  await hideWindow(app)
  const { executable, args } = await app.electron.evaluate(() => ({
    executable: process.execPath,
    args: process.argv.slice(1),
  }))
  const startAgain = async (...more: string[]) => {
    const second = spawn(executable, ['--no-sandbox', ...args, ...more], { stdio: 'ignore' })
    return new Promise((resolve) => second.once('exit', resolve))
  }
  expect(await startAgain()).toBe(0)
  await expect.poll(() => windowState(app)).toEqual({ windows: 1, visible: true, title: 'Ringback' })
  expect(await app.log.of('app.started')).toHaveLength(1)

  // A click on a number elsewhere: the conversation is there, the cursor waits, and nothing was written or sent.
  await hideWindow(app)
  expect(await startAgain('sms:+1-530-555-0177?body=Send%20money')).toBe(0)
  await expect.poll(() => windowState(app)).toMatchObject({ visible: true })
  await expect(app.window.getByRole('heading', { name: '(530) 555-0177' }).first()).toBeVisible()
  const message = app.window.getByRole('textbox', { name: 'Message' })
  await expect(message).toBeFocused()
  await expect(message).toHaveValue('')
  expect((await app.demand('texts:waiting')).texts).toBe(0)
})

test('closing the window keeps Ringback running, and a toast says so', async ({ bus, launch }) => {
  const app = await launch()
  await expect.poll(() => app.request('settings:get')).toMatchObject({ ok: true })
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect.poll(async () => (await windowState(app)).visible).toBe(false)
  expect(await app.request('settings:get')).toMatchObject({ ok: true })
  const toast = await bus.toast(({ title }) => title.includes('keeps watching'))
  expect(toast.app).toBe('Ringback')
  await bus.click()
  await expect.poll(async () => (await windowState(app)).visible).toBe(true)
})

test('the demo office has a profile and a title of its own', async ({ launch }) => {
  const app = await launch({ args: ['--demo'] })
  const info = await app.demand('app:info')
  expect(info.profile).toBe('demo')
  expect(path.resolve(info.dataFolder)).not.toBe(path.resolve(app.profile))
  expect((await windowState(app)).title).toContain('Demo office')
})

test('trying the demo ends this run and opens the demo office in its own', async ({ launch }) => {
  const app = await launch()
  const demo = path.join(app.profile, 'Demo office')
  const ended = new Promise((resolve) => app.electron.process().once('exit', resolve))
  await app.window.getByRole('button', { name: 'Try the demo office' }).click()
  await ended
  const log = new AppLog(path.join(demo, 'logs', 'ringback.log'))
  await expect.poll(() => log.of('app.started')).toMatchObject([{ facts: { profile: 'demo' } }])
  await expect.poll(() => log.of('engine.forked')).toHaveLength(1)
  await endRunOf(demo)
})

/** Ends the run that holds the profile in `folder`: nobody drives it. Chromium's lock there names its process. */
async function endRunOf(folder: string): Promise<void> {
  const lock = await readlink(path.join(folder, 'SingletonLock'))
  const pid = Number(lock.slice(lock.lastIndexOf('-') + 1))
  process.kill(pid, 'SIGTERM')
  await expect.poll(() => isAlive(pid)).toBe(false)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function windowState({ electron }: RunningApp) {
  return electron.evaluate(({ BrowserWindow }) => {
    const windows = BrowserWindow.getAllWindows()
    return { windows: windows.length, visible: windows[0]?.isVisible() ?? false, title: windows[0]?.getTitle() ?? '' }
  })
}

async function hideWindow(app: RunningApp): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  await expect.poll(async () => (await windowState(app)).visible).toBe(false)
}
