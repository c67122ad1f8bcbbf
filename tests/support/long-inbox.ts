/** An inbox with one conversation of years, made before the app starts: nothing in it was ever sent. */
import path from 'node:path'
import { sql } from 'kysely'
import { systemClock } from '../../telephony/clock.ts'
import { silentLogger } from '../../telephony/logger.ts'
import { openStore } from '../../electron/engine/store/database.ts'
import { refreshConversation } from '../../electron/engine/inbox/conversations.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export const pat = '+15305550141'
export const kim = '+15305550142'
/** Texts of Pat's conversation, besides those below. */
export const texts = 10_000
/** Stands in the middle of them. */
export const needle = 'The key is under the blue flower pot'
export const hostile = [
  'A'.repeat(300),
  '<img src=x onerror="document.title=1"><b>bold</b>',
  'אפשר לקבוע תור ליום חמישי?',
  '👩‍👩‍👧‍👦👍🏽',
]

export async function makeLongInbox(profile: string): Promise<void> {
  const now = Date.now()
  const store = await openStore({
    file: path.join(profile, 'inbox.sqlite'),
    clock: systemClock,
    logger: silentLogger,
  })
  await store.write(async (work) => {
    const { db } = work
    const talk = async (id: string, number: string, name: string) => {
      await db
        .insertInto('contact')
        .values({ id: `c-${id}`, number, name, name_source: 'staff', created_at: now - 700 * day })
        .execute()
      await db
        .insertInto('conversation')
        .values({ id, contact_id: `c-${id}`, state: 'waiting', last_activity_at: now })
        .execute()
    }
    const missed = (id: string, conversation: string, number: string, at: number) =>
      db
        .insertInto('call')
        .values({
          id,
          linkedid: id,
          conversation_id: conversation,
          direction: 'inbound',
          caller_number: number,
          party: number,
          line: '+12125550100',
          outcome: 'missed',
          reason: 'no-answer',
          started_at: at,
          ended_at: at + 18_000,
          legs: JSON.stringify([
            {
              phone: '101',
              channel: 'x',
              dialedAt: at,
              rangAt: at + 1000,
              answeredAt: null,
              endedAt: at + 18_000,
              how: 'no-answer',
            },
          ]),
        })
        .execute()
    await talk('pat', pat, 'Pat Lee')
    await talk('kim', kim, 'Kim Day')
    const start = now - 600 * day
    const step = Math.floor((598 * day) / texts)
    await sql`
      INSERT INTO message (id, conversation_id, direction, author, body, state, created_at, at)
      WITH RECURSIVE number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n < ${texts - 1})
      SELECT 'm' || n, 'pat', iif(n % 3 = 0, 'out', 'in'), iif(n % 3 = 0, 'staff', 'contact'),
        iif(n = ${texts / 2}, ${needle}, 'Text number ' || n || ', as long as texts are.'),
        iif(n % 3 = 0, 'delivered', 'received'), ${start} + n * ${step}, ${start} + n * ${step}
      FROM number`.execute(db)
    await missed('p-call', 'pat', pat, now - 3 * hour)
    const last = [...hostile, 'See https://cedar.example/map or call (530) 555-0131']
    for (const [index, body] of last.entries()) {
      const at = now - 2 * hour + index * 10 * minute
      const row = { id: `last${index}`, conversation_id: 'pat', direction: 'in' as const, author: 'contact' as const }
      await db
        .insertInto('message')
        .values({ ...row, body, state: 'received', created_at: at, at })
        .execute()
    }
    const read = { unread: 1 as const, read_at: now - 2.5 * hour }
    await db.updateTable('conversation').set(read).where('id', '=', 'pat').execute()

    await missed('k-call', 'kim', kim, now - hour)
    await db
      .insertInto('follow_up')
      .values({
        id: 'k-follow',
        conversation_id: 'kim',
        call_id: 'k-call',
        state: 'running',
        started_at: now - hour,
        step: 2,
        steps: 3,
        plan: '1,2,3',
      })
      .execute()
    const auto = {
      conversation_id: 'kim',
      direction: 'out' as const,
      author: 'auto' as const,
      follow_up_id: 'k-follow',
    }
    await db
      .insertInto('message')
      .values([
        {
          ...auto,
          id: 'k1',
          body: 'Hi, this is Cedar Dental.',
          state: 'delivered',
          step: 1,
          created_at: now - hour,
          at: now - hour,
          sent_at: now - hour,
        },
        {
          ...auto,
          id: 'k2',
          body: 'Cedar Dental again: just reply here.',
          state: 'queued',
          step: 2,
          created_at: now - hour,
          at: now - hour,
        },
      ])
      .execute()
    const due = now + 24 * hour
    await db.insertInto('outbox').values({ message_id: 'k2', state: 'queued', due_at: due, planned_at: due }).execute()
    await refreshConversation(work, 'pat')
    await refreshConversation(work, 'kim')
  })
  await store.close()
}
