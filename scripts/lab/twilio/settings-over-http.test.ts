/** The texting settings of a whole engine against the stand-in, over real HTTP. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startTestEngine } from '../../../electron/engine/testing.ts'
import type { TestEngine } from '../../../electron/engine/testing.ts'
import { startTwilioStandIn } from './stand-in.ts'
import type { StandIn } from './stand-in.ts'

const account = { accountSid: `AC${'1'.repeat(32)}`, authToken: 'right' }
const apiKey = { sid: `SK${'3'.repeat(32)}`, secret: 'also right' }

let standIn: StandIn
let office: TestEngine
let engine: TestEngine['engine']

beforeEach(async () => {
  standIn = await startTwilioStandIn({ ...account, numbers: ['+15305550100'], apiKey })
  office = await startTestEngine()
  engine = office.engine
})

afterEach(async () => {
  await office.end()
  await standIn.stop()
})

async function states(input: object): Promise<string[]> {
  const settings = { accountSid: account.accountSid, from: '(530) 555-0100', baseUrl: standIn.url, ...input }
  const result = await engine.request('texting:check', settings)
  return result.ok ? (result.value as { steps: { state: string }[] }).steps.map(({ state }) => state) : []
}

it('sign in with the account’s token or with an API key and its secret', async () => {
  const fine = ['ok', 'ok', 'ok', 'ok']
  expect(await states({ authToken: account.authToken })).toEqual(fine)
  expect(await states({ apiKey: apiKey.sid, authToken: apiKey.secret })).toEqual(fine)
  expect((await states({ apiKey: apiKey.sid, authToken: account.authToken }))[0]).toBe('failed')
})

it('keep the API key, and read replies with it', async () => {
  standIn.receive({ from: '+15305550131', body: 'STOP' })
  const settings = { accountSid: account.accountSid, from: '+15305550100', baseUrl: standIn.url, apiKey: apiKey.sid }
  expect(await engine.request('texting:save', { ...settings, authToken: apiKey.secret })).toMatchObject({ ok: true })
  const stored = await engine.request('settings:get', undefined)
  expect(stored).toMatchObject({ ok: true, value: { texting: { apiKey: apiKey.sid, hasToken: true } } })
  await expect
    .poll(async () => await engine.request('health:get', undefined), { timeout: 5000 })
    .toMatchObject({ value: { texting: { state: 'ok' } } })
  const copy = join(office.folder, 'opt-outs.jsonl')
  await expect.poll(() => existsSync(copy) && readFileSync(copy, 'utf8'), { timeout: 10_000 }).toMatch(/5550131.*"out"/)
})

it('list what the account can text from, and say which credentials are wrong', async () => {
  const account1 = { accountSid: account.accountSid, baseUrl: standIn.url }
  const right = await engine.request('texting:senders', { ...account1, authToken: account.authToken })
  expect(right).toMatchObject({
    ok: true,
    value: { senders: [{ from: '+15305550100', numberForPeople: '(530) 555-0100', texts: true }, { texts: true }] },
  })
  const wrong = await engine.request('texting:senders', { ...account1, authToken: 'wrong' })
  expect(wrong).toMatchObject({
    ok: false,
    failure: { code: 'bad-input', message: expect.stringContaining('account') },
  })
})

it('send a test text to one’s own phone, once', async () => {
  const settings = { ...account, from: '+15305550100', baseUrl: standIn.url }
  const test = { to: '(530) 555-0149', messageId: '7b0b8c52-3a3e-4a51-9a3f-0e5d1c1a9f01' }
  expect(await engine.request('texting:test', test)).toMatchObject({ ok: false, failure: { code: 'not-ready' } })
  expect(await engine.request('texting:test', { ...test, to: 'my phone' })).toMatchObject({ ok: false })
  await engine.request('texting:save', settings)
  await engine.request('texting:test', test)
  await engine.request('texting:test', test)
  await expect.poll(() => standIn.ledger.map(({ to }) => to), { timeout: 5000 }).toEqual(['+15305550149'])
})
