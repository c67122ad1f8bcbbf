/** Compares what was told across lost connections with what happened. */
import type { EndedCall } from '../../telephony/calls/call.ts'
import type { PlayedCall } from './calls-in-traffic.ts'
import type { Rights } from './playing-server.ts'

export interface Comparison {
  calls: number
  /** Every event of theirs was told. */
  seenWhole: number
  seenPartly: number
  neverSeen: number
  /** Of those seen whole: told otherwise than it was, or not at all. */
  wrong: number
  /** Of those seen partly: told as certain, and otherwise than it was. */
  wrongPartly: number
  /** Seen from their beginning and never told. */
  lost: number
  toldTwice: number
  /** Told although nothing was seen of them, or nothing like it happened. */
  invented: number
  /** Told as unknown. */
  unknown: number
  examples: string[]
}

const mostExamples = 8

export function compare(
  calls: ReadonlyMap<string, PlayedCall>,
  told: readonly EndedCall[],
  wasTold: (event: number) => boolean,
  rights: Rights,
): Comparison {
  const result: Comparison = {
    calls: calls.size,
    seenWhole: 0,
    seenPartly: 0,
    neverSeen: 0,
    wrong: 0,
    wrongPartly: 0,
    lost: 0,
    toldTwice: 0,
    invented: 0,
    unknown: 0,
    examples: [],
  }
  const count = (what: 'wrong' | 'wrongPartly' | 'lost' | 'toldTwice' | 'invented', ...facts: unknown[]) => {
    result[what]++
    if (result.examples.length < mostExamples) result.examples.push(`${what}: ${facts.map(inShort).join(' | ')}`)
  }
  const byId = grouped(told)
  for (const [linkedid, { truth, events, first: begin }] of calls) {
    const [first, second] = byId.get(linkedid) ?? []
    byId.delete(linkedid)
    const seen = events.filter(wasTold).length
    if (second) count('toldTwice', truth, first, second)
    if (seen === events.length) {
      result.seenWhole++
      // Without lists, nothing tells that a call went on unchanged.
      if (first && rights === 'call' && isUnknown(first)) result.unknown++
      else if (!first || first.endUnseen || verdict(first, rights) !== verdict(truth, rights)) {
        count('wrong', truth, first)
      }
    } else if (seen === 0) {
      result.neverSeen++
      // A list on connecting may have shown it all the same, but neither its beginning nor its end.
      if (first && !isUnknown(first)) count('invented', truth, first)
    } else {
      result.seenPartly++
      // Without lists, a click-to-call stays unknown that dialled its phone while nobody watched.
      const knowable = rights !== 'call' || truth.direction === 'inbound'
      if (!first && wasTold(begin) && knowable) count('lost', truth)
      if (first && isUnknown(first)) result.unknown++
      else if (first && outcome(first) !== outcome(truth)) count('wrongPartly', truth, first)
    }
  }
  for (const [call] of byId.values()) {
    if (call?.direction === 'inbound' && !isUnknown(call)) count('invented', call)
  }
  return result
}

function isUnknown({ endUnseen, partUnseen }: EndedCall): boolean {
  return endUnseen || partUnseen
}

function outcome({ direction, outcome: how }: EndedCall): string {
  return `${direction} ${how}`
}

/** Who reads class `call` alone cannot tell every reason. */
function verdict(call: EndedCall, rights: Rights): string {
  const { callerNumber, dialed, answeredBy, reason } = call
  return [outcome(call), callerNumber, dialed, answeredBy, rights === 'call' ? '' : reason].join(' ')
}

function grouped(told: readonly EndedCall[]): Map<string, EndedCall[]> {
  const groups = new Map<string, EndedCall[]>()
  for (const call of told) groups.set(call.linkedid, [...(groups.get(call.linkedid) ?? []), call])
  return groups
}

function inShort(fact: unknown): string {
  if (typeof fact !== 'object' || fact === null) return 'nothing told'
  const { linkedid, direction, outcome: how, reason, answeredBy, endUnseen, partUnseen } = fact as EndedCall
  return JSON.stringify({ linkedid, direction, how, reason, answeredBy, endUnseen, partUnseen })
}
