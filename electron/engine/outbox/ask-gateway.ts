/**
 * What is asked at the gateway before an automatic text: has the contact written (a late reply must win), and has
 * anybody else texted this contact since the call (another PC, a person)?
 */
import type { Kysely } from 'kysely'
import type { Clock } from '../../../telephony/clock.ts'
import type { Gateway, GatewayMessage } from '../../../telephony/sms/gateway.ts'
import { tooLateAfter } from '../followup/steps.ts'
import type { Database } from '../store/schema.ts'
import { isBound } from './bound.ts'
import type { ProviderClock } from './provider-clock.ts'
import { isCopyOf } from './same-moment.ts'
import { tolerance } from './reconcile.ts'

/** The part of the reply poller that is needed here. */
export interface Replies {
  pollNow(): Promise<void>
  expectReply(): void
  gatewayTime(gateway: Gateway): number | null
  gatewayAhead(gateway: Gateway): number | null
}

export type Answer =
  /**
   * `others`: ids of what the gateway lists of the last minutes that is none of ours, such as of before the call.
   * `wrote`: what the contact has written to the office, newest first, where that was asked.
   */
  | { kind: 'clear'; others: string[]; wrote: GatewayMessage[] }
  /** Somebody else texted this contact. */
  | { kind: 'elsewhere'; message: GatewayMessage }
  /** The gateway did not answer: the text has to wait, since nobody knows. */
  | { kind: 'unreachable'; error: unknown }

/** Longer than this nobody waits for an answer, ms: better asked again. */
const patience = 10_000
/** The gateway's times are whole seconds. */
const second = 1000

/** When a call began, epoch ms. */
export interface CallTime {
  ours: number
  /** By the gateway's own clock, which ours was compared with when the call ended; null where it was not. */
  gateways: number | null
}

export interface Question {
  db: Kysely<Database>
  gateway: Gateway
  replies: Replies
  clock: Clock
  providerClock: ProviderClock
  /** E.164. */
  number: string
  /** Since when a text by somebody else counts; null not to ask for any. */
  textedSince: CallTime | null
  /** Whether to ask for what the contact wrote before this inbox read along. */
  everWrote: boolean
}

export async function askGateway(question: Question): Promise<Answer> {
  const { gateway, replies, clock, number, textedSince, everWrote } = question
  // All at once: with no delay the text is at the gateway within a second of the hang-up.
  const asked = Promise.all([
    textedSince === null ? clear : textedElsewhere(question, textedSince),
    everWrote ? gateway.writtenBy?.(number) : undefined,
    replies.pollNow(),
  ])
  try {
    const [answer, wrote] = await withPatience(asked, clock)
    if (answer.kind !== 'clear') return answer
    // A service that lists other people's texts all the same must not have their STOP stand against this contact.
    return { ...answer, wrote: wrote?.messages.filter(({ from }) => from === number) ?? [] }
  } catch (error) {
    return { kind: 'unreachable', error }
  }
}

const clear: Answer & { kind: 'clear' } = { kind: 'clear', others: [], wrote: [] }

/** The first text to this number since then that is none of ours. Its page is enough: nobody sends fifty at once. */
async function textedElsewhere(question: Question, textedSince: CallTime): Promise<Answer> {
  const { db, gateway, clock, providerClock, number } = question
  if (!gateway.can.lookUp) return clear
  const askedAt = clock.now()
  const { messages, providerNow } = await gateway.sentTo(number)
  // A clock that is minutes wrong would take a text of before the call for one since, or pass one since over.
  if (providerNow !== null) providerClock.learn(providerNow, askedAt, clock.now())
  const since = (textedSince.gateways ?? providerClock.toProvider(soonest(textedSince.ours, clock.now()))) - second
  // One that is older will be taken for an attempt's own by nobody.
  const earliest = Math.min(since, providerClock.toProvider(clock.now()) - 2 * tolerance)
  const [own, others]: [GatewayMessage[], GatewayMessage[]] = [[], []]
  for (const message of messages.toReversed()) {
    if (message.direction !== 'out' || message.at < earliest) continue
    const isOwn = await isBound(db, gateway.account, message.providerId)
    ;(isOwn ? own : others).push(message)
  }
  const elsewhere = others.find((theirs) => {
    return theirs.at >= since && theirs.state !== 'failed' && !own.some((ours) => isCopyOf(ours, theirs))
  })
  return elsewhere
    ? { kind: 'elsewhere', message: elsewhere }
    : { ...clear, others: others.map(({ providerId }) => providerId) }
}

/**
 * A call that began in what is the future now was timed by a clock that has been set back since. When it truly came
 * nobody knows: not longer ago than a first text may be late.
 */
function soonest(calledAt: number, now: number): number {
  return calledAt > now ? now - tooLateAfter[1] : calledAt
}

function withPatience<T>(asked: Promise<T>, clock: Clock): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = clock.after(patience, () => reject(new Error('The gateway did not answer in time')))
    asked.then(resolve, reject).finally(giveUp)
  })
}
