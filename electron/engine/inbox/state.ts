/**
 * When does a conversation need a reply? The one place with the rules, as receptionists would put them:
 *
 * - A text from the contact needs a reply, since the first one that nobody answered.
 * - A missed call needs a call back, since it ended, unless an automatic text answers it; then the contact is waited
 *   for. Should that text fail, the call needs its call back after all, still since it ended.
 * - A text by staff answers everything; then the contact is waited for.
 * - A talk on the phone, whoever called, answers everything except a text that nobody has read yet; then all is done.
 * - An attempt to call back that nobody took answers the missed call, not a text.
 * - "Done" hides all that until something new happens. Undoing it brings back exactly what was; reopening does so, too,
 *   if somebody waited, and otherwise makes it wait from then on.
 *
 * Events are applied in the order in which they reach Ringback. Their times are only shown, never compared: the
 * gateway's clock, the phone system's and this PC's need not agree.
 */
import type { ConversationState } from '../../contract/view-models.ts'

/** Since when what waits for us; null for what does not. Epoch milliseconds. */
export interface Situation {
  /** The contact's first text that nobody answered. */
  textSince: number | null
  /** The first missed call that nobody returned. */
  callSince: number | null
  /** An automatic text answers that call: it runs, or is with the gateway. */
  callCovered: boolean
  /** Something else that staff must look at. */
  lookSince: number | null
  /** What holds while nothing waits for us. */
  rest: 'waiting' | 'done'
  /** Staff said "done"; what was before is kept, so that it can be undone. */
  markedDone: boolean
}

export type InboxEvent =
  | { kind: 'call-missed'; at: number }
  /** `textRead`: the text that waits, if one does, has been seen by staff. */
  | { kind: 'call-answered'; textRead: boolean }
  /** Staff called the contact, who did not answer. */
  | { kind: 'call-tried' }
  | { kind: 'text-in'; at: number }
  /** Staff wrote, here or elsewhere. */
  | { kind: 'staff-wrote' }
  /** Staff must look at something: an unclear wish for no texts, a text by staff that failed. */
  | { kind: 'look'; at: number }
  | { kind: 'marked-done' }
  /** "Done" was a slip: all is as it was before. */
  | { kind: 'done-undone' }
  | { kind: 'reopened'; at: number }

export const nothingYet: Situation = {
  textSince: null,
  callSince: null,
  callCovered: false,
  lookSince: null,
  rest: 'waiting',
  markedDone: false,
}

/** The situation after `event`. */
export function after(situation: Situation, event: InboxEvent): Situation {
  if (event.kind === 'marked-done') return { ...situation, markedDone: true }
  if (event.kind === 'done-undone') return { ...situation, markedDone: false }
  if (event.kind === 'reopened') {
    const reopened = { ...situation, markedDone: false }
    return stateOf(reopened).state === 'needs-reply' ? reopened : { ...reopened, lookSince: event.at }
  }
  // What is new begins a new chapter: what was done stays answered.
  const before: Situation = situation.markedDone ? { ...nothingYet, rest: 'done' } : situation
  switch (event.kind) {
    case 'call-missed': {
      const callSince = before.callCovered ? event.at : (before.callSince ?? event.at)
      return { ...before, callSince, callCovered: false, rest: 'waiting' }
    }
    case 'call-answered':
      return { ...nothingYet, textSince: event.textRead ? null : before.textSince, rest: 'done' }
    case 'call-tried':
      return { ...before, callSince: null, callCovered: false, rest: 'waiting' }
    case 'text-in':
      return { ...before, textSince: before.textSince ?? event.at, rest: 'waiting' }
    case 'staff-wrote':
      return nothingYet
    case 'look':
      return { ...before, lookSince: before.lookSince ?? event.at }
  }
}

/** What the window shows: the state, and since when the contact waits (only while it needs a reply). */
export function stateOf(situation: Situation): { state: ConversationState; waitingSince: number | null } {
  if (situation.markedDone) return { state: 'done', waitingSince: null }
  const { textSince, callSince, callCovered, lookSince, rest } = situation
  const waits = [textSince, callCovered ? null : callSince, lookSince].filter((since) => since !== null)
  if (waits.length === 0) return { state: rest, waitingSince: null }
  return { state: 'needs-reply', waitingSince: Math.min(...waits) }
}
