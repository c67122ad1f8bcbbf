/**
 * Calling back, end to end: the real app, a real Asterisk, a desk phone and a caller who do as they are told. What the
 * receptionist sees of it, and that it ends the automatic texts.
 */
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
const pat = '15305550141'

let lab: Lab
let sms: StandIn

test.skip(noPbx !== undefined, `no real Asterisk here: ${noPbx}`)

test.beforeAll(async () => {
  test.setTimeout(180_000)
  lab = await startLab({ ringSeconds: 20 })
  const { accountSid, authToken, number } = labAccount
  sms = await startTwilioStandIn({ accountSid, authToken, numbers: [number] })
})
test.afterAll(async () => {
  await sms?.stop()
  await lab?.stop()
})

test('Call back rings the desk phone, then the caller, and the automatic text does not go out', async ({ launch }) => {
  test.setTimeout(120_000)
  const app = await launch()
  const { window } = app
  await connect(app)

  // While the caller rings, the bar along the top shows the number as people write it; one key opens a conversation.
  const call = lab.call({ from: pat, name: 'Pat Lee', to: '15305550101', giveUpAfter: 3 })
  await expect(window.getByRole('region', { name: 'Calls right now' })).toContainText('(530) 555-0141')
  await window.keyboard.press('o')
  await expect(window.getByRole('textbox', { name: 'Message' })).toBeVisible({ timeout: 1000 })
  await expect(window.getByRole('heading', { name: 'Pat Lee' }).first()).toBeVisible({ timeout: 1000 })
  await call
  await window.getByRole('tab', { name: /^Waiting/ }).click()
  await window.getByRole('row', { name: /Pat Lee/ }).click()
  await expect(window.getByRole('log', { name: 'Calls and texts' })).toContainText('Missed call')

  // Nobody has said yet which phone stands here.
  await window.keyboard.press('c')
  const question = window.getByRole('dialog', { name: 'Which phone is yours?' })
  await question.getByText('101', { exact: true }).click()
  lab.phone('101').will('busy')
  await question.getByRole('button', { name: 'Save and call' }).click()
  const card = window.getByRole('region', { name: 'Call back' })
  await expect(card).toContainText('Your phone 101 is busy.')
  await picture(window, 'call-back-busy')
  expect(await barriers(window)).toEqual([])

  // Once it is free, both pick up.
  lab.phone('101').will({ answerAfter: 2 })
  lab.outside(pat).will({ answerAfter: 1.5, hangUpAfter: 2 })
  await card.getByRole('button', { name: 'Call again' }).click()
  await expect(card).toContainText('Your phone 101 is ringing.')
  await expect(window.getByRole('button', { name: 'Call back' }).first()).toBeDisabled()
  await picture(window, 'call-back')
  await expect(card).toContainText('Calling Pat Lee')
  await expect(card).toContainText('You are talking with Pat Lee')
  await expect(window.getByRole('region', { name: 'Calls right now' })).toContainText('Pat Lee with 101')
  await expect(card).toContainText('You talked with Pat Lee')

  // It stands in the conversation, and nobody texts somebody who has been talked to.
  await expect(window.getByRole('log', { name: 'Calls and texts' })).toContainText('You called, and they answered')
  await expect(window.getByRole('log', { name: 'Calls and texts' })).toContainText(
    'Follow-up stopped: the office called Pat Lee',
  )
  expect(lab.outside(pat).calledBy()).toBe('15305550101')
  expect(sms.ledger).toEqual([])
})

test('Cancel stops the ringing, and a phone that is not there is told from a caller who is not', async ({ launch }) => {
  test.setTimeout(120_000)
  const app = await launch()
  const { window } = app
  await connect(app)
  await lab.call({ from: pat, name: 'Pat Lee', to: '15305550101', giveUpAfter: 1 })
  const auto = { context: '', prefix: '', numberForm: 'auto', callerId: 'auto' } as const
  await app.demand('settings:save-call-back', { ...auto, phone: '105' })
  const rail = window.getByRole('navigation', { name: 'Main' })
  await rail.getByRole('button', { name: 'Calls' }).click()
  await window.getByRole('button', { name: 'Call back Pat Lee' }).click()
  const card = window.getByRole('region', { name: 'Call back' })
  await expect(card).toContainText('Your phone 105 could not be reached.')

  // Another phone is chosen where the card leads to.
  await card.getByRole('button', { name: 'Settings' }).click()
  await window.getByText('101', { exact: true }).click()
  expect(await barriers(window)).toEqual([])
  await window.getByRole('button', { name: 'Save', exact: true }).click()
  lab.phone('101').will('ring')
  await card.getByRole('button', { name: 'Call again' }).click()
  await expect(card).toContainText('Your phone 101 is ringing.')
  await card.getByRole('button', { name: 'Cancel' }).click()
  await expect(card).toContainText('The call was canceled.')
})

/** With a user that may hang up, too; through the bridge, since this is not about the first day. */
async function connect(app: RunningApp): Promise<void> {
  await expect.poll(async () => (await app.request('settings:get')).ok).toBe(true)
  const { followUp } = await app.demand('settings:get')
  const { accountSid, authToken, number } = labAccount
  await app.demand('settings:save-business', { name: 'Cedar Dental', bookingLink: '' })
  await app.demand('settings:save-follow-up', { ...followUp, delaySeconds: 300 })
  await app.demand('texting:save', { accountSid, authToken, from: number, baseUrl: sms.url })
  await app.demand('phone-system:save', lab.amiAs('hangsup'))
  await expect.poll(async () => (await app.demand('health:get')).phoneSystem.state).toBe('ok')
  await app.window.reload()
}
