import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { countSegments } from '../../../telephony/sms/segments.ts'
import { hour, minute, pat, second, TextingOffice } from '../outbox/testing.ts'
import { saveSection } from '../settings/settings.ts'

let office: TextingOffice

const help =
  'Oak Dental: we text you back when we miss your call. Reply to this text or call us. Reply STOP for no more texts.'
const again = 'Oak Dental: you will get our texts again. Reply STOP for no more texts.'

beforeEach(async () => {
  office = new TextingOffice()
  await office.open({ polling: true })
  await office.store.write((work) => saveSection(work, 'business', { name: 'Oak Dental' }, office.clock.now()))
  await office.pass(10 * second)
})

afterEach(() => office.end())

async function hears(body: string, from = pat): Promise<void> {
  office.carrier.receive({ from, body })
  await office.passSlowly(10 * second)
}

describe('HELP', () => {
  test('is answered once a day, where the gateway does not do it', async () => {
    await hears('HELP')
    expect(office.sent()).toEqual([help])
    await hears('Info')
    await hears('help!')
    expect(office.sent()).toEqual([help])
    await office.muchLater(25 * hour)
    await hears('HELP')
    expect(office.sent()).toEqual([help, help])
  })

  test('is answered in Spanish to whoever asks in Spanish', async () => {
    await hears('¡Ayuda!')
    const [answer = ''] = office.sent()
    expect(answer).toMatch(/^Oak Dental: le escribimos .*Responda STOP/)
    expect(countSegments(answer)).toMatchObject({ encoding: 'GSM-7', segments: 1 })
    await hears('HELP')
    expect(office.sent()).toEqual([answer, help])
  })

  test('is left to a gateway that answers it by itself', async () => {
    Object.assign(office.carrier.can, { answersKeywords: true })
    await hears('HELP')
    expect(office.sent()).toEqual([])
  })

  test('is not answered after a quarter of an hour, to whoever wants no texts, nor while everything is paused', async () => {
    await hears('STOP')
    await hears('HELP')
    expect(office.sent()).toEqual([])
    office.kill.killed = true
    office.carrier.receive({ from: '+15305550102', body: 'HELP' })
    office.clock.jumpTo(office.clock.now() + 16 * minute)
    await office.restart({ polling: true })
    await office.passSlowly(minute)
    expect(office.sent('+15305550102')).toEqual([])
    await office.automation.pause(null)
    await hears('HELP', '+15305550103')
    expect(office.sent('+15305550103')).toEqual([])
  })

  test('to a gateway that is away for long is answered no more', async () => {
    office.carrier.endNextSend(
      ...Array.from(
        { length: 40 },
        () => ({ end: 'not-sent', retryAfterMs: minute, said: { code: 'no-connection', facts: {} } }) as const,
      ),
    )
    await hears('HELP')
    await office.passSlowly(16 * minute, 30 * second)
    office.carrier.endNextSend()
    await office.passSlowly(20 * minute, minute)
    expect(office.sent()).toEqual([])
    expect(await office.states()).toEqual(['cancelled'])
  })
})

describe('an answer when everything is paused', () => {
  const away = { end: 'not-sent', retryAfterMs: 20 * second, said: { code: 'no-connection', facts: {} } } as const

  test('is taken back when it has not gone out yet', async () => {
    office.carrier.endNextSend(away)
    await hears('HELP')
    await office.automation.pause(null)
    expect(await office.states()).toEqual(['cancelled'])
    await office.automation.resume()
    await office.passSlowly(minute)
    expect(office.sent()).toEqual([])
  })

  test('is taken back also when it was on its way just then', async () => {
    let answer: () => void = () => undefined
    const { carrier } = office
    office.gateway = {
      name: carrier.name,
      account: carrier.account,
      from: carrier.from,
      can: carrier.can,
      send: () => new Promise((resolve) => (answer = () => resolve(away))),
      received: (page) => carrier.received(page),
      sentTo: (number, page) => carrier.sentTo(number, page),
      fetch: (providerId) => carrier.fetch(providerId),
      check: () => carrier.check(),
    }
    await hears('HELP')
    expect(await office.states()).toEqual(['sending'])
    await office.automation.pause(null)
    answer()
    office.gateway = carrier
    await office.passSlowly(minute)
    expect(office.sent()).toEqual([])
    expect(await office.states()).toEqual(['cancelled'])
  })
})

describe('START', () => {
  test('is confirmed when it undid an opt-out, and only then', async () => {
    await hears('START')
    expect(office.sent()).toEqual([])
    await hears('STOP')
    await hears('START')
    expect(office.sent()).toEqual([again])
  })

  test('is confirmed in the language of the office’s texts, and so is HELP answered', async () => {
    await office.store.write((work) => saveSection(work, 'texts', { language: 'es' }, office.clock.now()))
    await hears('STOP')
    await hears('START')
    await hears('HELP')
    expect(office.sent()).toEqual([
      'Oak Dental: le escribiremos otra vez. Responda STOP si no quiere mensajes.',
      expect.stringContaining('Oak Dental: le escribimos cuando'),
    ])
  })
})
