import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { noFilter } from '../../contract/list-limits.ts'
import type { ConversationTab } from '../../contract/view-models.ts'
import { mergeContacts, splitContact } from '../contacts/merge.ts'
import { conversationsOfPerson } from '../contacts/person.ts'
import { inboxCommands } from './commands.ts'
import type { InboxContext } from './commands.ts'
import { applyEvent, countNeedsReply, openConversation } from './conversations.ts'
import { decodeCursor } from './cursor.ts'
import { conversationDetail } from './detail.ts'
import { listConversations } from './list.ts'
import { manyCommands } from './many-commands.ts'
import type { InboxEvent } from './state.ts'
import { aCall, addMessage, conversationRow, happens, minute, noon, openOffice, view } from './testing.ts'
import type { Office } from './testing.ts'
import { timelineCommands } from './timeline-commands.ts'
import type { TimelineContext } from './timeline-commands.ts'
import { DoneMemory } from './undo-done.ts'

let office: Office
let context: InboxContext
/** Conversations with four numbers. */
let ids: string[]

beforeEach(async () => {
  office = await openOffice()
  const { store, clock } = office
  context = { store, clock, live: () => new Set(), sentence: view.sentence, done: new DoneMemory() }
  ids = []
  for (let n = 0; n < 4; n += 1) {
    const call = aCall({ startedAt: noon + n * minute })
    ids.push((await happens(office, call, `+1530555010${n}`)).conversationId)
  }
})
afterEach(() => office.end())

const contactOf = async (id: string) => (await conversationRow(office, id)).contact_id

async function merge(one: string, other: string): Promise<void> {
  const pair = [await contactOf(one), await contactOf(other)] as const
  await office.store.write((work) => mergeContacts(work, pair, { name: 'Pat Moss', company: '' }, noon))
}

const happen = (id: string, event: InboxEvent) => office.store.write((work) => applyEvent(work, id, event))

async function pages(tab: ConversationTab, limit = 1) {
  const items = []
  let cursor: string | undefined
  do {
    const after = cursor === undefined ? null : decodeCursor(cursor)
    const request = { tab, filter: noFilter, cursor: after, limit }
    const page = await listConversations(office.store.db, request, new Set(), view)
    items.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return items
}

const found = async (query: string, tab: ConversationTab = 'all') => {
  const request = { tab, filter: noFilter, query, cursor: null, limit: 10 }
  return (await listConversations(office.store.db, request, new Set(), view)).items.map(({ id }) => id)
}

async function detail(id: string) {
  const read = await conversationDetail(office.store.db, id, { now: noon, limit: 60 }, view)
  if (!read) throw new Error('No such conversation')
  return read
}

const order = { 'needs-reply': 0, waiting: 1, done: 2 }

test('whatever happens, each person stands once in the list and in the counts, by who waits longest or is newest', async () => {
  const events: InboxEvent['kind'][] = ['text-in', 'staff-wrote', 'marked-done', 'call-answered', 'reopened']
  const number = fc.nat({ max: 3 })
  const step = fc.oneof(
    fc.record({ kind: fc.constantFrom(...events), number }),
    fc.record({ kind: fc.constant('merge' as const), number, other: number }),
    fc.record({ kind: fc.constant('split' as const), number }),
  )
  let at = noon
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      for (const done of steps) {
        const id = ids[done.number] ?? ''
        at += minute
        if (done.kind === 'merge') await merge(id, ids[done.other] ?? '')
        else if (done.kind === 'split') {
          const contact = await contactOf(id)
          await office.store.write((work) => splitContact(work, contact, noon))
        } else await happen(id, { kind: done.kind, at, textRead: true })
      }
      const first = new Set<string>()
      for (const id of ids) {
        const rows = await Promise.all(
          (await conversationsOfPerson(office.store.db, id)).map((each) => conversationRow(office, each)),
        )
        rows.sort(
          (one, other) =>
            order[one.state] - order[other.state] ||
            (one.waiting_since ?? 0) - (other.waiting_since ?? 0) ||
            other.last_activity_at - one.last_activity_at ||
            (one.id < other.id ? -1 : 1),
        )
        first.add(rows[0]?.id ?? '')
      }
      const all = await pages('all')
      expect(all.map((item) => item.id).sort()).toEqual([...first].sort())
      const { counts } = await listConversations(
        office.store.db,
        { tab: 'done', filter: noFilter, cursor: null, limit: 1 },
        new Set(),
        view,
      )
      for (const tab of ['needs-reply', 'waiting', 'done'] as const) {
        expect((await pages(tab)).length).toBe(counts[tab])
        expect(all.filter(({ state }) => state === tab)).toHaveLength(counts[tab])
      }
      expect(await countNeedsReply(office.store.db)).toBe(counts['needs-reply'])
    }),
    { numRuns: 12 },
  )
})

test('what happened on all numbers stands on one time line, a page at a time, each thing with its number', async () => {
  const [one = '', other = ''] = ids
  for (let n = 0; n < 12; n += 1) {
    const conversation = n % 3 === 0 ? other : one
    await addMessage(office, { id: `m${n}`, conversation_id: conversation, at: noon + n, body: `Word ${n}` })
  }
  await merge(one, other)
  const { timeline, contact } = await detail(one)
  expect(timeline.filter(({ kind }) => kind === 'message').map(({ id }) => id)).toEqual(
    Array.from({ length: 12 }, (_, n) => `m${n}`),
  )
  expect((await detail(other)).timeline).toEqual(timeline)
  expect(timeline.find(({ id }) => id === 'm3')?.conversationId).toBe(other)
  expect(contact.numbers.map(({ conversationId }) => conversationId)).toEqual([one, other])
  expect(contact.calls).toBe(2)

  const reading: TimelineContext = { ...context, notes: null as never }
  const read = async (part: { kind: 'before' | 'after' | 'around'; id: string }) => {
    const page = await timelineCommands['timeline:read']({ conversationId: one, part, limit: 4, since: 'm8' }, reading)
    if (!page.ok) throw new Error(page.failure.message)
    return page.value
  }
  const before = await read({ kind: 'before', id: 'm6' })
  expect(before.items.map(({ id }) => id)).toEqual(['m2', 'm3', 'm4', 'm5'])
  expect(before).toMatchObject({ hasOlder: true, hasNewer: true, newer: 4 })
  expect((await read({ kind: 'after', id: 'm5' })).items.map(({ id }) => id)).toEqual(['m6', 'm7', 'm8', 'm9'])
  expect((await read({ kind: 'around', id: 'm6' })).items.map(({ id }) => id)).toEqual(['m4', 'm5', 'm6', 'm7'])
  const hits = await timelineCommands['timeline:find']({ conversationId: other, query: 'word' }, reading)
  expect(hits).toMatchObject({ ok: true, value: { hits: { length: 12 } } })
})

test('a number of theirs that was never used is opened without moving anybody in the list', async () => {
  const [one = ''] = ids
  const contact = { id: 'new', number: '+15305550199', created_at: noon }
  await office.store.write(({ db }) => db.insertInto('contact').values(contact).execute())
  const pair = [await contactOf(one), 'new'] as const
  await office.store.write((work) => mergeContacts(work, pair, { name: 'Pat Moss', company: '' }, noon))
  await happen(one, { kind: 'marked-done' })
  const opened = await office.store.write((work) => openConversation(work, contact.number, { now: noon, silent: true }))
  expect((await pages('done')).map(({ id }) => id)).toEqual([one])
  expect((await detail(opened.id)).timeline).toEqual((await detail(one)).timeline)
  expect((await conversationRow(office, opened.id)).behind).toBe(one)
})

test('a person is found by any number and by what was said on it, and stands there once', async () => {
  const [one = '', other = '', third = ''] = ids
  await addMessage(office, { conversation_id: other, at: noon, direction: 'in', author: 'contact', body: 'A crown' })
  await addMessage(office, { conversation_id: one, at: noon, direction: 'in', author: 'contact', body: 'My crown' })
  await merge(one, other)
  await happen(one, { kind: 'marked-done' })
  expect(await found('555 0100')).toEqual([other])
  expect(await found('555 0101')).toEqual([other])
  expect(await found('crown')).toEqual([other])
  expect(await found('crown', 'done')).toEqual([])
  expect(await found('moss')).toEqual([other])
  await happen(other, { kind: 'marked-done' })
  expect(await found('crown', 'done')).toHaveLength(1)
  expect(await found('555 0102')).toEqual([third])
})

test('"done", "read" and "open again" hold for the person, and Undo brings back what was', async () => {
  const [one = '', other = ''] = ids
  await merge(one, other)
  await office.store.write(({ db }) =>
    db.updateTable('conversation').set({ unread: 1 }).where('id', '=', other).execute(),
  )
  const [item] = (await pages('needs-reply')).filter(({ id }) => id === one)
  expect(item).toMatchObject({ others: [other], unread: true, missedCalls: 2 })
  const states = async () =>
    (await Promise.all([one, other].map((id) => conversationRow(office, id)))).map((r) => r.state)
  const changed: string[][] = []
  const stop = office.store.onCommit(({ conversationIds }) => changed.push(conversationIds.toSorted()))

  await inboxCommands['conversations:mark-done']({ id: one }, context)
  expect(changed).toEqual([[one, other].sort()])
  expect(await states()).toEqual(['done', 'done'])
  expect((await detail(other)).state).toBe('done')
  await inboxCommands['conversations:undo-done']({ id: one }, context)
  expect(await states()).toEqual(['needs-reply', 'needs-reply'])
  expect((await conversationRow(office, other)).unread).toBe(1)

  const many = (change: 'done' | 'undo-done' | 'read' | 'unread') =>
    manyCommands['conversations:change-many']({ ids: [one], change }, context)
  expect(await many('unread')).toMatchObject({ value: { changed: [] } })
  expect(await many('read')).toMatchObject({ value: { changed: [one] } })
  expect((await conversationRow(office, other)).unread).toBe(0)
  expect(await many('done')).toMatchObject({ value: { changed: [one] } })
  expect(await many('done')).toMatchObject({ value: { changed: [] } })

  // Something new on one number wakes that one alone; open again brings back the other.
  await happen(other, { kind: 'text-in', at: noon })
  expect(await states()).toEqual(['done', 'needs-reply'])
  expect((await detail(one)).state).toBe('needs-reply')
  await inboxCommands['conversations:mark-done']({ id: one }, context)
  expect(await states()).toEqual(['done', 'done'])
  await inboxCommands['conversations:reopen']({ id: one }, context)
  expect(await states()).toEqual(['needs-reply', 'needs-reply'])

  changed.length = 0
  await inboxCommands['conversations:mark-read']({ id: one }, context)
  await happen(one, { kind: 'staff-wrote' })
  expect(changed.at(-1)).toEqual([one, other].sort())
  stop()
})
