/** A run with one caller and one PC, made up for tests of the judge. */
import { Diary } from '../diary.ts'
import type { PlayedCall, SendRequest, StaffWish, Written } from '../diary.ts'
import type { PcDiary } from '../pc-diary.ts'
import type { StoredText, StoreRows } from '../store-rows.ts'
import { day, second } from './case.ts'
import { judge } from './judge.ts'
import type { Verdict } from './judge.ts'

export const pat = '+15305550101'
export const first = 'Hi, this is Oak Dental. Sorry we missed your call! How can we help?'
export const later = 'Oak Dental again: we saw your missed call and would like to help.'
export const third = 'Hello from Oak Dental. Can we still help you?'
/** Noon in the office in Chicago, ten in the morning where Pat lives. A Tuesday. */
export const noon: number = Date.UTC(2026, 10, 24, 18, 0)

export let diary: Diary = new Diary()
export let store: StoreRows = { integrity: 'ok', calls: [], texts: [] }

/** A new run, in which nothing has happened. */
export function beginRun(): void {
  diary = new Diary()
  store = { integrity: 'ok', calls: [], texts: [] }
}

export const front = (): PcDiary => diary.pc('front')
/** Times of these tests count from noon; the real clock goes as the run's. */
export const at = (ms: number): number => noon + ms

/** A missed call that ends at noon. */
export function call(
  { ends = 0, ...facts }: Partial<PlayedCall> & { ends?: number } = {},
  rule = 'nothing-against',
): void {
  const played: PlayedCall = {
    linkedid: 'one',
    number: pat,
    textable: true,
    outcome: 'missed',
    startedAt: at(ends - 10 * second),
    endedAt: at(ends),
    beganAt: at(ends - 10 * second),
    stepsAtEnd: new Map([['front', 5]]),
    toldOver: new Map([['front', 1]]),
    ...facts,
  }
  diary.calls.push(played)
  store.calls.push({ linkedid: played.linkedid, rule, verdict: rule === 'nothing-against' ? 'text' : 'skip' })
}

export function request(ms: number, facts: Partial<SendRequest> = {}): void {
  const sid = `SM${diary.requests.length}`
  const when = { at: at(ms), order: ms, claimed: ms, heardAt: at(ms) }
  const usual = { pc: 'front', to: pat, body: first, ...when, sid, fault: null, lag: 0, code: null }
  diary.requests.push({ ...usual, ...facts })
}

export function text(facts: Partial<StoredText> = {}): void {
  store.texts.push({
    id: 'text',
    number: pat,
    author: 'auto',
    state: 'delivered',
    body: first,
    providerId: 'SM0',
    problem: null,
    stopReason: null,
    linkedid: 'one',
    verdict: 'text',
    rule: 'nothing-against',
    triedAt: at(20 * second),
    waits: null,
    dueAt: null,
    ...facts,
  })
}

/** Pat writes, and the front PC stores it a second later. */
export function wrote(ms: number, wish: Written['wish'] = 'none'): void {
  const shownAt = new Map([['front', at(ms + second)]])
  diary.written.push({ number: pat, sid: `IN${ms}`, wish, body: 'words', at: at(ms), lag: 0, shownAt })
  front().storedReplies.set(`IN${ms}`, { moment: ms + second, realAt: at(ms + second) })
}

export function wish(kind: StaffWish['kind'], ms: number, facts: Partial<StaffWish> = {}): void {
  const all = kind === 'pause' || kind === 'resume'
  const when = { at: at(ms), askedAt: at(ms), done: ms }
  const about = { number: all ? null : pat, messageId: null, body: null, minutes: null }
  diary.wishes.push({ pc: 'front', kind, ...when, ...about, ...facts })
}

export const verdict = (): Verdict => judge(diary, [{ diary: front(), store, endedAt: at(day) }])
export const wrongs = (): string => verdict().wrongs.join('\n')
