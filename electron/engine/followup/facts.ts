/**
 * What the rules may know about a call and its caller, read within one transaction. The facts are stored with each
 * decision: no bodies, no numbers.
 */
import type { Kysely } from 'kysely'
import { parseNumber } from '../../../telephony/phone-number.ts'
import type { NotANumber, NumberKind } from '../../../telephony/phone-number.ts'
import type { StepNumber } from '../../contract/texts.ts'
import type { MissedReason, Settings } from '../../contract/view-models.ts'
import { textedOutsideInbox } from '../backups/texted-copy.ts'
import { conversationsOfPerson, numbersOfPerson } from '../contacts/person.ts'
import { isOptedOut } from '../opt-out/ledger.ts'
import { isOptOutAsked } from '../opt-out/question.ts'
import { isOwnLine } from '../parties/lines.ts'
import type { Database } from '../store/schema.ts'
import { isAnsweredByMachine, isKnownLandline } from './known-of-number.ts'
import { readPause } from './pause.ts'
import { sinceCall } from './since-call.ts'
import type { SinceCall } from './since-call.ts'
import { isWatched, lastWatchedText } from './watch-only.ts'
import { timeOfDay } from './time-of-day.ts'
import type { TimeOfDay } from './time-of-day.ts'
import { automaticTextsThisWeek, lastAutomaticText, triedAtGateway, week } from './weekly-limit.ts'

export type FollowUpSettings = Pick<
  Settings,
  'business' | 'followUp' | 'texts' | 'hours' | 'quietHours' | 'lines' | 'texting'
>

/** What does not stand in the store. */
export interface Surroundings {
  settings: FollowUpSettings
  /** Numbers (E.164) that are in a call right now; null while that is not known yet. */
  live: ReadonlySet<string> | null
  /** False while no gateway has been set up. */
  textingReady: boolean
  /** By how much the gateway's clock is ahead of ours, ms; null while that is not known. */
  gatewayAhead: number | null
  now: number
}

export type Stage = 'call-ended' | 'sending'

export interface FollowUpFacts extends TimeOfDay, SinceCall {
  stage: Stage
  /** Which text of a follow-up it is about. */
  step: StepNumber
  /** When it is to go out. The time of day is that of this instant, or of now when it is over. */
  plannedAt: number
  /** Staff said "send now". */
  urged: boolean
  direction: 'inbound' | 'outbound' | 'internal'
  outcome: 'answered' | 'missed'
  missedReason: MissedReason | null
  callEndedAt: number
  /** The end fell into a time without a connection: the verdict is a guess. */
  endUnseen: boolean
  /** A part of the call fell into a time without a connection; perhaps somebody answered then. */
  partUnseen: boolean
  /** The caller did not want the number to be seen, even if the provider passed it on. */
  withheld: boolean
  number: 'valid' | NotANumber
  /** ISO 3166 alpha-2; null for numbers of no country. */
  country: string | null
  kind: NumberKind | null
  /** It is one of the office's own numbers. */
  own: boolean
  blocked: boolean
  /** The gateway has said so of an earlier text. */
  landline: boolean
  /** A machine answers our texts there. */
  machine: boolean
  optedOut: boolean
  /** A text of theirs may have been a wish for no texts, and staff have not decided. */
  optOutAsked: boolean
  textingReady: boolean
  pausedBy: 'staff' | 'brake' | 'restore' | null
  /** Calls of this line are judged and never texted because of. */
  watchOnly: boolean
  /** They are in a call right now; null while it is not known yet who is. */
  live: boolean | null
  /** When another follow-up last texted, or may have, or began and may still text; within the last 24 h. */
  otherFollowUpAt: number | null
  /** When a person last stopped another follow-up, within the last 24 h. */
  stoppedByStaffAt: number | null
  /** Automatic texts to this contact in the last seven days, without the one that is judged. */
  automaticThisWeek: number
}

/** Design, "Whom to text, and when". */
const repeatWithin = 24 * 60 * 60 * 1000

/** The text that is judged. */
export interface Subject extends Pick<FollowUpFacts, 'stage' | 'step' | 'plannedAt' | 'urged'> {
  callId: string
  /** Null when there is none yet. */
  followUpId: string | null
}

/** Reads the facts about a text that `subject.callId` leads to, or may lead to. */
export async function gatherFacts(
  db: Kysely<Database>,
  subject: Subject,
  around: Surroundings,
): Promise<FollowUpFacts> {
  const { settings, live, textingReady, now } = around
  const { stage, step, plannedAt, urged } = subject
  const at = Math.max(now, plannedAt)
  const call = await db.selectFrom('call').selectAll().where('id', '=', subject.callId).executeTakeFirstOrThrow()
  const parsed = parseNumber(call.party ?? call.caller_number, settings.business.country)
  const number = parsed.ok ? parsed.number : null
  const contact =
    number === null
      ? undefined
      : await db.selectFrom('contact').select('blocked').where('number', '=', number).executeTakeFirst()
  // What happened on another number of the same person counts as if it had happened on this one.
  const numbers = number === null ? [] : await numbersOfPerson(db, number)
  const ids = await conversationsOfPerson(db, call.conversation_id)
  const others = { ids, but: subject.followUpId, after: now - repeatWithin, now }
  const watchOnly = await isWatched(db, call.line)
  // After a restore from an older copy.
  const unremembered = await textedOutsideInbox(db, numbers)
  const party = parsed.ok ? { number: parsed.number, country: parsed.country } : null
  return {
    stage,
    step,
    plannedAt,
    urged,
    ...timeOfDay(at, step, party, latest(await lastAutomaticText(db, ids), unremembered[0]), settings),
    direction: call.direction,
    outcome: call.outcome,
    missedReason: call.reason,
    callEndedAt: call.ended_at,
    endUnseen: call.end_unseen === 1,
    partUnseen: call.part_unseen === 1,
    withheld: call.withheld === 1,
    number: parsed.ok ? 'valid' : parsed.why,
    country: parsed.ok ? parsed.country : null,
    kind: parsed.ok ? parsed.kind : null,
    own: number !== null && (ownNumbers(settings).has(number) || (await isOwnLine(db, number))),
    blocked: contact?.blocked === 1,
    landline: await isKnownLandline(db, call.conversation_id),
    machine: await isAnsweredByMachine(db, call.conversation_id, now),
    optedOut: number !== null && (await isOptedOut(db, number)),
    optOutAsked: await isAnyAsked(db, numbers),
    textingReady,
    pausedBy: (await readPause(db, now))?.by ?? null,
    watchOnly,
    live: live === null ? null : numbers.some((one) => live.has(one)),
    otherFollowUpAt:
      latest(
        await otherFollowUp(db, others),
        unremembered.find((texted) => texted > others.after),
      ) ?? (watchOnly ? await lastWatchedText(db, { ids, after: others.after, callId: call.id }) : null),
    stoppedByStaffAt: await stoppedByStaff(db, others),
    automaticThisWeek:
      (await automaticTextsThisWeek(db, ids, at)) + unremembered.filter((texted) => texted > at - week).length,
    ...(await sinceCall(db, call, { ids, followUpId: subject.followUpId, now })),
  }
}

function latest(one: number | null, other: number | undefined): number | null {
  return other === undefined ? one : Math.max(one ?? other, other)
}

/** The office's lines and the number it texts from. */
function ownNumbers({ lines, texting, business }: FollowUpSettings): Set<string> {
  const shown = [...lines.map((line) => line.number), texting.from]
  const parsed = shown.map((number) => parseNumber(number, business.country))
  return new Set(parsed.flatMap((number) => (number.ok ? [number.number] : [])))
}

async function isAnyAsked(db: Kysely<Database>, numbers: readonly string[]): Promise<boolean> {
  for (const number of numbers) if (await isOptOutAsked(db, number)) return true
  return false
}

interface Others {
  ids: string[]
  but: string | null
  after: number
  now: number
}

/**
 * When another follow-up texted last, or may have: a text may go out days after the call that it answers. While
 * nothing of one that runs went out, its start.
 */
async function otherFollowUp(db: Kysely<Database>, { ids, but, after, now }: Others): Promise<number | null> {
  const { texted } = await db
    .selectFrom('message')
    .select((eb) => {
      const tried = eb
        .selectFrom('attempt')
        .select((of) => of.fn.max('started_at').as('at'))
        .whereRef('attempt.message_id', '=', 'message.id')
      const at = eb.fn.coalesce('sent_at', tried, 'at')
      const known = eb.case().when(at, '>', now).then(eb.fn.coalesce(triedAtGateway, at)).else(at).end()
      return eb.fn.max<number | null>(known).as('texted')
    })
    .where('conversation_id', 'in', ids)
    .where('follow_up_id', 'is not', null)
    .where('follow_up_id', '!=', but ?? '')
    .where('state', 'in', ['sending', 'sent', 'delivered', 'check'])
    .executeTakeFirstOrThrow()
  const { started } = await db
    .selectFrom('follow_up')
    .select((eb) => eb.fn.max('started_at').as('started'))
    .where('conversation_id', 'in', ids)
    .where('id', '!=', but ?? '')
    .where('state', '=', 'running')
    .executeTakeFirstOrThrow()
  const last = Math.max(texted ?? -Infinity, started ?? -Infinity)
  return last > after ? last : null
}

async function stoppedByStaff(db: Kysely<Database>, { ids, but, after }: Others): Promise<number | null> {
  const { at } = await db
    .selectFrom('follow_up')
    .select((eb) => eb.fn.max('ended_at').as('at'))
    .where('conversation_id', 'in', ids)
    .where('id', '!=', but ?? '')
    .where('stop_reason', '=', 'stopped')
    .where('ended_at', '>', after)
    .executeTakeFirstOrThrow()
  return at
}
