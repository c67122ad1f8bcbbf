import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aCall, addMessage, happens, noon, openOffice } from '../inbox/testing.ts'
import type { Office } from '../inbox/testing.ts'
import { contactQuestion, numberQuestion, textQuestion, wordsIn } from './search-words.ts'

let office: Office
let conversationId: string
beforeEach(async () => {
  office = await openOffice()
  conversationId = (await happens(office, aCall({ callerName: 'Søren Núñez' }))).conversationId
})
afterEach(() => office.end())

async function texts(query: string): Promise<string[]> {
  const { rows } = await sql<{ body: string }>`
    SELECT coalesce(message.body, note.body) AS body FROM search_text
    LEFT JOIN message ON message.search_no = search_text.rowid
    LEFT JOIN note ON note.search_no = search_text.rowid
    WHERE search_text MATCH ${textQuestion(wordsIn(query))} ORDER BY search_text.rowid
  `.execute(office.store.db)
  return rows.map(({ body }) => body)
}

async function people(question: string): Promise<number> {
  const { rows } = await sql`SELECT rowid FROM search_contact WHERE search_contact MATCH ${question}`.execute(
    office.store.db,
  )
  return rows.length
}

describe('the search index', () => {
  test('has each text in the order of its time, however many share an instant, and notes among them', async () => {
    await addMessage(office, { conversation_id: conversationId, at: noon + 1, body: 'word 2' })
    await addMessage(office, { conversation_id: conversationId, at: noon, body: 'word 1' })
    await office.store.write(async ({ db }) => {
      const note = { conversation_id: conversationId, at: noon + 1 }
      await db
        .insertInto('note')
        .values({ id: 'n', body: 'word 3', ...note })
        .execute()
      const many = Array.from({ length: 700 }, (_, n) => `x${n}`)
      const message = { direction: 'in', author: 'contact', state: 'received', created_at: 0, at: noon + 2 } as const
      const rows = many.map((id) => ({ id, body: 'word 4', conversation_id: conversationId, ...message }))
      for (const half of [rows.slice(0, 350), rows.slice(350)]) await db.insertInto('message').values(half).execute()
    })
    // What is more than one transaction takes in follows after it.
    await office.store.write(() => Promise.resolve())
    expect(await texts('word')).toEqual(['word 1', 'word 2', 'word 3', ...Array.from({ length: 700 }, () => 'word 4')])
  })

  test('follows what is changed, cancelled and taken away', async () => {
    const id = await addMessage(office, { conversation_id: conversationId, at: noon, body: 'before' })
    const set = (change: { body?: string; state?: 'cancelled' | 'sent' }) =>
      office.store.write(({ db }) => db.updateTable('message').set(change).where('id', '=', id).execute())
    await set({ body: 'after' })
    expect([await texts('before'), await texts('after')]).toEqual([[], ['after']])
    await set({ state: 'cancelled' })
    expect(await texts('after')).toEqual([])
    await set({ state: 'sent' })
    expect(await texts('after')).toEqual(['after'])
    await office.store.write(({ db }) => db.deleteFrom('message').where('id', '=', id).execute())
    expect(await texts('after')).toEqual([])
  })

  test('leaves out an automatic text until it is sent', async () => {
    const planned = { author: 'auto', state: 'queued', body: 'planned' } as const
    const id = await addMessage(office, { conversation_id: conversationId, at: noon, ...planned })
    expect(await texts('planned')).toEqual([])
    await office.store.write(({ db }) =>
      db.updateTable('message').set({ state: 'sent' }).where('id', '=', id).execute(),
    )
    expect(await texts('planned')).toEqual(['planned'])
  })

  test.each(['søren', 'soren', 'ren', 'nunez', 'ez', 'n'])('finds a name by %j', async (part) => {
    expect(await people(contactQuestion(wordsIn(part), 'in names'))).toBe(1)
  })

  test('finds a number by any three digits of it and more, and no name by them', async () => {
    expect(await people(numberQuestion('305550'))).toBe(1)
    expect(await people(contactQuestion(['0101'], 'anywhere'))).toBe(1)
    expect(await people(contactQuestion(['01'], 'anywhere'))).toBe(0)
  })

  test('finds words of scripts without blanks wherever they stand', async () => {
    await addMessage(office, { conversation_id: conversationId, at: noon, body: '請問星期四有空嗎 👍' })
    expect(await texts('星期四')).toHaveLength(1)
    expect(await texts('四')).toHaveLength(1)
    expect(await texts('👍')).toHaveLength(1)
    expect(await texts('星期五')).toEqual([])
  })

  test('takes in what an older version left, after the start', async () => {
    await office.store.write(async ({ db }) => {
      await sql`INSERT INTO search_due SELECT 'contact', id FROM contact`.execute(db)
    })
    expect(await people(contactQuestion(['ren'], 'in names'))).toBe(1)
    const due = await office.store.db.selectFrom('search_due').selectAll().execute()
    expect(due).toEqual([])
  })
})
