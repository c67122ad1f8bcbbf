/** A conversation's line in the list, worked out from its rows as inbox/glance.ts does it from the tables. */
import type { Insertable } from 'kysely'
import { endedCall } from '../../../electron/engine/inbox/call-rows.ts'
import { sentence } from '../../../electron/engine/inbox/call-sentence.ts'
import { stateOf } from '../../../electron/engine/inbox/state.ts'
import type { Situation } from '../../../electron/engine/inbox/state.ts'
import type { ConversationTable } from '../../../electron/engine/store/schema.ts'
import type { ContactRows } from './rows.ts'

type Line = Omit<Insertable<ConversationTable>, 'id' | 'contact_id' | 'unread'>
type Newest = { at: number; kind: 'call' | 'text-in' | 'text-out' | 'auto' | 'note'; text: string }

/** More than a line of the list holds; characters. */
const snippetLength = 160
const outgoing = { answered: 'You called', missed: 'You called, no answer' }

export function lineInList(rows: ContactRows, situation: Situation): Line {
  const { state, waitingSince } = stateOf(situation)
  const call = rows.call.at(-1)
  const text = rows.message.findLast((row) => row.state !== 'queued')
  const note = rows.note.at(-1)
  const found: (Newest | undefined)[] = [
    call && {
      at: call.ended_at,
      kind: 'call',
      text: call.direction === 'inbound' ? incoming(call) : outgoing[call.outcome],
    },
    text && {
      at: text.at,
      kind: text.direction === 'in' ? 'text-in' : text.author === 'auto' ? 'auto' : 'text-out',
      text: shorten(text.body),
    },
    note && { at: note.at, kind: 'note', text: shorten(note.body) },
  ]
  const newest = found.filter((item) => item !== undefined).sort((one, other) => other.at - one.at)[0]
  const answered = rows.call.findLastIndex((row) => row.outcome === 'answered')
  const lastOut = rows.message.findLast((row) => row.direction === 'out')
  return {
    state,
    waiting_since: waitingSince,
    text_since: situation.textSince,
    call_since: situation.callSince,
    call_covered: situation.callCovered ? 1 : 0,
    look_since: situation.lookSince,
    rest: situation.rest,
    marked_done: situation.markedDone ? 1 : 0,
    last_activity_at: newest?.at ?? 0,
    snippet_kind: newest?.kind ?? 'call',
    snippet_text: newest?.text ?? '',
    missed_calls: rows.call.slice(answered + 1).filter((row) => row.direction === 'inbound').length,
    line: rows.call.findLast((row) => row.direction === 'inbound')?.line ?? null,
    failed: lastOut?.state === 'failed' ? 1 : 0,
  }
}

function incoming(call: ContactRows['call'][number]): string {
  if (call.outcome === 'answered') return 'Answered call'
  const { conversation_id = null, party = null, line = null, dialed = null, answered_by = null } = call
  const { caller_number = null, caller_name = null, reason = null } = call
  const { withheld = 0, end_unseen = 0, part_unseen = 0 } = call
  const given = { conversation_id, party, line, dialed, answered_by, caller_number, caller_name, reason }
  return sentence(endedCall({ ...call, ...given, withheld, end_unseen, part_unseen }, 'US'))
}

/** Only the emoji of these texts would have to be counted otherwise, and none is that long. */
function shorten(body: string): string {
  const line = body.replace(/\s+/g, ' ').trim()
  return line.length <= snippetLength ? line : `${line.slice(0, snippetLength - 1)}…`
}
