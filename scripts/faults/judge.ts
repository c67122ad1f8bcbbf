/**
 * What a run must never find, judged from the gateway's own ledger and from what truly happened. Nothing in here asks
 * the engine whether it did right; its rows only say what became of each text in the end.
 */
import type { Diary, Jump, PlayedCall, SendRequest, Written } from './diary.ts'
import type { StoredText, StoreRows } from './store-rows.ts'

export interface Verdict {
  /** Calls that ended. */
  calls: number
  /** Calls of which the engine knows, or must know, that a text was due; and texts that staff asked for. */
  due: number
  sent: number
  duplicates: number
  lost: number
  wronglySent: number
  afterStop: number
  checks: number
  checksUnjustified: number
  /** One sentence for each thing that is wrong. */
  wrongs: string[]
}

export interface Promises {
  /** By step, ms from the hang-up: when it is due at the latest, and until when it may go out. */
  windows: readonly { due: number; until: number }[]
  /** The PC's time when the run ended. */
  endedAt: number
  /** Ms, real: from a claim to its request, in one process. */
  grace: number
}

interface Case {
  diary: Diary
  store: StoreRows
  promises: Promises
}

const hour = 60 * 60 * 1000
/** Ms in a row without any trouble in which a text that is due must go out. */
const enough = 90_000
/** Real ms that a call's end may take into the inbox of a live engine. */
const storedWithin = 2000
/** A text hidden for longer than it is looked for cannot be found. */
const lookedFor = 14 * 60_000

export function judge(diary: Diary, store: StoreRows, promises: Promises): Verdict {
  const it = { diary, store, promises }
  const wrongs = [...diary.wrongs]
  const accepted = diary.requests.filter((request) => request.sid !== null)
  const count = (found: string[]) => {
    wrongs.push(...found)
    return found.length
  }
  if (store.integrity !== 'ok') wrongs.push(`the inbox file is damaged: ${store.integrity}`)
  const checks = store.texts.filter(({ state }) => state === 'check')
  const lost = [
    ...lostCalls(diary, store),
    ...store.texts.flatMap((text) => lostText(text, diary, accepted, promises) ?? []),
    ...diary.staffTexts
      .filter(({ messageId }) => !store.texts.some(({ id }) => id === messageId))
      .map(({ messageId }) => `lost: the text ${messageId} that staff were promised is not in the inbox`),
  ]
  return {
    calls: diary.calls.filter(({ endedAt }) => endedAt !== null).length,
    due: store.texts.filter(({ author }) => author !== 'elsewhere').length,
    sent: accepted.length,
    duplicates: count(duplicates(diary, accepted)),
    lost: count(lost),
    wronglySent: count(accepted.flatMap((request) => wronglySent(request, accepted, it) ?? [])),
    afterStop: count(diary.requests.flatMap((request) => afterStop(request, it) ?? [])),
    checks: checks.length,
    checksUnjustified: count(checks.flatMap((text) => unjustified(text, diary) ?? [])),
    wrongs,
  }
}

const isStaff = (body: string) => body.startsWith('Staff ')

function duplicates(diary: Diary, accepted: SendRequest[]): string[] {
  const seen = new Map<string, number>()
  return accepted.flatMap(({ to, body, at }) => {
    const key = `${to} ${body}`
    const times = (seen.get(key) ?? 0) + 1
    seen.set(key, times)
    // Each missed call may lead to these words once.
    const may = isStaff(body) ? 1 : missedBefore(diary, to, at).length
    return times > may ? [`duplicate: ${to} got "${body.slice(0, 30)}" ${times} times for ${may}`] : []
  })
}

function missedBefore(diary: Diary, number: string, at: number): PlayedCall[] {
  return diary.calls.filter((call) => {
    return call.number === number && call.outcome === 'missed' && call.endedAt !== null && call.endedAt <= at
  })
}

function lostCalls({ calls, connectionsEnded, storedCalls }: Diary, store: StoreRows): string[] {
  const stored = new Map(store.calls.map((call) => [call.linkedid, call]))
  return calls.flatMap((call) => {
    const { linkedid, toldOver, hungUpAt } = call
    const row = stored.get(linkedid)
    if (row) {
      const unseen = row.rule === 'end-unseen' || row.rule === 'part-unseen'
      return unseen && wholeCall(call, connectionsEnded) ? [`lost: ${linkedid} was seen whole, and ${row.rule}`] : []
    }
    if (storedCalls.has(linkedid)) return [`lost: the call ${linkedid} was stored and is gone`]
    const heard = toldOver !== null && hungUpAt !== null && wholeCall(call, connectionsEnded)
    return heard ? [`lost: the call ${linkedid} was told to the end and is not in the inbox`] : []
  })
}

/** Told over one connection that held for a while after the end. */
function wholeCall({ toldOver, hungUpAt }: PlayedCall, connectionsEnded: Diary['connectionsEnded']): boolean {
  if (toldOver === null || hungUpAt === null) return false
  return (connectionsEnded.get(toldOver) ?? Infinity) > hungUpAt + storedWithin
}

function lostText(text: StoredText, diary: Diary, accepted: SendRequest[], promises: Promises): string | null {
  const { id, number, state, author, providerId } = text
  const said = `lost: ${author} text ${id} to ${number} is "${state}"`
  switch (state) {
    case 'sent':
    case 'delivered':
      return accepted.some(({ sid }) => sid === providerId) ? null : `${said} and never came to the gateway`
    case 'failed': {
      if (author === 'staff' && wroteStop(diary, number)) return null
      const known = diary.requests.some((request) => request.to === number && (request.code ?? request.sid) !== null)
      return known ? null : `${said}, and the gateway knows nothing of it: ${text.problem}`
    }
    case 'check':
      return null
    case 'cancelled':
      return cancelledRightly(text, diary, promises) ? null : `${said}: ${text.stopReason}, ${text.rule}`
    case 'queued':
      // A later step whose time has not come.
      if ((text.step ?? 1) > 1 && (text.dueAt ?? 0) > promises.endedAt) return null
      return `${said} in the end: ${text.waits}, due ${(text.dueAt ?? 0) - promises.endedAt} ms after it`
    default:
      return `${said} in the end: ${text.waits}`
  }
}

function wroteStop(diary: Diary, number: string): boolean {
  return diary.written.some((text) => text.number === number && text.stop)
}

function cancelledRightly(text: StoredText, diary: Diary, promises: Promises): boolean {
  const { number, linkedid, stopReason, rule } = text
  const call = diary.calls.find((each) => each.linkedid === linkedid)
  switch (stopReason) {
    case 'replied':
      return diary.written.some((written) => written.number === number)
    case 'opted-out':
      return wroteStop(diary, number)
    case 'answered':
    case 'called-back':
      return diary.calls.some((each) => each.number === number && each.outcome === 'answered')
    case 'staff-wrote':
      return diary.staffTexts.some((staff) => staff.number === number)
    default:
  }
  if (rule === 'staff-wrote') return diary.staffTexts.some((staff) => staff.number === number)
  const window = promises.windows[(text.step ?? 1) - 1]
  if (rule === 'too-late') return !call || !window || !couldGoOut(call, diary, window)
  if (text.step !== 1 && (rule === 'quiet-hours' || rule === 'closed')) return true
  return rule === 'recent-follow-up' && missedBefore(diary, number, Infinity).length > 1
}

/** Whether there was a long enough time without trouble between "due" and "too late". */
function couldGoOut(call: PlayedCall, diary: Diary, window: { due: number; until: number }): boolean {
  const endedAt = call.endedAt ?? 0
  const [from, to] = [endedAt + window.due, endedAt + window.until]
  // By a clock that was set while the text waited it may have been too late at any moment.
  if (jumps(diary, ({ ms }) => ms > 0, call.startedAt, to) > 0) return false
  const within = diary.troubles
    .map((trouble) => ({ from: trouble.from, to: trouble.to ?? Infinity }))
    .filter((trouble) => trouble.to > from && trouble.from < to)
    .sort((one, other) => one.from - other.from)
  let free = from
  for (const trouble of within) {
    if (trouble.from - free >= enough) return true
    free = Math.max(free, trouble.to)
  }
  return to - free >= enough
}

function wronglySent(request: SendRequest, accepted: SendRequest[], it: Case): string | null {
  const { diary, promises } = it
  const { to, body, at } = request
  if (isStaff(body)) return null
  const said = `wrongly sent: "${body.slice(0, 30)}" to ${to}`
  const calls = diary.calls.filter(({ number }) => number === to)
  if (calls.some(({ textable }) => !textable)) return `${said}, which must not be texted`
  const missed = missedBefore(diary, to, at)
  const last = missed.at(-1)
  if (!last) return `${said} without a missed call`
  // By a clock that was set back it is not.
  const back = jumps(diary, ({ ms }) => ms < 0, last.startedAt, at)
  const step = it.store.texts.find(({ providerId }) => providerId === request.sid)?.step ?? 1
  const until = promises.windows[step - 1]?.until ?? Infinity
  if (at > (last.endedAt ?? 0) + until + hour / 60 && back === 0) return `${said}, too late`
  if (step > 1 && isNight(at) && jumps(diary, wasSet, at - 12 * hour, at) === 0) return `${said} at night`
  const since = last.startedAt
  if (calls.some((call) => talkedBefore(call, since, request, it))) return `${said} after somebody talked with them`
  if (diary.written.some((written) => written.number === to && isRead(written, request, it) && written.at > since))
    return `${said} after they wrote`
  const again = accepted.find((other) => other !== request && other.to === to && other.body === body && other.at <= at)
  if (again && at - again.at < 24 * hour - jumps(diary, wasSet, again.at, at)) return `${said} again within a day`
  return null
}

/** It is between nine in the evening and eight in the morning wherever a caller of the run can be. */
function isNight(at: number): boolean {
  const utc = new Date(at).getUTCHours()
  return utc >= 7 && utc < 13
}

function talkedBefore(call: PlayedCall, since: number, request: SendRequest, { diary, promises }: Case): boolean {
  const stored = diary.storedCalls.get(call.linkedid)
  return call.outcome === 'answered' && call.startedAt >= since && isBefore(stored, request, promises)
}

/** Whether the engine knew these words before it began to ask for the text. */
function isRead(written: Written, request: SendRequest, { diary, store, promises }: Case): boolean {
  const { number, shownAt } = written
  if (shownAt === null) return false
  const stored = diary.storedReplies.find((reply) => {
    return store.numbers.get(reply.conversation) === number && reply.realAt >= shownAt
  })
  return isBefore(stored?.realAt, request, promises)
}

function isBefore(realAt: number | undefined, request: SendRequest, { grace }: Promises): boolean {
  return realAt !== undefined && realAt < request.realAt - grace
}

const wasSet = ({ slept }: Jump) => !slept

function jumps(diary: Diary, which: (jump: Jump) => boolean, from: number, to: number): number {
  return diary.jumps
    .filter((jump) => which(jump) && jump.at >= from && jump.at <= to)
    .reduce((sum, { ms }) => sum + Math.abs(ms), 0)
}

function afterStop(request: SendRequest, it: Case): string | null {
  const stop = it.diary.written.find((written) => {
    return written.stop && written.number === request.to && isRead(written, request, it)
  })
  return stop ? `after a STOP: "${request.body.slice(0, 30)}" to ${request.to}` : null
}

/** Ends of an attempt after which nobody can know whether the gateway took the text. */
const unclear = /^(drop|hang|status|truncated|broken-json|page|slow)/

function unjustified(text: StoredText, diary: Diary): string | null {
  const { number, body, id } = text
  const asked = diary.requests.filter((request) => request.to === number && request.body === body)
  const taken = asked.filter(({ sid }) => sid !== null)
  if (taken.length > 0) {
    const findable = taken.every(({ lag }) => lag < lookedFor)
    return findable ? `check without need: ${id} to ${number} is listed at the gateway` : null
  }
  const broke = asked.some(({ fault }) => fault !== null && unclear.test(fault))
  return broke || diary.kills.length > 0 ? null : `check without need: no attempt of ${id} broke off`
}
