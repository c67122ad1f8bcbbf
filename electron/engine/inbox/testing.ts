/** A small office for the tests of the inbox: a store in a folder of its own, and short ways to let things happen. */
import { mkdtempSync, rmSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Insertable } from 'kysely'
import type { EndedCall } from '../../../telephony/calls/call.ts'
import { ManualClock } from '../../../telephony/clock.ts'
import { silentLogger } from '../../../telephony/logger.ts'
import { openStore } from '../store/database.ts'
import type { Store } from '../store/database.ts'
import type { FollowUpTable, MessageTable } from '../store/schema.ts'
import { recordCall } from './calls.ts'
import type { RecordedCall } from './calls.ts'
import { refreshConversation } from './conversations.ts'
import type { InboxView } from './view.ts'

export const noon = Date.UTC(2026, 10, 24, 18, 0)
export const minute = 60_000
export const caller = '+15305550101'

export const view: InboxView = {
  country: 'US',
  lines: [{ number: '+12125550100', name: 'Main line' }],
  bookingLink: '',
  sentence: (call) => `${call.outcome}, ${call.legs.length} phones`,
}

export interface Office {
  store: Store
  clock: ManualClock
  end(): Promise<void>
}

export async function openOffice(): Promise<Office> {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-inbox-'))
  const clock = new ManualClock(noon)
  const store = await openStore({ file: join(folder, 'inbox.sqlite'), clock, logger: silentLogger })
  return {
    store,
    clock,
    async end() {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** An inbound call that rang 101 for 18 s and was missed, unless `facts` say otherwise. */
export function aCall(facts: Partial<EndedCall> = {}): EndedCall {
  const startedAt = facts.startedAt ?? noon
  const endedAt = facts.endedAt ?? startedAt + 20_000
  return {
    linkedid: randomUUID(),
    direction: 'inbound',
    callerNumber: '5305550101',
    callerName: null,
    dialed: '2125550100',
    outcome: 'missed',
    reason: facts.outcome === 'answered' ? null : 'no-answer',
    answeredBy: facts.outcome === 'answered' ? '101' : null,
    startedAt,
    endedAt,
    legs: [
      {
        phone: '101',
        channel: 'PJSIP/101-00000001',
        dialedAt: startedAt + 1000,
        rangAt: startedAt + 2000,
        answeredAt: null,
        endedAt,
        how: 'no-answer',
      },
    ],
    endUnseen: false,
    partUnseen: false,
    presentationWithheld: null,
    ...facts,
  }
}

export async function happens(
  { store }: Office,
  call: EndedCall,
  party: string | null = caller,
): Promise<RecordedCall & { conversationId: string }> {
  const recorded = await store.write((work) => recordCall(work, call, { party, line: '+12125550100' }, call.endedAt))
  if (!recorded) throw new Error('The call was not stored')
  return { ...recorded, conversationId: recorded.conversationId ?? '' }
}

export async function addMessage(
  { store }: Office,
  message: Pick<MessageTable, 'conversation_id' | 'at'> & Partial<Insertable<MessageTable>>,
): Promise<string> {
  const id = message.id ?? randomUUID()
  await store.write(async (work) => {
    await work.db
      .insertInto('message')
      .values({
        direction: 'out',
        author: 'staff',
        body: 'Hello',
        state: 'sent',
        created_at: message.at,
        ...message,
        id,
      })
      .execute()
    await refreshConversation(work, message.conversation_id)
  })
  return id
}

export async function addFollowUp(
  { store }: Office,
  followUp: Pick<FollowUpTable, 'conversation_id' | 'call_id' | 'started_at'> & Partial<Insertable<FollowUpTable>>,
): Promise<string> {
  const id = randomUUID()
  await store.write(async (work) => {
    await work.db
      .insertInto('follow_up')
      .values({ state: 'running', step: 1, steps: 3, ...followUp, id })
      .execute()
    await refreshConversation(work, followUp.conversation_id)
  })
  return id
}

export async function conversationRow({ store }: Office, id: string) {
  return store.db.selectFrom('conversation').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}
