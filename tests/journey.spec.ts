/**
 * The main job, end to end, with nothing pretended but the people and the SMS provider: a real Asterisk, the real app,
 * the real `twilio` client. `npm run screens` keeps its pictures in `docs/screens/`.
 */
import path from 'node:path'
import { mountSmallDisk, noSmallDisk } from '../telephony/small-disk.ts'
import type { SmallDisk } from '../telephony/small-disk.ts'
import { startLab } from '../scripts/lab/start-lab.ts'
import type { Lab } from '../scripts/lab/start-lab.ts'
import { labAccount } from '../scripts/lab/twilio/main.ts'
import { startTwilioStandIn } from '../scripts/lab/twilio/stand-in.ts'
import type { StandIn } from '../scripts/lab/twilio/stand-in.ts'
import { barriers } from './support/accessibility.ts'
import type { RunningApp } from './support/app.ts'
import { picture } from './support/picture.ts'
import { expect, test } from './support/test.ts'

const noPbx = process.env['RINGBACK_NO_PBX']
const group = '15305550110'

let lab: Lab
let sms: StandIn

test.skip(noPbx !== undefined, `no real Asterisk here: ${noPbx}`)
test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  test.setTimeout(180_000)
  lab = await startLab({ ringSeconds: 20 })
})
test.afterAll(async () => {
  await lab?.stop()
})
test.beforeEach(async () => {
  const { accountSid, authToken, number } = labAccount
  sms = await startTwilioStandIn({ accountSid, authToken, numbers: [number] })
})
test.afterEach(async () => {
  await sms.stop()
})

test('a missed call becomes one text, and the reply is in the window, on the tray and a toast', async ({
  bus,
  tray,
  launch,
}) => {
  test.setTimeout(180_000)
  const app = await launch()
  const { window } = app
  const begun = Date.now()
  await setUpByHand(app)

  // Somebody answers: no text.
  await lab.call({
    from: '5305550142',
    name: 'Kim Day',
    to: group,
    phones: { '102': { answerAfter: 1, hangUpAfter: 2 } },
  })
  await expect.poll(async () => (await app.log.of('call.ended')).length).toBe(2)

  // Nobody answers: one text, with the default delay within a minute.
  const call = await lab.call({ from: '5305550141', name: 'Pat Lee', to: group, giveUpAfter: 4 })
  await expect.poll(() => sms.ledger.length, { timeout: 60_000 }).toBe(2)
  const [, text] = sms.ledger
  expect(text?.to).toBe('+15305550141')
  expect(text?.body).toContain('Cedar Dental')
  expect((text?.arrivedAt ?? Infinity) - call.endedAt).toBeLessThanOrEqual(60_000)

  await window.getByRole('tab', { name: /^Waiting/ }).click()
  await window.getByRole('row', { name: /Pat Lee/ }).click()
  await expect(window.getByRole('log', { name: 'Calls and texts' })).toContainText('Missed call')
  await expect(window.getByRole('log', { name: 'Calls and texts' })).toContainText('Auto 1 of 3')
  await expect(window.getByRole('log', { name: 'Calls and texts' })).toContainText('Delivered')
  const seconds = Math.round((Date.now() - begun) / 1000)
  process.stdout.write(`From an empty profile through set-up to the first delivered text: ${seconds} s\n`)
  await window.getByRole('tab', { name: /^Needs reply/ }).click()

  // The caller answers while the window is out of sight. (The test call waits for somebody, too.)
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  const repliedAt = Date.now()
  sms.receive({ from: '+15305550141', body: 'Hi! Can I move my cleaning to Thursday?' })
  const toast = await bus.toast(({ title }) => title === 'Pat Lee')
  expect(Date.now() - repliedAt).toBeLessThanOrEqual(10_000)
  expect(toast).toMatchObject({ app: 'Ringback', body: 'Hi! Can I move my cleaning to Thursday?' })
  await expect.poll(() => tray.toolTip()).toEqual(['Ringback', '2 conversations need a reply'])

  // The toast opens the conversation.
  await bus.click()
  await expect.poll(() => isVisible(app)).toBe(true)
  await expect(window.getByRole('heading', { level: 1, name: 'Pat Lee' })).toBeVisible()
  await expect(window.getByRole('log', { name: 'Calls and texts' })).toContainText(
    'Can I move my cleaning to Thursday?',
  )
  await expect(window.getByRole('button', { name: /Inbox ?, 2 conversations/ })).toBeVisible()

  // The receptionist answers, without the seconds for taking it back.
  await app.demand('settings:save-writing', { undoSeconds: 0 })
  await window.getByRole('textbox', { name: 'Message' }).fill('Hi Pat, Thursday at 3 pm is yours.')
  await window.keyboard.press('Enter')
  await expect.poll(() => sms.ledger.length).toBe(3)
  expect(sms.ledger[2]).toMatchObject({ to: '+15305550141', body: 'Hi Pat, Thursday at 3 pm is yours.' })
  sms.receive({ from: '+15305550141', body: 'Perfect, thank you! Do you take Delta?' })
  await expect(window.getByRole('log', { name: 'Calls and texts' })).toContainText('Do you take Delta?')

  await picture(window, 'inbox')
  expect(sms.ledger.filter(({ to }) => to === '+15305550142')).toEqual([])
})

test('without delay the text is with the gateway within a second of the hang-up', async ({ launch }) => {
  const app = await launch()
  await connect(app, { delaySeconds: 0 })
  const waits: number[] = []
  for (const from of ['5305550161', '5305550162', '5305550163']) {
    const call = await lab.call({ from, to: group, giveUpAfter: 2 })
    await expect.poll(() => sms.ledger.some(({ to }) => to === `+1${from}`)).toBe(true)
    waits.push((sms.ledger.find(({ to }) => to === `+1${from}`)?.arrivedAt ?? Infinity) - call.endedAt)
  }
  test.info().annotations.push({ type: 'hang-up to gateway, ms', description: waits.join(', ') })
  expect(Math.max(...waits)).toBeLessThanOrEqual(1000)
})

test('STOP ends it: no text goes to this caller any more, whoever sends it; watched only, nobody gets one', async ({
  tray,
  launch,
}) => {
  const app = await launch()
  await connect(app, { delaySeconds: 0 })
  await lab.call({ from: '5305550171', to: group, giveUpAfter: 2 })
  await expect.poll(() => sms.ledger.length).toBe(1)
  sms.receive({ from: '+15305550171', body: 'STOP' })
  const { window } = app
  await window.getByRole('tab', { name: 'All' }).click()
  await window.getByRole('row').first().click()
  await expect(window.getByRole('log', { name: 'Calls and texts' })).toContainText('Wants no texts')
  await lab.call({ from: '5305550171', to: group, giveUpAfter: 2 })
  await expect.poll(async () => (await app.log.of('call.ended')).length).toBe(2)
  expect((await app.log.of('call.ended'))[1]?.facts).toMatchObject({ text: 'skip', rule: 'opted-out' })
  expect(sms.ledger).toHaveLength(1)

  // Watch only: the call says what would have gone out, and nothing does.
  await app.demand('watch-only:set', { on: true })
  await expect(window.getByText('Ringback shows what it would text')).toBeVisible()
  await expect.poll(() => tray.toolTip()).toContain('Watch only: nothing goes out by itself')
  await lab.call({ from: '5305550172', to: group, giveUpAfter: 2 })
  await window.getByRole('row', { name: /555-0172/ }).click()
  const timeline = window.getByRole('log', { name: 'Calls and texts' })
  await expect(timeline).toContainText('Would have texted: Hi, this is Cedar Dental.')
  expect((await app.log.of('call.ended'))[2]?.facts).toMatchObject({ text: 'skip', rule: 'watch-only' })
  expect(sms.ledger).toHaveLength(1)
})

test('a full disk, a killed engine and a killed PC in the middle of the work lose nothing', async ({ launch }) => {
  test.setTimeout(120_000)
  const disk = mountSmallDisk(64)
  test.skip(disk === null, noSmallDisk)
  if (!disk) return
  const profile = path.join(disk.folder, 'profile')
  const [pat, kim, lou] = ['+15305550181', '+15305550182', '+15305550183'] as const
  const sentTo = (number: string) => sms.ledger.filter(({ to }) => to === number)
  const miss = (number: string) => lab.call({ from: number.slice(2), to: group, giveUpAfter: 2 })
  const watches = (app: RunningApp) =>
    expect.poll(async () => (await app.demand('health:get')).phoneSystem.state, { timeout: 20_000 }).toBe('ok')
  try {
    const app = await launch({ profile })
    await app.demand('secrets:choose', { how: 'file' })
    await connect(app, { delaySeconds: 0 })
    const { window } = app
    await Promise.all([miss(pat), miss(lou)])
    await expect.poll(() => [sentTo(pat).length, sentTo(lou).length]).toEqual([1, 1])

    const told = window.getByText(/disk of this PC is all but full|cannot store calls and texts/).first()
    // Full from here on: somebody writes, a call ends, a STOP comes in, a setting is saved, a copy is made.
    await window.getByRole('tab', { name: 'All' }).click()
    await window.getByRole('row', { name: /555-0183/ }).click()
    const saved = await fillWithin(app, disk)
    await window.getByRole('textbox', { name: 'Message' }).fill('Half a sen')
    await miss(kim)
    sms.receive({ from: pat, body: 'STOP' })
    await expect(told).toBeVisible()
    const business = { name: 'Elm Dental', bookingLink: '' }
    const refused = { ok: false, failure: { message: expect.stringContaining('cannot write to its inbox file') } }
    expect(await app.request('settings:save-business', business)).toMatchObject(refused)
    expect(await app.request('backups:make')).toMatchObject(refused)
    expect(sentTo(kim)).toEqual([])
    await picture(window, 'trouble-disk')

    // There is room again: all of it is made up for, by itself.
    disk.free()
    await expect.poll(() => sentTo(kim).length, { timeout: 20_000 }).toBe(1)
    await expect.poll(async () => (await app.demand('health:get')).inbox.state).toBe('ok')
    await expect.poll(async () => (await app.demand('drafts:list')).drafts[0]?.body).toBe('Half a sen')
    expect((await app.demand('backups:list')).backups).toEqual([])

    // The engine is killed while the disk is full, and finds it so when it begins anew.
    disk.fill()
    await killEngine(app)
    await expect(told).toBeVisible()
    disk.free()
    await expect.poll(async () => (await app.request('health:get')).ok, { timeout: 20_000 }).toBe(true)
    await watches(app)
    // Then all of it, with a text on its way: the service has it, and nobody has heard so.
    sms.fail({ kind: 'hang-after' })
    const last = miss('+15305550184')
    await expect.poll(() => sentTo('+15305550184').length, { timeout: 20_000 }).toBe(1)
    disk.fill()
    await app.kill()
    await last
    disk.free()

    const again = await launch({ profile })
    await expect.poll(async () => (await again.request('health:get')).ok).toBe(true)
    await watches(again)
    expect((await again.demand('settings:get')).business.name).toBe(saved)
    await again.window.getByRole('tab', { name: 'All' }).click()
    await again.window.getByRole('row', { name: /555-0181/ }).click()
    await expect(again.window.getByRole('log', { name: 'Calls and texts' })).toContainText('Wants no texts')
    await again.window.getByRole('row', { name: /555-0184/ }).click()
    await expect(again.window.getByRole('log', { name: 'Calls and texts' })).toContainText('Delivered')
    await again.window.getByRole('row', { name: /555-0183/ }).click()
    await expect(again.window.getByRole('textbox', { name: 'Message' })).toHaveValue('Half a sen')
    expect(['0181', '0182', '0183', '0184'].map((end) => sentTo(`+1530555${end}`).length)).toEqual([1, 1, 1, 1])
  } finally {
    disk.unmount()
  }
})

/** As the office does on its first day: through set-up, with every mistake that people make on the way. */
async function setUpByHand({ window }: RunningApp): Promise<void> {
  const { ami } = lab
  const callOnly = lab.amiAs('callonly')
  const field = (name: string) => window.getByRole('textbox', { name })
  const check = () => window.getByRole('button', { name: /^Check/ }).click()
  const goOn = () => window.getByRole('button', { name: 'Next', exact: true }).click()

  await expect(window.getByRole('heading', { name: 'Welcome to Ringback' })).toBeVisible()
  await picture(window, 'welcome')
  await window.getByRole('button', { name: 'Connect your phone system' }).click()
  // A PC of the office, but not the phone system (a name that nobody knows: bad-input.spec.ts).
  await field('Address').fill('127.9.9.9')
  await field('Port').fill(String(ami.port))
  await check()
  await expect(field('Port')).toHaveAccessibleDescription(/Nothing answers here/)
  await expect(window.getByText(/The computer at 127.9.9.9 answers, but nothing listens/)).toBeVisible()
  await field('Address').fill(ami.host)
  await expect(window.locator('.pbx-person pre')).toContainText(/permit = 127\.[\d.]+\/255/)
  await check()
  await expect(window.getByText(/Asterisk answers at/)).toBeVisible()
  await picture(window, 'setup-find')
  await goOn()

  const password = window.getByLabel('Password', { exact: true })
  await field('User name').fill(callOnly.username)
  await password.fill('not the password')
  await check()
  await expect(password).toHaveAccessibleDescription(/was not accepted/)
  await password.fill(callOnly.password)
  await check()
  const missing = window.locator('.rights')
  await expect(missing).toContainText('write: reporting')
  await expect(missing).toContainText('write = originate,reporting')
  await field('User name').fill(ami.username)
  await password.fill(ami.password)
  await check()
  await expect(missing).toBeHidden()
  await expect(window.locator('.found-card')).toContainText('101')
  await picture(window, 'setup-sign-in')
  await goOn()

  const seen = window.getByRole('region', { name: 'Calls, as Ringback sees them' })
  await expect(seen).toContainText('Waiting for your call')
  const call = lab.call({ from: '5305550140', name: 'The boss', to: group, giveUpAfter: 2 })
  await expect(seen).toContainText('Ringing:')
  await call
  await expect(seen).toContainText('this caller would get a text')
  await goOn()

  await field('Account SID').fill(`AC${'9'.repeat(32)}`)
  await window.getByLabel('Auth token').fill(labAccount.authToken)
  await field('Your texting number').fill('+15305550199')
  await window.getByText('Use an API key, or another provider').click()
  await field('Address of a Twilio-compatible provider').fill(sms.url)
  await check()
  await expect(field('Account SID')).toHaveAccessibleDescription(/were not accepted/)
  await field('Account SID').fill(labAccount.accountSid)
  await check()
  await expect(field('Your texting number')).toHaveAccessibleDescription(/No texts can be sent from this number/)
  await window.getByRole('button', { name: 'Show the numbers of this account' }).click()
  // The only one that can text is chosen.
  await expect(window.getByRole('radio', { name: '(530) 555-0100' })).toBeChecked()
  await check()
  await expect(window.getByText('Twilio accepted the account and its token.')).toBeVisible()
  await field('Your mobile number').fill('(530) 555-0149')
  await window.getByRole('button', { name: 'Send a test text' }).click()
  await expect(window.getByText('Delivered to your phone.')).toBeVisible()
  expect(await barriers(window)).toEqual([])
  expect(sms.ledger).toMatchObject([{ to: '+15305550149', body: expect.stringContaining('A test text') }])
  await picture(window, 'setup-texting')
  await goOn()

  await goOn()
  await expect(field('Name of your business')).toHaveAccessibleDescription(/This is needed/)
  await field('Name of your business').fill('Cedar Dental')
  await picture(window, 'setup-message')
  await goOn()
  await expect(window.getByRole('heading', { name: 'When you are open' })).toBeFocused()
  await goOn()
  await expect(window.getByText('Texts are signed by Cedar Dental.')).toBeVisible()
  await window.getByRole('main').getByRole('button', { name: 'Start' }).click()
  await expect(window.getByRole('button', { name: 'All well' })).toBeVisible()
}

/** The same through the bridge, for tests that are not about the first day. */
async function connect(app: RunningApp, { delaySeconds }: { delaySeconds: number }): Promise<void> {
  await expect.poll(async () => (await app.request('settings:get')).ok).toBe(true)
  const { followUp } = await app.demand('settings:get')
  const { accountSid, authToken, number } = labAccount
  await app.demand('settings:save-business', { name: 'Cedar Dental', bookingLink: '' })
  await app.demand('settings:save-follow-up', { ...followUp, delaySeconds })
  await app.demand('texting:save', { accountSid, authToken, from: number, baseUrl: sms.url })
  await app.demand('phone-system:save', lab.ami)
  await expect.poll(async () => (await app.demand('health:get')).phoneSystem.state).toBe('ok')
  await app.window.reload()
}

function isVisible({ electron }: RunningApp): Promise<boolean> {
  return electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false)
}

/** Not a byte fits any more, also where the inbox has some room of its own. Answers the name that was saved last. */
async function fillWithin(app: RunningApp, disk: SmallDisk): Promise<string> {
  let saved = 'Cedar Dental'
  for (let n = 0; ; n += 1) {
    disk.fill()
    const name = `Cedar Dental ${n}`
    if (!(await app.request('settings:save-business', { name, bookingLink: '' })).ok) return saved
    saved = name
  }
}

async function killEngine({ electron }: RunningApp): Promise<void> {
  await electron.evaluate(({ app }) => {
    const engine = app.getAppMetrics().find(({ name }) => name === 'Ringback engine')
    if (engine) process.kill(engine.pid, 'SIGKILL')
  })
}
