import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PauseLength } from '../../contract/pause.ts'
import { textCommands } from '../outbox/commands.ts'
import { saveSection } from '../settings/settings.ts'
import { hour, minute, pat, second, TextingOffice } from '../outbox/testing.ts'

let office: TextingOffice

beforeEach(async () => {
  office = new TextingOffice()
  await office.open()
})

afterEach(() => office.end())

const pause = (minutes: PauseLength) => textCommands['automation:pause']({ minutes }, office.context)

describe('a text by staff that failed and is sent again', () => {
  const refused = { reaction: 'never', code: '30003', said: { code: 'listed', facts: { number: 30003 } } } as const

  test('ends the follow-up of a call that came in between, and is the only text', async () => {
    await office.call({ outcome: 'answered' })
    office.carrier.endNextSend({ end: 'rejected', failure: refused })
    const { messageId } = await office.staffWrites('Your results are in')
    await office.passSlowly(5 * minute, minute)
    await office.call()
    await office.pass(5 * second)
    await textCommands['messages:send-again']({ id: messageId }, office.context)
    await office.passSlowly(minute)
    expect(office.sent()).toEqual(['Your results are in'])
    expect(await office.stopReason()).toBe('staff-wrote')
  })

  test('counts as written when it goes out, for a call that ended just then', async () => {
    await office.call({ outcome: 'answered' })
    office.carrier.endNextSend({ end: 'rejected', failure: refused })
    const { messageId } = await office.staffWrites('Your results are in')
    await office.passSlowly(5 * minute, minute)
    const startedAt = office.clock.now()
    await office.pass(5 * second)
    await textCommands['messages:send-again']({ id: messageId }, office.context)
    await office.pass(5 * second)
    expect(await office.call({ startedAt })).toMatchObject({ verdict: 'skip', rule: 'staff-wrote' })
  })
})

test('a pause until tomorrow ends where the office’s next day begins', async () => {
  const timeZone = 'America/Denver'
  await office.store.write((work) => saveSection(work, 'business', { timeZone }, office.clock.now()))
  await pause('tomorrow')
  const until = office.automation.current()?.until ?? 0
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  expect(clock.format(until)).toMatch(/, 00:00:00$/)
  expect(until - office.clock.now()).toBeGreaterThan(0)
  expect(until - office.clock.now()).toBeLessThanOrEqual(25 * hour)
})

describe('after a follow-up that ended without a text', () => {
  test('because of a pause, the next call of the day is texted again', async () => {
    await office.call()
    await pause(15)
    expect(await office.stopReason()).toBe('paused')
    await office.passSlowly(20 * minute, 30 * second)
    expect(await office.call()).toMatchObject({ verdict: 'text' })
    await office.passSlowly(minute)
    expect(office.sent()).toHaveLength(1)
  })

  test('because of the brake, the next call after Resume is texted again', async () => {
    office.settings.followUp.delaySeconds = 0
    for (let caller = 10; caller < 45; caller += 1) await office.call({}, `+153055501${caller}`)
    await office.passSlowly(40 * second)
    const last = '+15305550144'
    expect(office.sent(last)).toEqual([])
    await office.muchLater(11 * minute)
    await textCommands['automation:resume'](undefined, office.context)
    expect(await office.call({}, last)).toMatchObject({ verdict: 'text' })
  })

  test('because automatic texts were turned off meanwhile, the next call is texted again', async () => {
    await office.call()
    office.settings.followUp.enabled = false
    await office.passSlowly(minute)
    expect(await office.stopReason()).toBe('rule')
    office.settings.followUp.enabled = true
    expect(await office.call()).toMatchObject({ verdict: 'text' })
  })

  test('because staff stopped it, the next call of the day is not, and the reason says so', async () => {
    await office.call()
    const conversationId = await office.conversation()
    await textCommands['follow-ups:stop']({ conversationId }, office.context)
    await office.muchLater(hour)
    expect(await office.call()).toMatchObject({ verdict: 'skip', rule: 'stopped-by-staff' })
    await office.muchLater(24 * hour)
    expect(await office.call({}, pat)).toMatchObject({ verdict: 'text' })
  })
})
