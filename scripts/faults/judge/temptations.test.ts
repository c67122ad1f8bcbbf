import { beforeEach, describe, expect, test } from 'vitest'
import { day, hour, minute, second } from './case.ts'
import { at, beginRun, call, diary, first, front, later, pat, request, store, text, third } from './testing.ts'
import { verdict, wish, wrongs, wrote } from './testing.ts'

beforeEach(beginRun)

/** Pat writes; no engine has heard of it. */
function wroteUnheard(ms: number, facts: { wish?: 'stop' | 'none'; lag?: number } = {}): void {
  const { wish: wants = 'none', lag = 0 } = facts
  diary.written.push({ number: pat, sid: `IN${ms}`, wish: wants, body: '', at: at(ms), lag, shownAt: new Map() })
}

describe('what lay at the gateway counts, whether or not the engine asked for it', () => {
  test('an answer that came ten seconds before a text', () => {
    call()
    request(30 * second)
    wroteUnheard(21 * second)
    expect(wrongs()).toBe('')
    wroteUnheard(19 * second)
    expect(verdict()).toMatchObject({ wronglySent: 1, afterStop: 0 })
    expect(wrongs()).toContain('whose answer lay at the gateway')
  })

  test('a STOP counts as one', () => {
    call()
    request(30 * second)
    wroteUnheard(second + 1, { wish: 'stop' })
    expect(verdict()).toMatchObject({ wronglySent: 0, afterStop: 1 })
  })

  test('but none that lists hid, none from before the call, and none before a text by staff', () => {
    call()
    wroteUnheard(5 * second, { lag: minute })
    wroteUnheard(-20 * second)
    request(30 * second)
    expect(wrongs()).toBe('')
    wroteUnheard(5 * second)
    diary.requests.length = 0
    request(30 * second, { body: 'Staff hello' })
    expect(wrongs()).toBe('')
  })

  test('a text that somebody sent by hand', () => {
    call()
    diary.byHand.push({ to: pat, body: 'By hand', at: at(4 * second), sid: 'BY', lag: 0 })
    request(30 * second)
    expect(wrongs()).toContain('whom somebody had texted by hand')
    diary.requests.length = 0
    text({ state: 'cancelled', verdict: 'skip', rule: 'texted-elsewhere', stopReason: 'staff-wrote' })
    text({ id: 'theirs', author: 'elsewhere', providerId: 'BY' })
    expect(wrongs()).toBe('')
  })
})

describe('a clock that was set excuses no more than it was set by', () => {
  test('a text that came too soon', () => {
    call()
    request(20 * second)
    request(15 * minute, { body: later })
    front().setClock(at(minute), 3 * minute)
    expect(wrongs()).toContain('at no time that fits')
    front().setClock(at(2 * minute), 8 * minute)
    expect(wrongs()).not.toContain('at no time that fits')
  })

  test('or too late', () => {
    call()
    request(14 * minute)
    front().setClock(at(second), -minute)
    expect(wrongs()).toContain('at no time that fits')
    front().setClock(at(2 * second), -4 * minute)
    expect(wrongs()).toBe('')
  })

  test('on a right clock staff who wrote while it rang count, on one that was set those who wrote after it', () => {
    call()
    request(20 * second)
    wish('write', -5 * second, { messageId: 'm', body: 'Staff m' })
    text({ id: 'm', author: 'staff', providerId: 'SM0' })
    expect(wrongs()).toContain('after staff wrote to them')
    front().setClock(at(-second), minute)
    expect(wrongs()).not.toContain('after staff wrote to them')
  })
})

test('the same words twice within a day are a duplicate, however often somebody has called', () => {
  call()
  call({ linkedid: 'two', ends: minute })
  request(20 * second)
  request(5 * minute)
  expect(verdict().duplicates).toBe(1)
  diary.requests.pop()
  call({ linkedid: 'three', ends: 2 * day })
  request(2 * day + 20 * second)
  expect(verdict().duplicates).toBe(0)
})

test('a second text may wait until the morning of the first is over, and no longer', () => {
  call()
  request(20 * second)
  // Ten in the morning where Pat lives.
  request(2 * hour + 10 * minute, { body: later })
  expect(wrongs()).toBe('')
  request(6 * hour, { body: third })
  diary.requests.splice(1, 1)
  request(6 * hour, { body: later })
  expect(wrongs()).toContain('at no time that fits')
})

test('a call whose end was told two steps before the line broke must be in the inbox, unless the disk was full', () => {
  call()
  store.calls = []
  front().connectionsEnded.set(1, 7)
  expect(verdict().lost).toBe(1)
  front().troubles.begin('disk', at(second))
  expect(verdict().lost).toBe(0)
})

test('“texted within a day” is true only where a call or the gateway’s ledger tells of it', () => {
  call({}, 'recent-follow-up')
  text({ linkedid: 'other', body: first })
  expect(verdict().lost).toBeGreaterThan(0)
  call({ linkedid: 'two', ends: -hour })
  request(-hour + 20 * second)
  expect(wrongs()).not.toContain('was refused: recent-follow-up')
})

test('staff wrote after a call, too, where their text went out only then', () => {
  wish('write', -minute, { messageId: 'm', body: 'Staff m' })
  text({ id: 'm', author: 'staff', providerId: 'SM0' })
  call({}, 'staff-wrote')
  expect(wrongs()).toContain('was refused: staff-wrote')
  request(-second, { body: 'Staff m' })
  expect(wrongs()).toBe('')
})

test('what was taken back for a reply was not due; what was too late was', () => {
  call()
  wrote(2 * second)
  text({ state: 'cancelled', stopReason: 'replied' })
  text({ id: 'late', state: 'cancelled', verdict: 'skip', rule: 'too-late' })
  expect(verdict()).toMatchObject({ planned: 2, due: 1 })
})
