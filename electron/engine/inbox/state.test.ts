import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { after, nothingYet, stateOf } from './state.ts'
import type { InboxEvent, Situation } from './state.ts'

function told(...events: InboxEvent[]): Situation {
  return events.reduce(after, nothingYet)
}

const missed = (at: number): InboxEvent => ({ kind: 'call-missed', at })
const text = (at: number): InboxEvent => ({ kind: 'text-in', at })
const staffWrote: InboxEvent = { kind: 'staff-wrote' }
const done: InboxEvent = { kind: 'marked-done' }
const covered = (situation: Situation): Situation => ({ ...situation, callCovered: true })

describe('a conversation', () => {
  test('with a missed call that no text answers needs a call back since the call', () => {
    expect(stateOf(told(missed(10), missed(20)))).toEqual({ state: 'needs-reply', waitingSince: 10 })
  })

  test('waits for the contact once an automatic text answers the call', () => {
    expect(stateOf(covered(told(missed(10))))).toEqual({ state: 'waiting', waitingSince: null })
  })

  test('needs a call back since the new call when an old text does not answer that one', () => {
    expect(stateOf(after(covered(told(missed(10))), missed(500)))).toEqual({ state: 'needs-reply', waitingSince: 500 })
  })

  test('needs a reply since the first text that nobody answered', () => {
    expect(stateOf(told(text(10), text(20)))).toEqual({ state: 'needs-reply', waitingSince: 10 })
    expect(stateOf(told(text(10), staffWrote, text(20)))).toEqual({ state: 'needs-reply', waitingSince: 20 })
  })

  test('waits for the contact after staff wrote', () => {
    expect(stateOf(told(missed(10), text(20), staffWrote))).toEqual({ state: 'waiting', waitingSince: null })
  })

  test('still needs a reply to a text when the contact calls in vain and is texted', () => {
    expect(stateOf(covered(told(text(10), missed(20))))).toEqual({ state: 'needs-reply', waitingSince: 10 })
  })

  test('is done after a talk, but for a text that nobody has read', () => {
    const talk = (textRead: boolean): InboxEvent => ({ kind: 'call-answered', textRead })
    expect(stateOf(told(missed(10), talk(true)))).toEqual({ state: 'done', waitingSince: null })
    expect(stateOf(told(text(10), missed(20), talk(true))).state).toBe('done')
    expect(stateOf(told(text(10), missed(20), talk(false)))).toEqual({ state: 'needs-reply', waitingSince: 10 })
  })

  test('a call back that nobody took answers the call, not a text', () => {
    expect(stateOf(told(missed(10), { kind: 'call-tried' })).state).toBe('waiting')
    expect(stateOf(told(text(5), missed(10), { kind: 'call-tried' }))).toEqual({
      state: 'needs-reply',
      waitingSince: 5,
    })
  })

  test('a reply whose time lies before what staff wrote still needs a reply', () => {
    expect(stateOf(told(missed(100), staffWrote, text(50)))).toEqual({ state: 'needs-reply', waitingSince: 50 })
  })
})

describe('"done"', () => {
  test('hides what waits, and reopening brings the old waiting time back', () => {
    const situation = told(text(10), done)
    expect(stateOf(situation)).toEqual({ state: 'done', waitingSince: null })
    expect(stateOf(after(situation, { kind: 'reopened', at: 99 }))).toEqual({ state: 'needs-reply', waitingSince: 10 })
  })

  test('a conversation in which nothing waited is reopened since now', () => {
    const situation = told(missed(1), { kind: 'call-answered', textRead: true })
    expect(stateOf(after(situation, { kind: 'reopened', at: 99 }))).toEqual({ state: 'needs-reply', waitingSince: 99 })
  })

  test('ends with anything new from the contact, which waits since then', () => {
    expect(stateOf(told(text(10), done, text(50)))).toEqual({ state: 'needs-reply', waitingSince: 50 })
    expect(stateOf(told(text(10), done, missed(60)))).toEqual({ state: 'needs-reply', waitingSince: 60 })
  })
})

const at = fc.integer({ min: 0, max: 1000 })
const event: fc.Arbitrary<InboxEvent> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('call-missed' as const, 'text-in' as const, 'look' as const, 'reopened' as const),
    at,
  }),
  fc.record({ kind: fc.constant('call-answered' as const), textRead: fc.boolean() }),
  fc.record({
    kind: fc.constantFrom(
      'call-tried' as const,
      'staff-wrote' as const,
      'marked-done' as const,
      'done-undone' as const,
    ),
  }),
)

test('whatever happened: who needs a reply has a time, who does not has none', () => {
  fc.assert(
    fc.property(fc.array(event), (events) => {
      const { state, waitingSince } = stateOf(told(...events))
      expect(state === 'needs-reply').toBe(waitingSince !== null)
    }),
  )
})

test('whatever happened: a new text needs a reply, and what staff write answers it', () => {
  fc.assert(
    fc.property(fc.array(event), at, (events, since) => {
      expect(stateOf(told(...events, text(since))).state).toBe('needs-reply')
      expect(stateOf(told(...events, text(since), staffWrote)).state).toBe('waiting')
    }),
  )
})

test('whatever happened: done and undone is as if nothing had been', () => {
  fc.assert(
    fc.property(fc.array(event), (events) => {
      const before = told(...events)
      fc.pre(!before.markedDone)
      expect(after(after(before, done), { kind: 'done-undone' })).toEqual(before)
    }),
  )
})

test('whatever happened: done and reopened shows what it showed, if somebody waited', () => {
  fc.assert(
    fc.property(fc.array(event), at, (events, now) => {
      const before = stateOf(told(...events))
      fc.pre(before.state === 'needs-reply')
      expect(stateOf(told(...events, done, { kind: 'reopened', at: now }))).toEqual(before)
    }),
  )
})
