import { beforeEach, describe, expect, test } from 'vitest'
import type { StoredText } from '../store-rows.ts'
import { day, hour, minute, second } from './case.ts'
import { judge } from './judge.ts'
import {
  at,
  beginRun,
  call,
  diary,
  front,
  later,
  pat,
  request,
  store,
  text,
  third,
  verdict,
  wish,
  wrongs,
  wrote,
} from './testing.ts'

beforeEach(beginRun)

test('a call that led to one text is right', () => {
  call()
  request(20 * second)
  text()
  expect(verdict()).toMatchObject({ calls: 1, due: 1, sent: 1, wrongs: [] })
})

test('a second text for one call is a duplicate, and against the rules', () => {
  call()
  request(20 * second)
  request(40 * second)
  text()
  expect(verdict()).toMatchObject({ duplicates: 1, wronglySent: 1 })
})

describe('lost is', () => {
  test('a text that never came to the gateway, still waits, or was dropped without a reason', () => {
    call()
    text({ id: 'a', providerId: 'SM9' })
    text({ id: 'b', state: 'queued', waits: 'queued', dueAt: at(day - minute) })
    text({ id: 'c', state: 'cancelled', verdict: 'skip', rule: 'too-late' })
    text({ id: 'd', state: 'cancelled', stopReason: 'replied' })
    text({ id: 'e', state: 'cancelled', stopReason: 'staff-wrote' })
    expect(verdict().lost).toBe(5)
  })

  test('no text that was too late because nothing could go out all the while', () => {
    call()
    diary.troubles.begin('gateway', at(minute))
    diary.troubles.end('gateway', at(9 * minute))
    front().troubles.begin('no-engine', at(0))
    front().troubles.end('no-engine', at(minute))
    text({ state: 'cancelled', verdict: 'skip', rule: 'too-late' })
    expect(verdict().lost).toBe(0)
  })

  test('no second text of an afternoon full of trouble, whatever went out the day after', () => {
    call()
    request(20 * second)
    request(23 * hour, { body: third })
    text()
    text({ id: 'third', body: third, providerId: 'SM1' })
    // The first went out at ten in the morning where they are: the second waits until noon there.
    text({ id: 'second', body: later, state: 'cancelled', verdict: 'skip', rule: 'too-late' })
    diary.troubles.begin('gateway', at(1.9 * hour))
    diary.troubles.end('gateway', at(4 * hour))
    expect(verdict().lost).toBe(0)
  })

  test('a third text that was too late, unless its own morning was full of trouble', () => {
    call()
    request(20 * second)
    text()
    text({ id: 'third', body: third, state: 'cancelled', verdict: 'skip', rule: 'too-late' })
    // The afternoon of the day before is of no importance.
    diary.troubles.begin('gateway', at(hour))
    diary.troubles.end('gateway', at(5 * hour))
    expect(verdict().lost).toBe(1)
    diary.troubles.begin('asleep', at(20 * hour))
    diary.troubles.end('asleep', at(30 * hour))
    expect(verdict().lost).toBe(0)
  })

  test('no follow-up that gave way to a text of another PC', () => {
    call()
    request(18 * second, { pc: 'back' })
    text({ state: 'cancelled', verdict: 'skip', rule: 'texted-elsewhere', stopReason: 'staff-wrote' })
    expect(verdict().lost).toBe(0)
  })

  test('no text too late by a clock that was set forth; one that was only set forth a minute is', () => {
    call()
    text({ state: 'cancelled', verdict: 'skip', rule: 'too-late' })
    front().setClock(at(2 * second), minute)
    expect(verdict().lost).toBe(1)
    front().setClock(at(3 * second), 20 * minute)
    expect(verdict().lost).toBe(0)
  })

  test('a call that was told to the end and is not in the inbox; one that was cut off is not', () => {
    call()
    store.calls = []
    expect(verdict().lost).toBe(1)
    front().connectionsEnded.set(1, 6)
    expect(verdict().lost).toBe(0)
  })

  test('a call that was refused for a reason that is not true', () => {
    call({}, 'spoke')
    expect(verdict().lost).toBe(1)
    call({ linkedid: 'two', outcome: 'answered', ends: minute }, 'answered')
    expect(verdict().lost).toBe(0)
  })

  test('a call that was refused because a later one may have been answered, which was told whole', () => {
    call({}, 'perhaps-spoke')
    call({ linkedid: 'two', ends: minute }, 'nothing-against')
    expect(verdict().lost).toBe(1)
    for (const { linkedid, toldOver } of diary.calls) if (linkedid === 'two') toldOver.clear()
    expect(verdict().lost).toBe(0)
  })

  test('no call that gave way to words from before it which this PC stored only then, though it was shown them sooner', () => {
    call({}, 'replied')
    wrote(-hour)
    expect(verdict().lost).toBe(1)
    front().storedReplies.set(`IN${-hour}`, { moment: second, realAt: at(second) })
    expect(verdict().lost).toBe(0)
  })

  test('what staff were promised and is nowhere', () => {
    wish('write', 0, { messageId: 'm', body: 'Staff m' })
    expect(verdict().lost).toBe(1)
  })
})

describe('wrong is a text', () => {
  test('without a missed call, too soon, too late, or to whom must not be texted', () => {
    request(20 * second)
    expect(wrongs()).toContain('without a missed call')
    call()
    expect(wrongs()).toBe('')
    diary.requests.length = 0
    request(-5 * second + minute / 12)
    expect(wrongs()).toBe('')
    request(30 * minute)
    expect(wrongs()).toContain('at no time that fits')
    for (const each of diary.calls) each.textable = false
    expect(wrongs()).toContain('must not be texted')
  })

  test('after Pat wrote, once that is stored', () => {
    call()
    request(30 * second)
    diary.written.push({
      number: pat,
      sid: 'in',
      wish: 'none',
      body: '',
      at: at(25 * second),
      lag: 0,
      shownAt: new Map(),
    })
    expect(wrongs()).toBe('')
    wrote(2 * second)
    expect(wrongs()).toContain('after they wrote')
  })

  test('after somebody talked with them, and while they are on the phone', () => {
    call()
    call({ linkedid: 'two', outcome: 'answered', ends: 12 * second }, 'answered')
    request(20 * second)
    expect(wrongs()).toBe('')
    front().storedCalls.set('two', { moment: 12 * second, realAt: at(12 * second) })
    expect(wrongs()).toContain('after somebody talked with them')
    front().storedCalls.clear()
    call({ linkedid: 'three', ends: hour, startedAt: at(14 * second) })
    expect(wrongs()).toBe('')
    front().followed.push({ from: at(0), to: null })
    expect(wrongs()).toContain('who was on the phone')
  })

  test('within a day of another follow-up, or as the fourth in a week', () => {
    call()
    request(20 * second)
    call({ linkedid: 'two', ends: 20 * hour })
    request(20 * hour + 20 * second)
    expect(wrongs()).toContain('within a day of another follow-up')
    diary.requests.pop()
    call({ linkedid: 'three', ends: 2 * day })
    call({ linkedid: 'four', ends: 4 * day })
    call({ linkedid: 'five', ends: 6 * day })
    request(2 * day + 20 * second)
    request(4 * day + 20 * second)
    expect(wrongs()).toBe('')
    request(6 * day + 20 * second)
    expect(wrongs()).toContain('as the 4th in a week')
  })

  test('that is not the next one of its follow-up', () => {
    call()
    request(20 * minute + 5 * second, { body: later })
    expect(wrongs()).toContain('after text none')
    wish('skip', second)
    expect(wrongs()).toBe('')
  })

  test('in the quiet hours by both clocks, in a closed office, or twice in one morning', () => {
    const evening = 9 * hour + 50 * minute
    call({ ends: evening })
    request(evening + 20 * second)
    // Five past ten in the evening where Pat lives would be too late even for a second text.
    request(evening + 2 * hour, { body: later })
    expect(wrongs()).toContain('at no time that fits')
    diary.requests.pop()
    call({ linkedid: 'two', ends: 10 * hour + 50 * minute })
    request(11 * hour + 15 * minute, { body: later })
    expect(wrongs()).toContain('in the quiet hours')
    front().setClock(at(0), -3 * hour)
    expect(wrongs()).toBe('')
  })

  test('twice in one morning, unless staff sent the later one now', () => {
    call()
    request(20 * second)
    request(20 * minute + 10 * second, { body: later })
    expect(wrongs()).toContain('twice in one morning')
    wish('send-now', 19 * minute, { body: later, messageId: 'b' })
    expect(wrongs()).toBe('')
  })

  test('of the third step while the office is closed', () => {
    // At seven in the evening in Chicago, five where Pat lives.
    call({ ends: -day })
    request(-day + 20 * second)
    request(7 * hour, { body: third })
    expect(wrongs()).toContain('at no time that fits')
    // Even where a clock that was set forth for a while excuses the hour.
    front().setClock(at(-hour), 14 * hour)
    front().setClock(at(0), 0)
    expect(wrongs()).toContain('while the office is closed')
    wish('send-now', 7 * hour - second, { body: third, messageId: 'c' })
    expect(wrongs()).toBe('')
  })

  test('of the third step on another morning than the first after the call; after midnight that is the same day', () => {
    // Two at night in Chicago.
    call({ ends: 14 * hour })
    request(14 * hour + 20 * second)
    request(22 * hour + 10 * minute, { body: third })
    expect(wrongs()).toBe('')
  })

  test('after staff stopped the texts, skipped this one, or wrote', () => {
    call()
    request(20 * second)
    request(3 * hour, { body: later })
    call({ linkedid: 'two', ends: 2 * hour + 39 * minute, startedAt: at(-minute) })
    expect(wrongs()).toBe('')
    for (const [kind, words] of [
      ['stop', 'stopped the texts'],
      ['skip', 'skipped text 2'],
      ['write', 'wrote to them'],
    ] as const) {
      wish(kind, 2 * hour + 50 * minute, { body: kind === 'skip' ? later : 'Staff x', messageId: 'text' })
      expect(wrongs()).toContain(words)
      diary.wishes.pop()
      wish(kind, 2 * hour + 50 * minute, { body: later, messageId: 'text', done: null })
      expect(wrongs()).not.toContain(words)
      diary.wishes.pop()
    }
  })

  test('after everything was paused, also when it was resumed: what ran then is over', () => {
    call()
    request(20 * second)
    wish('pause', 10 * second)
    expect(wrongs()).toContain('after everything was paused')
    wish('resume', 10 * second)
    expect(wrongs()).toBe('')
    front().storedCalls.set('one', { moment: second, realAt: at(second) })
    expect(wrongs()).toContain('after everything was paused')
  })

  test('after a pause, but not after one that was taken back within the same millisecond', () => {
    call()
    request(20 * second)
    wish('resume', 10 * second)
    wish('pause', 10 * second, { done: 10 * second + 1 })
    expect(wrongs()).toContain('after everything was paused')
    wish('resume', 10 * second, { done: 10 * second + 2 })
    expect(wrongs()).toBe('')
  })
})

describe('after a STOP', () => {
  test('any text counts once it was stored, by staff too, even when the gateway refused it', () => {
    call()
    wrote(5 * second, 'stop')
    request(5.5 * second)
    expect(verdict().afterStop).toBe(0)
    request(9 * second, { body: 'Staff hello', sid: null, code: 21610 })
    expect(verdict().afterStop).toBe(1)
  })

  test('no automatic text may follow on a PC that was not there to hear it', () => {
    wrote(5 * second, 'stop')
    front().storedReplies.clear()
    call({ ends: hour })
    request(hour + 20 * second)
    expect(verdict().afterStop).toBe(1)
    for (const each of diary.written) each.lag = 2 * hour
    expect(verdict().afterStop).toBe(0)
  })

  test('that they took back texts may go out again', () => {
    wrote(5 * second, 'stop')
    wrote(7 * second, 'start')
    request(9 * second, { body: 'Staff hello' })
    expect(verdict().afterStop).toBe(0)
  })

  test('which staff entered none may go out either', () => {
    wish('opt-out', 5 * second)
    request(9 * second, { body: 'Staff hello' })
    expect(verdict().afterStop).toBe(1)
    wish('opt-in', 7 * second)
    expect(verdict().afterStop).toBe(0)
  })
})

describe('a question to staff is needless when', () => {
  test('the gateway lists the text, unless its list lagged all the while', () => {
    call()
    text({ state: 'check', providerId: null })
    request(21 * second, { fault: 'drop-after' })
    expect(verdict().checksUnjustified).toBe(1)
    for (const each of diary.requests) each.lag = 40 * minute
    expect(verdict().checksUnjustified).toBe(0)
  })

  test('a text of its words is listed, but not one that answers a call of two days later', () => {
    call()
    text({ state: 'check', providerId: null })
    front().kills.push(at(21 * second))
    call({ linkedid: 'two', ends: 2 * day })
    request(2 * day + 20 * second)
    expect(verdict().checksUnjustified).toBe(0)
  })

  test('nothing broke its own attempt off: another kill is no excuse', () => {
    call()
    text({ state: 'check', providerId: null })
    front().kills.push(at(10 * second), at(10 * minute))
    expect(verdict()).toMatchObject({ checks: 1, checksUnjustified: 1 })
    front().kills.push(at(21 * second))
    expect(verdict().checksUnjustified).toBe(0)
  })

  test('nothing broke it off, by what the clock showed before it was set in that moment or after', () => {
    call()
    text({ state: 'check', providerId: null })
    front().kills.push(at(21 * second))
    front().setClock(at(21 * second), 3 * hour)
    expect(verdict().checksUnjustified).toBe(0)
  })

  test('its attempt is far from its request by the clock, but not where that was set just between the two', () => {
    call()
    text({ state: 'check', providerId: null })
    front().setClock(at(20 * second), -hour)
    request(22 * second, { lag: 40 * minute })
    expect(verdict()).toMatchObject({ checks: 1, checksUnjustified: 0 })
  })

  test('its request was answered in order, but not when the answer was spoiled', () => {
    call()
    text({ state: 'check', providerId: null })
    request(21 * second, { sid: null, code: 30001 })
    expect(verdict().checksUnjustified).toBe(1)
    request(22 * second, { sid: null, fault: 'drop-before' })
    expect(verdict().checksUnjustified).toBe(0)
  })
})

describe('two PCs that text one caller', () => {
  const both = () => judge(diary, [{ diary: front(), store, endedAt: at(day) }])

  beforeEach(() => {
    call()
    request(18 * second, { pc: 'back' })
    request(20 * second)
  })

  test('are counted apart when the later one asked before the other text was there', () => {
    diary.lookups.push({ pc: 'front', to: pat, order: 17 * second, sids: new Set() })
    expect(both()).toMatchObject({ fromTwoPcs: { atOnce: 1, hidden: 0 }, wronglySent: 0 })
  })

  test('or when a lagging list hid it', () => {
    for (const each of diary.requests) each.lag = minute
    diary.lookups.push({ pc: 'front', to: pat, order: 19 * second, sids: new Set() })
    expect(both()).toMatchObject({ fromTwoPcs: { atOnce: 0, hidden: 1 }, wronglySent: 0 })
  })

  test('are wrong when the later one had been shown it', () => {
    diary.lookups.push({ pc: 'front', to: pat, order: 19 * second, sids: new Set(['SM0']) })
    expect(both()).toMatchObject({ fromTwoPcs: { atOnce: 0, hidden: 0 }, wronglySent: 1 })
  })

  test('are right when the one goes on that was first, and wrong when the other does', () => {
    request(hour, { pc: 'back', body: later })
    diary.lookups.push({ pc: 'back', to: pat, order: 59 * minute, sids: new Set(['SM0', 'SM1']) })
    expect(both().wrongs.join()).not.toMatch('had been shown')
    request(hour + minute, { body: later })
    diary.lookups.push({ pc: 'front', to: pat, order: hour, sids: new Set(['SM0', 'SM1']) })
    expect(both().wrongs.join()).toMatch("front texted +15305550101 and had been shown back's")
  })

  test('are right when the later one has found a first text as its own and goes on after it', () => {
    diary.requests.splice(1)
    request(20 * second, { sid: null, fault: 'drop-before' })
    request(23 * hour, { body: third })
    expect(wrongs()).toMatch('after text none')
    text({ providerId: 'SM0' })
    expect(wrongs()).not.toMatch('wrongly sent')
  })

  test('are right when the later one goes on after a text that it has found as its own, and only then', () => {
    diary.requests.splice(1)
    request(20 * second, { sid: null, fault: 'drop-before' })
    request(hour, { body: later })
    diary.lookups.push({ pc: 'front', to: pat, order: 59 * minute, sids: new Set(['SM0']) })
    const whereFrontHas = (facts: Partial<StoredText>) => {
      store.texts = []
      text(facts)
      return both().wrongs.join()
    }
    const shown = 'had been shown'
    expect(whereFrontHas({ providerId: 'SM0' })).not.toMatch(shown)
    // Not that very text, nothing sent before, or one that it knows to be theirs.
    expect(whereFrontHas({ providerId: 'SM7' })).toMatch(shown)
    expect(whereFrontHas({ providerId: 'SM0', body: later })).toMatch(shown)
    expect(whereFrontHas({ providerId: 'SM0', author: 'elsewhere' })).toMatch(shown)
  })
})
