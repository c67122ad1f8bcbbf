import { beforeEach, expect, test } from 'vitest'
import { Diary } from './diary.ts'
import type { PlayedCall, SendRequest } from './diary.ts'
import { judge } from './judge.ts'
import type { StoredText, StoreRows } from './store-rows.ts'

const second = 1000
const minute = 60 * second
const pat = '+15305550101'
const promises = { windows: [{ due: 27 * second, until: 615 * second }], endedAt: 0, grace: 150 }

let diary: Diary
let store: StoreRows

/** A missed call that ended at 0, and its text 20 s later. */
beforeEach(() => {
  diary = new Diary()
  store = { integrity: 'ok', calls: [], texts: [], numbers: new Map([['with pat', pat]]) }
})

function call(facts: Partial<PlayedCall> = {}): void {
  const played: PlayedCall = {
    linkedid: 'one',
    number: pat,
    textable: true,
    outcome: 'missed',
    startedAt: -10 * second,
    endedAt: 0,
    hungUpAt: 0,
    toldOver: 1,
    ...facts,
  }
  diary.calls.push(played)
  store.calls.push({ linkedid: played.linkedid, outcome: played.outcome, rule: 'nothing-against', verdict: 'text' })
}

function request(facts: Partial<SendRequest> = {}): void {
  const body = 'Sorry we missed you'
  const at = facts.at ?? 20 * second
  const sid = `SM${diary.requests.length}`
  diary.requests.push({ to: pat, body, at, realAt: at, sid, fault: null, lag: 0, code: null, ...facts })
}

function text(facts: Partial<StoredText> = {}): void {
  store.texts.push({
    id: 'text',
    number: pat,
    author: 'auto',
    state: 'delivered',
    body: 'Sorry we missed you',
    providerId: 'SM0',
    problem: null,
    stopReason: null,
    linkedid: 'one',
    rule: 'nothing-against',
    lastEnd: 'accepted',
    waits: null,
    dueAt: null,
    step: 1,
    ...facts,
  })
}

const verdict = () => judge(diary, store, promises)

test('a call that led to one text is right', () => {
  call()
  request()
  text()
  expect(verdict()).toMatchObject({ calls: 1, due: 1, sent: 1, wrongs: [] })
})

test('a second text for one call is a duplicate, and against the rules', () => {
  call()
  request()
  request({ at: 40 * second })
  text()
  expect(verdict()).toMatchObject({ duplicates: 1, wronglySent: 1 })
})

test('a text that never came to the gateway, still waits, or was dropped without a reason is lost', () => {
  call()
  text({ id: 'a', providerId: 'SM9' })
  text({ id: 'b', state: 'queued' })
  text({ id: 'c', state: 'cancelled', stopReason: 'rule', rule: 'too-late' })
  text({ id: 'd', state: 'cancelled', stopReason: 'replied' })
  expect(verdict().lost).toBe(4)
})

test('a text is rightly dropped as too late when nothing could go out all the while', () => {
  call()
  diary.troubles.push({ kind: 'gateway', from: minute, to: 9 * minute })
  diary.troubles.push({ kind: 'no-engine', from: 0, to: minute })
  text({ state: 'cancelled', stopReason: 'rule', rule: 'too-late' })
  expect(verdict().lost).toBe(0)
})

test('a call that was told to the end and is not in the inbox is lost, one that was cut off is not', () => {
  call()
  store.calls = []
  expect(verdict().lost).toBe(1)
  diary.connectionsEnded.set(1, 500)
  expect(verdict().lost).toBe(0)
})

test('what staff were promised and is nowhere is lost', () => {
  diary.staffTexts.push({ messageId: 'm', number: pat, body: 'Staff m' })
  expect(verdict().lost).toBe(1)
})

test('a text without a missed call, too late, to whom must not be texted, or after they wrote is wrong', () => {
  request()
  expect(verdict().wronglySent).toBe(1)
  call()
  expect(verdict().wronglySent).toBe(0)
  request({ at: 30 * minute, body: 'Another' })
  expect(verdict().wronglySent).toBe(1)
  diary.written.push({ number: pat, sid: 'in', stop: false, at: 5 * second, shownAt: 6 * second })
  expect(verdict().wronglySent).toBe(1)
  diary.storedReplies.push({ conversation: 'with pat', realAt: 7 * second })
  expect(verdict().wronglySent).toBe(2)
})

test('a text after somebody talked with them is wrong', () => {
  call()
  call({ linkedid: 'two', outcome: 'answered', startedAt: 2 * second, endedAt: 5 * second, hungUpAt: 5 * second })
  request()
  expect(verdict().wronglySent).toBe(0)
  diary.storedCalls.set('two', 5.2 * second)
  expect(verdict().wronglySent).toBe(1)
})

test('any text after a STOP was read counts, by staff too, even when the gateway refused it', () => {
  call()
  diary.written.push({ number: pat, sid: 'in', stop: true, at: 5 * second, shownAt: 6 * second })
  diary.storedReplies.push({ conversation: 'with pat', realAt: 6.4 * second })
  request({ at: 6.5 * second })
  expect(verdict().afterStop).toBe(0)
  request({ at: 9 * second, body: 'Staff hello', sid: null, code: 21610 })
  expect(verdict().afterStop).toBe(1)
})

test('a question to staff is needless when the gateway lists the text, or nothing ever broke off', () => {
  call()
  text({ state: 'check', providerId: null })
  expect(verdict()).toMatchObject({ checks: 1, checksUnjustified: 1 })
  request({ sid: null, fault: 'drop-before' })
  expect(verdict()).toMatchObject({ checks: 1, checksUnjustified: 0 })
  request({ fault: 'drop-after' })
  expect(verdict().checksUnjustified).toBe(1)
  diary.requests = diary.requests.map((each) => ({ ...each, lag: 40 * minute }))
  expect(verdict().checksUnjustified).toBe(0)
})
