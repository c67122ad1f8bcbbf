import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hour, minute, pat, second, TextingOffice } from './testing.ts'

let office: TextingOffice

beforeEach(async () => {
  office = new TextingOffice()
  const { texts } = office.settings
  texts.steps.first.usual = 'Oak Dental: first'
  texts.steps.second = { usual: 'Oak Dental: second', closed: '', break: '' }
  texts.steps.third = { usual: 'Oak Dental: third', closed: '', break: '' }
  texts.addOptOut = false
  await office.open()
})

afterEach(() => office.end())

const [first, next, last] = ['Oak Dental: first', 'Oak Dental: second', 'Oak Dental: third']

/** The office is in Los Angeles, and so are its callers. It is winter there. */
const losAngeles = (date: string) => Date.parse(`${date}:00-08:00`)
const at = (date: string) => office.clock.jumpTo(losAngeles(date))
const until = (date: string) => office.quicklyUntil(losAngeles(date))
const callers = (count: number) => Array.from({ length: count }, (_, index) => `+1530555${1000 + index}`)
/** When these words went out, to anybody, epoch ms. */
const sentAt = (words: string) => office.carrier.accepted.filter(({ body }) => body === words).map((text) => text.at)

/** Follow-ups of these steps only. */
function steps(only: { firstOn: boolean; secondOn: boolean; thirdOn: boolean }): void {
  Object.assign(office.settings.followUp, only)
}

function mostWithinTenMinutes(): number {
  const times = office.carrier.accepted.map((text) => text.at)
  return Math.max(...times.map((from) => times.filter((time) => time >= from && time < from + 10 * minute).length))
}

/** Third texts that were due from 9:00 on, at a PC that is switched on later. */
async function pileUp(count: number, pcOn: string): Promise<void> {
  steps({ firstOn: false, secondOn: false, thirdOn: true })
  at('2026-11-24T12:00')
  for (const caller of callers(count)) await office.call({}, caller)
  steps({ firstOn: true, secondOn: false, thirdOn: false })
  at(pcOn)
  await office.restart()
}

describe('texts that piled up while the PC was off', () => {
  test('all go out, though callers of just now are texted too, and do not set off the brake', async () => {
    await pileUp(35, '2026-11-25T09:30')
    await office.passSlowly(minute)
    await office.call()
    await office.passSlowly(18 * second)
    expect(office.sent()).toEqual([first])
    expect(sentAt(last)).toHaveLength(3)
    const due = await office.store.db.selectFrom('outbox').select('due_at').orderBy('due_at').execute()
    const apart = due.slice(1).map(({ due_at }, index) => due_at - (due[index]?.due_at ?? 0))
    expect(new Set(apart)).toEqual(new Set([30 * second]))
    for (let passed = 1; passed < 30; passed += 1) {
      if (passed < 8) await office.call({}, `+1530556${1000 + passed}`)
      await office.quicklyUntil(office.clock.now() + minute)
    }
    expect(office.automation.current()).toBeNull()
    expect(sentAt(last)).toHaveLength(35)
    expect(sentAt(first)).toHaveLength(8)
    expect(mostWithinTenMinutes()).toBeLessThan(30)
  })

  test('do not hide a loop: thirty texts to callers of just now still set off the brake', async () => {
    await pileUp(3, '2026-11-25T09:30')
    for (let call = 10; call < 45; call += 1) await office.call({}, `+153055601${call}`)
    await office.passSlowly(50 * second)
    expect(office.automation.current()).toMatchObject({ by: 'brake' })
    expect(office.carrier.accepted).toHaveLength(30)
  })

  test('let one go first that would be too late sooner', async () => {
    await pileUp(8, '2026-11-25T08:00')
    steps({ firstOn: false, secondOn: true, thirdOn: false })
    await office.call()
    at('2026-11-25T09:58')
    await office.restart()
    await until('2026-11-25T10:01')
    expect(office.sent()).toEqual([next])
    await until('2026-11-25T10:05')
    expect(sentAt(last)).toHaveLength(8)
  })
})

test('texts that all wait for noon go out one after another', async () => {
  steps({ firstOn: true, secondOn: true, thirdOn: false })
  at('2026-11-24T08:00')
  for (const caller of callers(4)) await office.call({}, caller)
  await office.passSlowly(20 * second)
  await until('2026-11-24T12:10')
  const noon = losAngeles('2026-11-24T12:00')
  const after = sentAt(next).map((time) => Math.floor((time - noon) / second))
  expect(after).toEqual([0, 30, 60, 90])
})

describe('the brake, when the clock was set back', () => {
  beforeEach(async () => {
    office.settings.followUp.delaySeconds = 0
    steps({ firstOn: true, secondOn: false, thirdOn: false })
    at('2026-11-24T15:00')
    for (const caller of callers(29)) await office.call({}, caller)
    await office.passSlowly(40 * second)
    expect(sentAt(first)).toHaveLength(29)
    await office.setClock(-3 * hour)
  })

  test('does not count texts that went out at what is the future now, only a loop of now', async () => {
    at('2026-11-24T12:12')
    await office.call()
    await office.call({}, '+15305550102')
    await office.passSlowly(5 * second)
    expect(office.automation.current()).toBeNull()
    expect(office.sent(pat)).toEqual([first])
    for (let call = 10; call < 45; call += 1) await office.call({}, `+153055601${call}`)
    await office.passSlowly(40 * second)
    expect(office.automation.current()).toMatchObject({ by: 'brake' })
  })

  test('nor when the time comes that it was then', async () => {
    at('2026-11-24T12:12')
    await office.call()
    await office.pass(second)
    at('2026-11-24T15:02')
    await office.call({}, '+15305550102')
    await office.call({}, '+15305550103')
    await office.passSlowly(5 * second)
    expect(office.automation.current()).toBeNull()
    expect(office.sent('+15305550103')).toEqual([first])
  })
})
