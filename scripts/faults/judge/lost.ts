/** Calls and texts that should have come through and did not. */
import type { PlayedCall } from '../diary.ts'
import type { StoredText } from '../store-rows.ts'
import { day, kindOf, longestStep, wishesOf } from './case.ts'
import type { Case } from './case.ts'
import { isCallRefusedRightly, isTextDroppedRightly } from './refused.ts'

/** Steps of the run, seconds each, that a call's end may take into the inbox of a live engine. */
const storedWithin = 2
/** Longer than a weekend nothing waits. */
const longestWait = 5 * day

export function lostCalls(it: Case): string[] {
  const { diary, pc, store } = it
  const stored = new Map(store.calls.map((call) => [call.linkedid, call]))
  return diary.calls.flatMap((call) => {
    const { linkedid, number, outcome, textable } = call
    const row = stored.get(linkedid)
    const said = `lost: the call ${linkedid} of ${number}`
    if (!row) {
      if (pc.storedCalls.has(linkedid)) return [`${said} was stored and is gone`]
      return wasHeardWhole(it, call) ? [`${said} was told to the end and is not in the inbox`] : []
    }
    if (row.rule === 'end-unseen' || row.rule === 'part-unseen')
      return wasHeardWhole(it, call) ? [`${said} was seen whole, and ${row.rule}`] : []
    if (outcome === 'answered') return row.verdict === 'skip' ? [] : [`${said} was answered, and ${row.verdict}`]
    if (row.verdict === null || row.rule === null) return [`${said} was never judged`]
    if (row.verdict !== 'skip' || !textable || number === null) return []
    return isCallRefusedRightly(it, { ...call, number }, row.rule) ? [] : [`${said} was refused: ${row.rule}`]
  })
}

/** Told over one connection that held for a while after the end, on a PC with room to write it down. */
function wasHeardWhole({ pc }: Case, { toldOver, stepsAtEnd, endedAt }: PlayedCall): boolean {
  const connection = toldOver.get(pc.name)
  const steps = stepsAtEnd.get(pc.name)
  if (connection === undefined || steps === undefined || endedAt === null) return false
  const wasFull = pc.troubles.all.some(({ kind, from, to }) => {
    return kind === 'disk' && from <= endedAt + storedWithin * longestStep && (to ?? Infinity) >= endedAt
  })
  return !wasFull && (pc.connectionsEnded.get(connection) ?? Infinity) >= steps + storedWithin
}

export function lostTexts(it: Case): string[] {
  const promised = it.diary.wishes.filter(({ pc, kind, done }) => {
    return pc === it.pc.name && kind === 'write' && done !== null
  })
  const known = new Set(it.store.texts.map(({ id }) => id))
  return [
    ...it.store.texts.flatMap((text) => {
      const why = whyLost(it, text)
      return why === null
        ? []
        : [`lost: ${text.author} text ${kindOf(text.body)} ${text.id} to ${text.number} is "${text.state}"${why}`]
    }),
    ...promised
      .filter(({ messageId }) => messageId === null || !known.has(messageId))
      .map(({ messageId }) => `lost: the text ${messageId} that staff were promised is not in the inbox`),
  ]
}

/** Null when it is not lost. */
function whyLost(it: Case, text: StoredText): string | null {
  const { number, state, author, providerId, body, waits, dueAt } = text
  switch (state) {
    case 'sent':
    case 'delivered': {
      // One that was looked for may be found as another PC's, which is the same to who gets it.
      const { requests, byHand } = it.diary
      const ledger: readonly { sid: string | null }[] = author === 'staff' ? it.accepted : [...requests, ...byHand]
      // The gateway's own answers to STOP and START are nobody's request.
      if (author === 'elsewhere' && wroteKeyword(it, number)) return null
      return ledger.some(({ sid }) => sid === providerId) ? null : ' and never came to the gateway'
    }
    case 'failed': {
      if (author === 'staff' && mayBeOptedOut(it, number)) return null
      const told = it.requests.some((request) => {
        return request.to === number && request.body === body && (request.code ?? request.sid) !== null
      })
      return told ? null : `, and the gateway knows nothing of it: ${text.problem}`
    }
    case 'check':
      return null
    case 'cancelled':
      return isTextDroppedRightly(it, text) ? null : `: ${text.stopReason}, ${text.verdict} ${text.rule}`
    case 'queued': {
      const left = (dueAt ?? 0) - it.endedAt
      // A later step whose time has not come.
      if (kindOf(body) !== 1 && author === 'auto' && left > 0 && left < longestWait) return null
      return ` in the end: ${waits}, due ${left} ms after it`
    }
    default:
      return ` in the end: ${waits}`
  }
}

function wroteKeyword(it: Case, number: string): boolean {
  return it.diary.written.some((text) => text.number === number && text.wish !== 'none')
}

function mayBeOptedOut(it: Case, number: string): boolean {
  return wroteKeyword(it, number) || wishesOf(it, 'opt-out', number).length > 0
}
