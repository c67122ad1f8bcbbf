import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { conversationDetail } from './detail.ts'
import { findInTimeline } from './find-in-timeline.ts'
import { NoteBook } from './notes.ts'
import { markRead } from './conversations.ts'
import { aCall, addMessage, happens, minute, noon, openOffice, view } from './testing.ts'
import type { Office } from './testing.ts'
import { countAfter, readTimeline } from './timeline.ts'
import type { TimelinePart } from './timeline.ts'

let office: Office
let conversation: string
/** Ids in the order of the time line. */
let all: string[]

/** Several things at each instant: a call, texts, a note and a word of Ringback's. */
beforeAll(async () => {
  office = await openOffice()
  conversation = (await happens(office, aCall({ startedAt: noon }))).conversationId
  for (let at = noon; at < noon + 6 * minute; at += minute) {
    if (at > noon) await happens(office, aCall({ startedAt: at }))
    for (const body of ['Hello', 'Grüße, José', 'Again'])
      await addMessage(office, { conversation_id: conversation, at, body, direction: 'in', author: 'contact' })
    await addMessage(office, { conversation_id: conversation, at, state: 'queued', author: 'auto' })
    await addMessage(office, { conversation_id: conversation, at, state: 'cancelled' })
    await office.store.write(async ({ db }) => {
      await db
        .insertInto('note')
        .values({ id: randomUUID(), conversation_id: conversation, at, body: 'A note' })
        .execute()
      const event = 'follow-up-stopped' as const
      const happening = { id: randomUUID(), conversation_id: conversation, at, event, text: 'Stopped' }
      await db.insertInto('happening').values(happening).execute()
    })
  }
  all = ids((await read({ kind: 'end' }, 400)).items)
})
afterAll(() => office.end())

const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id)

async function read(part: TimelinePart, limit: number) {
  const page = await readTimeline(office.store.db, [conversation], part, limit, view)
  if (!page) throw new Error('Nothing there')
  return page
}

describe('pages of a time line', () => {
  test('stand in the order of time, and at one instant: the call, its texts, what Ringback noted, the notes', async () => {
    const { items, hasOlder, hasNewer } = await read({ kind: 'end' }, 400)
    expect(items.slice(0, 6).map(({ kind }) => kind)).toEqual([
      'call',
      'message',
      'message',
      'message',
      'system',
      'note',
    ])
    expect(items).toHaveLength(36)
    expect({ hasOlder, hasNewer }).toEqual({ hasOlder: false, hasNewer: false })
  })

  test('lead back to the beginning and on to the end again, each thing once', async () => {
    for (const limit of [1, 4, 7]) {
      const back: string[] = []
      for (let page = await read({ kind: 'end' }, limit); ;) {
        back.unshift(...ids(page.items))
        if (!page.hasOlder) break
        page = await read({ kind: 'before', id: back[0] ?? '' }, limit)
      }
      expect(back).toEqual(all)
      const [first = ''] = all
      const forth = [first]
      for (let page = await read({ kind: 'after', id: first }, limit); ;) {
        forth.push(...ids(page.items))
        if (!page.hasNewer) break
        page = await read({ kind: 'after', id: forth.at(-1) ?? '' }, limit)
      }
      expect(forth).toEqual(all)
    }
  })

  test('can be opened around any item, and say on which sides there is more', async () => {
    for (const [place, id] of all.entries()) {
      if (place % 5 > 0 && place < all.length - 1) continue
      const page = await read({ kind: 'around', id }, 8)
      const [first = ''] = ids(page.items)
      const from = all.indexOf(first)
      expect(ids(page.items)).toEqual(all.slice(from, from + page.items.length))
      expect(ids(page.items)).toContain(id)
      expect(page).toMatchObject({ hasOlder: from > 0, hasNewer: from + page.items.length < all.length, anchor: id })
      expect(page.items.length).toBe(8)
      expect(place).toBeGreaterThanOrEqual(from)
    }
  })

  test('can be opened at a time', async () => {
    expect((await read({ kind: 'from', at: noon + 2 * minute }, 10)).anchor).toBe(all[12])
    expect((await read({ kind: 'from', at: noon + 2 * minute - 1 }, 10)).anchor).toBe(all[12])
    expect(await read({ kind: 'from', at: noon + 60 * minute }, 10)).toMatchObject({ anchor: null, hasNewer: false })
    expect((await read({ kind: 'from', at: 0 }, 10)).anchor).toBe(all[0])
  })

  test('can be read again from one item to another', async () => {
    const page = await read({ kind: 'between', from: all[5] ?? '', to: all[9] ?? '' }, 100)
    expect(ids(page.items)).toEqual(all.slice(5, 10))
    expect(page).toMatchObject({ hasOlder: true, hasNewer: true })
    const whole = await read({ kind: 'between', from: all[0] ?? '', to: all.at(-1) ?? '' }, 100)
    expect(whole).toMatchObject({ hasOlder: false, hasNewer: false })
  })

  test('are not there when what they are told by is gone, or is of another conversation', async () => {
    const { db } = office.store
    expect(await readTimeline(db, [conversation], { kind: 'before', id: 'nothing' }, 5, view)).toBeNull()
    expect(await readTimeline(db, ['another'], { kind: 'around', id: all[3] ?? '' }, 5, view)).toBeNull()
    expect(await countAfter(db, [conversation], 'nothing', 10)).toBeNull()
  })

  test('count what came after an item, up to a limit', async () => {
    expect(await countAfter(office.store.db, [conversation], all.at(-4) ?? '', 100)).toBe(3)
    expect(await countAfter(office.store.db, [conversation], all[0] ?? '', 10)).toBe(10)
  })
})

test('an opened conversation has its newest items and what waits, and tells where the unread begins', async () => {
  const open = (limit: number) =>
    conversationDetail(office.store.db, conversation, { now: noon, limit }, view).then((detail) => detail ?? undefined)
  expect(ids((await open(5))?.timeline.slice(0, 5) ?? [])).toEqual(all.slice(-5))
  expect(await open(5)).toMatchObject({ hasOlder: true, firstNew: null })
  expect((await open(5))?.timeline).toHaveLength(5 + 6)
  const readAt = noon + 4 * minute + 30_000
  await office.store.write(async (work) => {
    await markRead(work, conversation, readAt)
    await work.db.updateTable('conversation').set({ unread: 1 }).where('id', '=', conversation).execute()
  })
  // The call of the fifth minute began before its texts.
  expect(await open(20)).toMatchObject({ firstNew: all[30] })
  await office.store.write((work) => markRead(work, conversation, noon + 60 * minute))
  expect(await open(20)).toMatchObject({ firstNew: null })
})

test('words are found in texts, notes and what Ringback noted, whatever their accents, newest first', async () => {
  const find = async (query: string) => ids(await findInTimeline(office.store.db, [conversation], query))
  expect(await find('jose')).toHaveLength(6)
  expect((await find('a note'))[0]).toBe(all.at(-1))
  expect(await find('stopped')).toHaveLength(6)
  expect(await find('%')).toEqual([])
})

test('a note is written once, changed, deleted, and brought back to its place', async () => {
  const book = new NoteBook()
  const id = randomUUID()
  const { store } = office
  const save = (body: string, at: number) =>
    store.write((work) => book.save(work, { id, conversationId: conversation, body }, at))
  const shown = async () => (await read({ kind: 'end' }, 400)).items.find((item) => item.id === id)
  expect(await save('Call the lab', noon + 7 * minute)).toBe(true)
  expect(await save('Call the lab first', noon + 9 * minute)).toBe(true)
  expect(await shown()).toMatchObject({ body: 'Call the lab first', at: noon + 7 * minute })
  expect(await store.write((work) => book.delete(work, id))).toBe(true)
  expect(await shown()).toBeUndefined()
  expect(await store.write((work) => book.undoDelete(work, id))).toBe(true)
  expect(await shown()).toMatchObject({ body: 'Call the lab first', at: noon + 7 * minute })
  expect(await store.write((work) => book.undoDelete(work, id))).toBe(false)
  expect(await store.write((work) => book.save(work, { id: randomUUID(), conversationId: 'no', body: 'x' }, 0))).toBe(
    false,
  )
})
