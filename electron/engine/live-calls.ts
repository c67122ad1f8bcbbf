/** The calls that go on now, with the names the inbox has for their callers. */
import type { LiveCall as TrackedCall } from '../../telephony/calls/call.ts'
import { numberForPeople, parseNumber } from '../../telephony/phone-number.ts'
import type { LiveCall } from '../contract/view-models.ts'
import type { InboxView } from './inbox/view.ts'
import { lineForPeople } from './inbox/view.ts'
import type { Store } from './store/database.ts'

/** The numbers (E.164) of outside parties in a call now: nobody texts somebody who is on the phone. */
export function liveNumbers(calls: readonly TrackedCall[], country: string): ReadonlySet<string> {
  const numbers = calls.flatMap((call) => {
    if (call.direction === 'internal') return []
    const parsed = parseNumber(call.direction === 'outbound' ? call.dialed : call.callerNumber, country)
    return parsed.ok ? [parsed.number] : []
  })
  return new Set(numbers)
}

/** What the window shows of them: calls from outside, oldest first. */
export async function liveView(store: Store, calls: readonly TrackedCall[], view: InboxView): Promise<LiveCall[]> {
  const inbound = calls.filter((call) => call.direction === 'inbound').sort((a, b) => a.startedAt - b.startedAt)
  return Promise.all(
    inbound.map(async (call) => {
      const parsed = parseNumber(call.callerNumber, view.country)
      const known = parsed.ok ? await knownContact(store, parsed.number) : undefined
      const numberShown = parsed.ok ? numberForPeople(parsed.number, view.country) : call.callerNumber
      return {
        linkedid: call.linkedid,
        conversationId: known?.conversationId ?? null,
        caller: known?.name ?? call.callerName ?? numberShown ?? 'Number withheld',
        numberForPeople: numberShown,
        line: lineForPeople(view, call.dialed),
        state: call.state,
        since: call.startedAt,
        phones: call.phones,
      }
    }),
  )
}

function knownContact(store: Store, number: string) {
  return store.db
    .selectFrom('contact')
    .leftJoin('conversation', 'conversation.contact_id', 'contact.id')
    .select(['contact.name', 'conversation.id as conversationId'])
    .where('contact.number', '=', number)
    .executeTakeFirst()
}
