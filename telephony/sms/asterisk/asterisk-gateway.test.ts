import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { ManualClock } from '../../clock.ts'
import { silentLogger } from '../../logger.ts'
import type { GatewayCheckStep, SendResult } from '../gateway.ts'
import { createAsteriskGateway } from './asterisk-gateway.ts'
import type { AsteriskGateway } from './asterisk-gateway.ts'
import { dialplanLines, kept } from './dialplan.ts'
import { mostBytes } from './message-send.ts'
import { answer, ScriptedPort } from './scripted-port.ts'

const office = '+12125550100'
const pat = '+15305550141'
const fromPat = '"Pat" <sip:15305550141@192.0.2.1>'

let port: ScriptedPort
let clock: ManualClock
let gateway: AsteriskGateway
let told: number

beforeEach(() => {
  port = new ScriptedPort()
  clock = new ManualClock(port.now * 1000)
  told = 0
  gateway = made()
})

function made(settings: { trunk?: string; from?: string } = {}): AsteriskGateway {
  return createAsteriskGateway({
    port,
    clock,
    from: office,
    trunk: 'PJSIP/trunk',
    numbers: 'plus',
    country: 'US',
    logger: silentLogger,
    onReceived: () => (told += 1),
    ...settings,
  })
}

const bodies = async () => (await gateway.received()).messages.map(({ body }) => body)

describe('sending', () => {
  test('hands the text to the trunk, in an action without a line end that is not ours', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((body) => Buffer.byteLength(body) <= mostBytes)
    await fc.assert(
      fc.asyncProperty(text, async (body) => {
        expect(await gateway.send({ to: pat, body })).toMatchObject({ end: 'accepted', message: { body } })
        const { Base64Body = '', ...fields } = port.asked.at(-1) ?? {}
        expect(Buffer.from(Base64Body, 'base64').toString()).toBe(body)
        expect(Object.values(fields).join('')).not.toMatch(/[\r\n]/)
      }),
    )
  })

  const ends: [what: string, send: () => ReturnType<ScriptedPort['send']>, end: Partial<SendResult>][] = [
    ['a user who may not', () => answer({ Message: 'Permission denied' }, false), { end: 'rejected' }],
    ['no module', () => answer({ Message: 'Message technology not found.' }, false), { end: 'rejected' }],
    ['an answer that never came', () => new Error('lost'), { end: 'unknown' }],
    ['a text it cannot read', () => answer({ Message: 'Failed to parse message' }, false), { end: 'rejected' }],
  ]
  test.each(ends)('meets %s', async (_what, send, end) => {
    port.send = send
    expect(await gateway.send({ to: pat, body: 'Hello' })).toMatchObject(end)
  })

  test('is tried again at a trunk that is there, and stops at one that is not', async () => {
    port.send = () => answer({ Message: 'Message failed to send.' }, false)
    port.variables.set('PJSIP_ENDPOINT(trunk,aors)', 'trunk')
    expect(await gateway.send({ to: pat, body: 'Hello' })).toMatchObject({ end: 'not-sent' })
    port.variables.clear()
    expect(await gateway.send({ to: pat, body: 'Hello' })).toMatchObject({
      end: 'rejected',
      failure: { code: 'no-trunk' },
    })
  })

  test('is safe to try again where nobody is connected', async () => {
    port.connected = false
    expect(await gateway.send({ to: pat, body: 'Hello' })).toMatchObject({ end: 'not-sent' })
  })

  test.each(['trunk@elsewhere', 'trunk,aors)', 'a b', ''])('asks nothing for the trunk “%s”', async (trunk) => {
    expect(await made({ trunk }).send({ to: pat, body: 'Hello' })).toMatchObject({ end: 'rejected' })
    expect(port.asked).toEqual([])
  })

  test.each(['911', 'sip:eve@evil', '+1530\r\nAction: Originate'])('asks nothing for the number %j', async (to) => {
    expect(await gateway.send({ to, body: 'Hello' })).toMatchObject({ failure: { reaction: 'never' } })
    expect(port.asked).toEqual([])
  })
})

describe('what comes in', () => {
  test('is told at once and listed newest first, by the phone system’s clock', async () => {
    port.receive(fromPat, 'One')
    port.now += 5
    port.receive(fromPat, 'Two')
    expect(told).toBe(2)
    const { messages, next, span } = await gateway.received()
    expect(messages.map(({ body, at, from }) => [body, at, from])).toEqual([
      ['Two', port.now * 1000, pat],
      ['One', (port.now - 5) * 1000, pat],
    ])
    expect([next, span]).toEqual([null, { oldestAt: (port.now - 5) * 1000, newestAt: port.now * 1000 }])
  })

  test('is listed again and again, for nobody else knows whether it was stored', async () => {
    port.receive(fromPat, 'Told only', { keeps: false })
    expect(await bodies()).toEqual(['Told only'])
    await clock.advance(60_000)
    expect(await bodies()).toEqual(['Told only'])
  })

  test('is not listed twice when it was told and kept', async () => {
    port.receive(fromPat, 'Once')
    expect(await bodies()).toEqual(['Once'])
  })

  test('while nobody was connected is found by who may look, and only by them', async () => {
    port.receive(fromPat, 'Missed', { tells: false })
    expect(await bodies()).toEqual(['Missed'])
    port.offered = ['MessageSend']
    await clock.advance(61_000)
    gateway = made()
    expect(await bodies()).toEqual([])
  })

  test('is read once, and only once', async () => {
    for (let count = 0; count < 30; count += 1) port.receive(fromPat, `Text ${count}`)
    await bodies()
    port.asked.length = 0
    await bodies()
    expect(port.asked.length).toBeLessThanOrEqual(4)
  })

  test('is found page by page, as far back as the phone system keeps it', async () => {
    for (let count = 1; count <= kept + 30; count += 1) port.receive(fromPat, String(count), { tells: false })
    const found: string[] = []
    let next: string | undefined
    do {
      const page = await gateway.received(next)
      found.push(...page.messages.map(({ body }) => body))
      next = page.next ?? undefined
    } while (next !== undefined)
    expect(found).toEqual(Array.from({ length: kept }, (_, index) => String(kept + 30 - index)))
  })

  test('is found after the phone system’s database was emptied', async () => {
    for (let count = 0; count < 3; count += 1) port.receive(fromPat, `Before ${count}`)
    await bodies()
    port.forgetAll()
    port.now += 60
    for (let count = 0; count < 5; count += 1) port.receive(fromPat, `After ${count}`, { tells: false })
    expect(await bodies()).toEqual(['After 4', 'After 3', 'After 2', 'After 1', 'After 0'])
  })

  test('cannot be asked for where nobody is connected', async () => {
    port.connected = false
    await expect(gateway.received()).rejects.toMatchObject({ kind: 'no-connection' })
  })

  test('does no harm whatever it says', async () => {
    const junk = fc.string({ unit: 'binary', maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(junk, junk, junk, async (id, from, text) => {
        port.keep('1', `${id}:${from}:${text}:`)
        port.keep('last', '1')
        port.tell('UserEvent', { UserEvent: 'RingbackText', Id: id, From: from, Text: text })
        const other = made()
        await other.received()
        other.close()
      }),
    )
  })

  test('brings every body back as it was', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
    await fc.assert(
      fc.asyncProperty(text, async (body) => {
        port.receive(fromPat, body)
        expect((await bodies())[0]).toBe(body)
      }),
      { numRuns: 50 },
    )
  })

  test.each([
    ['<sip:+15305550141@192.0.2.1;user=phone>;tag=1', pat],
    ['sip:5305550141@192.0.2.1', pat],
    ['"A <b> \\" c" <sip:%2B15305550141@x>', pat],
    ['<tel:+1-530-555-0141>', pat],
    ['<sip:72345@192.0.2.1>', '72345'],
    ['<sip:anonymous@anonymous.invalid>', null],
    ['', null],
  ])('comes from %s', async (header, number) => {
    port.receive(header, 'Hello')
    expect((await gateway.received()).messages[0]?.from).toBe(number)
  })
})

describe('the check', () => {
  const states = (steps: GatewayCheckStep[]) => steps.map(({ about, state }) => `${about} ${state}`)

  beforeEach(() => {
    port.variables.set('PJSIP_ENDPOINT(trunk,aors)', 'trunk').set('PJSIP_ENDPOINT(trunk,message_context)', 'texts')
    port.dialplan = dialplanLines().flatMap((line): [string, string][] => {
      const [, application = '', data = ''] = /^(?:exten|[ ]same) => [^,]+,(?:1,)?(\w+)\((.*)\)$/.exec(line) ?? []
      return application === '' ? [] : [[application, data]]
    })
  })

  test('finds everything in order', async () => {
    expect(states(await gateway.check())).toEqual(['sign-in ok', 'trunk ok', 'answers ok', 'replies ok'])
  })

  test('signs in anew once the rights were added', async () => {
    port.offered = ['DBGet']
    port.signedInAgain = () => {
      port.offered = ['DBGet', 'MessageSend']
    }
    expect((await gateway.check())[0]?.state).toBe('ok')
    port.signedInAgain = () => {
      throw new Error('A connection that can send needs no other')
    }
    expect((await gateway.check())[0]?.state).toBe('ok')
  })

  test.each([
    ['nobody is connected', () => (port.connected = false), 'sign-in failed'],
    ['the user may not send', () => (port.offered = ['DBGet']), 'sign-in failed'],
    ['there is no such trunk', () => port.variables.clear(), 'trunk failed'],
    ['the phone system is too old', () => port.variables.set('version', '16.12.0'), 'trunk failed'],
    ['the dialplan knows no texts', () => (port.dialplan = []), 'answers failed'],
    ['the dialplan keeps none', () => (port.dialplan = [['UserEvent', 'RingbackText,Id: 1']]), 'replies warning'],
    ['the user may not look', () => (port.offered = ['MessageSend']), 'replies warning'],
  ])('says what is wrong when %s', async (_what, spoil, expected) => {
    spoil()
    expect(states(await gateway.check())).toContain(expected)
  })
})
