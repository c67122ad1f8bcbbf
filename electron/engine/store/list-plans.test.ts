import SqliteDatabase from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noFilter } from '../../contract/list-limits.ts'
import type { ConversationTab } from '../../contract/view-models.ts'
import { saveTag, tagContacts } from '../contacts/tags.ts'
import { countNeedsReply } from '../inbox/conversations.ts'
import { decodeCursor } from '../inbox/cursor.ts'
import { listConversations } from '../inbox/list.ts'
import { aCall, addMessage, happens, noon, openOffice, view } from '../inbox/testing.ts'
import type { Office } from '../inbox/testing.ts'

const asked = new Set<string>()
let office: Office

/** What the window asks of the list in all its tabs, with each filter, page by page, and of the search. */
beforeAll(async () => {
  office = await openOffice()
  const tag = { id: 'vip', name: 'VIP', colour: 'blue' } as const
  for (let n = 0; n < 3; n += 1) {
    const call = aCall({ callerName: `Pat ${n}`, startedAt: noon + n })
    const { conversationId } = await happens(office, call, `+1530555010${n}`)
    await addMessage(office, { conversation_id: conversationId, at: noon, body: '50% off on thursday' })
  }
  await office.store.write(async (work) => {
    await saveTag(work, tag)
    const contacts = await work.db.selectFrom('contact').select('id').execute()
    await tagContacts(
      work,
      contacts.map(({ id }) => id),
      { add: [tag.id], remove: [] },
    )
  })
  const { prototype } = SqliteDatabase
  const prepare = prototype.prepare as (this: SqliteDatabase.Database, sql: string) => SqliteDatabase.Statement
  Object.assign(prototype, {
    prepare(this: SqliteDatabase.Database, sql: string) {
      asked.add(sql)
      return prepare.call(this, sql)
    },
  })
  const filters = [{}, { line: '+12125550100' }, { tagIds: [tag.id] }, { from: noon - 5, to: noon + 999_999 }]
  for (const tab of ['needs-reply', 'waiting', 'done', 'all'] satisfies ConversationTab[]) {
    for (const filter of filters) {
      for (const query of [undefined, 'pat', 'thursday', 'pat thursday', '555 0101', '50% off']) {
        const request = { tab, query, filter: { ...noFilter, ...filter }, limit: 1 }
        const { nextCursor } = await listConversations(office.store.db, { ...request, cursor: null }, new Set(), view)
        const cursor = nextCursor === null ? null : decodeCursor(nextCursor)
        if (cursor) await listConversations(office.store.db, { ...request, cursor }, new Set(), view)
      }
    }
    await listConversations(
      office.store.db,
      { tab, filter: noFilter, ids: ['x'], cursor: null, limit: 10 },
      new Set(),
      view,
    )
  }
  await countNeedsReply(office.store.db)
  Object.assign(prototype, { prepare })
})
afterAll(() => office.end())

/** One row for each state. */
const small = new Set(['conversation_count', 'setting'])

test('nothing that the list asks reads a whole table, and no page of a tab is sorted', async () => {
  const db = office.store.db
  const bad: string[] = []
  for (const sql of asked) {
    const text = `EXPLAIN QUERY PLAN ${sql}`
    const { rows } = await db.executeQuery<{ detail: string }>({
      sql: text,
      parameters: Array.from(sql.matchAll(/\?/g), () => null),
      query: { kind: 'RawNode', sqlFragments: [text], parameters: [] },
      queryId: { queryId: 'plan' },
    })
    for (const { detail } of rows) {
      const table = /^SCAN (\w+)/.exec(detail)?.[1] ?? ''
      // The search index and lists of ids are no tables; many people are met on the way along the list, in its order.
      const fine = /VIRTUAL TABLE/.test(detail) || small.has(table) || /^SCAN \(subquery|^SCAN CONSTANT/.test(detail)
      const alongTheList = /USING (COVERING )?INDEX conversation_by_activity/.test(detail) && sql.includes('LIMIT ?')
      if (table !== '' && !fine && !alongTheList) bad.push(`${detail}: ${sql}`)
      const plainPage = !/json_each|contact_tag/.test(sql) && sql.includes('conversation.*')
      if (detail.includes('TEMP B-TREE') && plainPage) bad.push(`${detail}: ${sql}`)
    }
  }
  expect(asked.size).toBeGreaterThan(40)
  expect(bad).toEqual([])
})
