/** Which events belong to which call, and what becomes of each call when nothing is missed. */
import type { AmiEvent } from '../../telephony/ami/events.ts'
import type { EndedCall } from '../../telephony/calls/call.ts'
import { CallTracker } from '../../telephony/calls/tracker.ts'
import type { EventText } from './traffic.ts'

export interface PlayedCall {
  truth: EndedCall
  /** Its events, by their place in the traffic. */
  events: number[]
  /** That with which the caller came. */
  first: number
}

/** `isRead`: whether a listener is sent the event at this place. */
export function callsIn(
  traffic: readonly EventText[],
  events: readonly AmiEvent[],
  isRead: (index: number) => boolean,
): Map<string, PlayedCall> {
  const parents = new Map<string, string>()
  const root = (id: string): string => {
    const parent = parents.get(id) ?? id
    if (parent === id) return id
    const top = root(parent)
    parents.set(id, top)
    return top
  }
  // Whatever one event names together hangs together.
  const named = traffic.map((text) => [...new Set(text.match(/\b\d{10}\.\d{1,6}\b/g) ?? [])])
  for (const [first, ...others] of named) {
    if (first !== undefined) for (const other of others) parents.set(root(other), root(first))
  }
  const groups = new Map<string, number[]>()
  named.forEach(([first], index) => {
    if (first === undefined || !isRead(index)) return
    const group = groups.get(root(first)) ?? []
    group.push(index)
    groups.set(root(first), group)
  })
  const calls = new Map<string, PlayedCall>()
  const tracker = new CallTracker({
    trunks: ['PJSIP/trunk'],
    now: () => 0,
    onEnded: (truth) => {
      const own = groups.get(root(truth.linkedid)) ?? []
      const first = own.find((index) => events[index]?.get('Uniqueid') === truth.linkedid) ?? -1
      calls.set(truth.linkedid, { truth, events: own, first })
    },
  })
  events.forEach((event, index) => {
    if (isRead(index)) tracker.handle(event, index * 40)
  })
  return calls
}
