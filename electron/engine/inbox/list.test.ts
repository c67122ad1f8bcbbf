import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { noFilter } from '../../contract/list-limits.ts'
import type { ConversationTab } from '../../contract/view-models.ts'
import { applyEvent, needsReply, openConversation } from './conversations.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { listConversations } from './list.ts'
import { renameContact } from './contacts.ts'
import { aCall, addFollowUp, addMessage, caller, happens, minute, noon, openOffice, view } from './testing.ts'
import type { Office } from './testing.ts'

let office: Office
beforeEach(async () => void (office = await openOffice()))
afterEach(() => office.end())

const nobody: ReadonlySet<string> = new Set()

async function list(tab: ConversationTab, query?: string) {
  return listConversations(office.store.db, { tab, filter: noFilter, query, cursor: null, limit: 100 }, nobody, view)
}

async function found(query: string): Promise<string[]> {
  return (await list('all', query)).items.map((item) => item.contact.name ?? item.contact.number)
}

/** A conversation with this number whose contact has waited since then. */
async function waits(from: string, since: number): Promise<string> {
  return office.store.write(async (work) => {
    const { id } = await openConversation(work, from, { now: since })
    await needsReply(work, id, since)
    return id
  })
}

function number(index: number): string {
  return `+1530555${String(100 + index).padStart(4, '0')}`
}

describe('the list', () => {
  test('begins with who has waited longest; the other tabs with what is newest', async () => {
    const b = await waits(number(1), noon + 2)
    const a = await waits(number(2), noon + 1)
    const c = await waits(number(3), noon + 3)
    expect((await list('needs-reply')).items.map((item) => item.id)).toEqual([a, b, c])
    expect((await list('all')).items.map((item) => item.id)).toEqual([c, b, a])
    await office.store.write((work) => applyEvent(work, b, { kind: 'marked-done' }))
    const done = await list('done')
    expect(done.items.map((item) => item.id)).toEqual([b])
    expect(done.counts).toEqual({ 'needs-reply': 2, waiting: 0, done: 1, all: 3 })
    const request = { tab: 'done' as const, filter: { ...noFilter, from: noon + 3 }, cursor: null, limit: 100 }
    const filtered = await listConversations(office.store.db, request, nobody, view)
    expect([filtered.counts['needs-reply'], filtered.needsReply]).toEqual([1, 2])
  })

  test('shows a conversation in words', async () => {
    const { conversationId, callId } = await happens(office, aCall({ callerName: 'Dana Cole' }))
    const followUp = await addFollowUp(office, { conversation_id: conversationId, call_id: callId, started_at: noon })
    const id = await addMessage(office, {
      conversation_id: conversationId,
      at: noon,
      author: 'auto',
      state: 'queued',
      follow_up_id: followUp,
      step: 1,
    })
    await office.store.write(async ({ db }) => {
      await db
        .insertInto('outbox')
        .values({ message_id: id, state: 'queued', due_at: noon + 35_000 })
        .execute()
      await db.insertInto('opt_out').values({ number: caller, at: noon, source: 'text', evidence: 'STOP' }).execute()
    })
    const { items } = await listConversations(
      office.store.db,
      { tab: 'waiting', filter: noFilter, cursor: null, limit: 1 },
      new Set([caller]),
      view,
    )
    expect(items).toEqual([
      {
        id: conversationId,
        contact: { id: expect.any(String), number: caller, numberForPeople: '(530) 555-0101', name: 'Dana Cole' },
        state: 'waiting',
        lastActivityAt: noon + 20_000,
        waitingSince: null,
        unread: false,
        snippet: { kind: 'call', text: 'Rang 101 for 18 s, but nobody answered.' },
        missedCalls: 1,
        line: 'Main line',
        followUp: { state: 'running', sentSteps: 0, steps: 3, nextAt: noon + 35_000, stopReason: null },
        failed: false,
        live: true,
        optedOut: true,
        tags: [],
        hit: null,
      },
    ])
  })

  test('finds its place by index in every tab', async () => {
    const plan = async (where: string, order: string) => {
      const db = office.store.db
      const text = `SELECT id FROM conversation WHERE ${where} ORDER BY ${order} LIMIT 101`
      const { rows } = await db.executeQuery<{ detail: string }>({
        sql: `EXPLAIN QUERY PLAN ${text}`,
        parameters: [],
        query: { kind: 'RawNode', sqlFragments: [text], parameters: [] },
        queryId: { queryId: 'plan' },
      })
      return rows.map((row) => row.detail).join('; ')
    }
    const newest = 'last_activity_at DESC, id'
    expect(await plan(`state = 'waiting' AND last_activity_at <= 5`, newest)).toMatch(/^SEARCH .*conversation_by_state/)
    expect(await plan(`last_activity_at <= 5`, newest)).toMatch(/^SEARCH .*conversation_by_activity/)
    const longest = await plan(`state = 'needs-reply' AND waiting_since >= 5`, 'waiting_since, id')
    expect(longest).toMatch(/^SEARCH .*conversation_by_wait/)
    expect(longest).not.toContain('TEMP B-TREE')
  })
})

describe('searching', () => {
  beforeEach(async () => {
    const first = await happens(office, aCall({ callerName: 'José Núñez' }))
    await addMessage(office, { conversation_id: first.conversationId, at: noon, body: '50% off on Thursday, ok_?' })
    await happens(office, aCall({ callerName: 'Dana Cole', startedAt: noon + minute }), '+491713920010')
  })

  test.each([
    ['jose', 'José Núñez'],
    ['NÚÑEZ josé', 'José Núñez'],
    ['(530) 555-0101', 'José Núñez'],
    ['530.555.0101', 'José Núñez'],
    ['+1 530 555', 'José Núñez'],
    ['0101', 'José Núñez'],
    ['thursday', 'José Núñez'],
    ['jose thursday', 'José Núñez'],
    ['50%', 'José Núñez'],
    ['dana 3920', 'Dana Cole'],
    ['0049 171 3920010', 'Dana Cole'],
  ])('%j finds %s', async (query, name) => {
    expect(await found(query)).toEqual([name])
  })

  test.each(['dana thursday', '999', '5%0', 'ok%', "'; DROP TABLE contact; --"])('%j finds nobody', async (query) => {
    expect(await found(query)).toEqual([])
  })

  test('for nothing finds all', async () => {
    expect(await found('  ')).toEqual(['Dana Cole', 'José Núñez'])
  })

  test('any text never breaks the list', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (query) => {
        expect((await list('all', query)).counts.all).toBe(2)
      }),
      { numRuns: 100 },
    )
  })

  test('any part of a name of two letters or more finds it', async () => {
    const name = 'Maria del Carmen Ortiz'
    const { conversationId } = await happens(office, aCall({ startedAt: noon + 2 * minute }), number(50))
    await office.store.write(async (work) => {
      const { contact_id } = await work.db
        .selectFrom('conversation')
        .select('contact_id')
        .where('id', '=', conversationId)
        .executeTakeFirstOrThrow()
      await renameContact(work, contact_id, name)
    })
    await fc.assert(
      fc.asyncProperty(fc.nat(name.length - 2), fc.nat(name.length), async (from, length) => {
        const part = name.slice(from, from + Math.max(2, length))
        expect(await found(part.toUpperCase())).toContain(name)
      }),
      { numRuns: 60 },
    )
  })
})

describe('paging', () => {
  test('visits each conversation once and in order, however many share an instant', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom<ConversationTab>('needs-reply', 'all'),
        async (instants, limit, tab) => {
          await office.end()
          office = await openOffice()
          for (const [index, instant] of instants.entries()) await waits(number(index), noon + instant)
          const whole = (await list(tab)).items.map((item) => item.id)
          const visited: string[] = []
          let cursor: string | null = null
          do {
            const page: Awaited<ReturnType<typeof list>> = await listConversations(
              office.store.db,
              { tab, filter: noFilter, cursor: cursor === null ? null : decodeCursor(cursor), limit },
              nobody,
              view,
            )
            expect(page.items.length).toBeLessThanOrEqual(limit)
            visited.push(...page.items.map((item) => item.id))
            cursor = page.nextCursor
          } while (cursor !== null)
          expect(visited).toEqual(whole)
          expect(new Set(visited).size).toBe(instants.length)
        },
      ),
      { numRuns: 25 },
    )
  })

  test('goes on in its place when the last one seen moves meanwhile', async () => {
    for (let index = 0; index < 4; index += 1) await waits(number(index), noon + index)
    const request = { tab: 'needs-reply' as const, filter: noFilter, limit: 2 }
    const first = await listConversations(office.store.db, { ...request, cursor: null }, nobody, view)
    const lastSeen = first.items[1]
    if (!lastSeen || first.nextCursor === null) throw new Error('There is no second page')
    await office.store.write((work) => applyEvent(work, lastSeen.id, { kind: 'marked-done' }))
    const cursor = decodeCursor(first.nextCursor)
    const second = await listConversations(office.store.db, { ...request, cursor }, nobody, view)
    expect(second.items.map((item) => item.waitingSince)).toEqual([noon + 2, noon + 3])
    expect(second.nextCursor).toBeNull()
  })

  test('takes only cursors of ours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0 }), fc.uuid(), (at, id) => {
        expect(decodeCursor(encodeCursor({ at, id }))).toEqual({ at, id })
      }),
    )
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cursor = decodeCursor(text)
        expect(cursor === null || typeof cursor.id === 'string').toBe(true)
      }),
    )
  })
})
