import SqliteDatabase from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOffice, view } from '../inbox/testing.ts'
import type { Office } from '../inbox/testing.ts'
import { overviewOf } from '../overview/overview.ts'
import { writeHistory } from '../overview/random-history.ts'
import type { CallFilter } from '../../contract/call-list-commands.ts'
import { filterChoices } from '../call-list/choices.ts'
import { listCalls } from '../call-list/page.ts'
import { callStory } from '../call-list/story.ts'

const place = { country: 'US', timeZone: 'America/Chicago' }
const filters: CallFilter[] = [
  {},
  { kind: 'missed' },
  { kind: 'answered', from: '2026-11-02', to: '2026-11-03' },
  { kind: 'outbound' },
  { reason: 'busy' },
  { untexted: true },
  { untexted: true, line: '+12125550100' },
  { phone: '101' },
  { phone: '101', kind: 'missed', from: '2026-11-02' },
  { query: '(530) 555-0001' },
  { query: 'cole' },
]
const plans: { sql: string; detail: string }[] = []
let office: Office

beforeAll(async () => {
  office = await openOffice()
  const from = Date.UTC(2026, 10, 1)
  const to = from + 5 * 24 * 60 * 60 * 1000
  await office.store.write((work) => writeHistory(work, { seed: 8, contacts: 5, events: 60, from, to }))
  const anyCall = await office.store.db.selectFrom('call').select('id').executeTakeFirstOrThrow()
  const { prototype } = SqliteDatabase
  const prepare = prototype.prepare as (this: SqliteDatabase.Database, sql: string) => SqliteDatabase.Statement
  Object.assign(prototype, {
    prepare(this: SqliteDatabase.Database, sql: string) {
      const explained = prepare.call(this, `EXPLAIN QUERY PLAN ${sql}`)
      const values = Array.from(sql.matchAll(/\?/g), () => null)
      for (const { detail } of explained.all(...values) as { detail: string }[]) plans.push({ sql, detail })
      return prepare.call(this, sql)
    },
  })
  const { db } = office.store
  for (const filter of filters) {
    await listCalls(db, filter, { cursor: null, limit: 20 }, view, place)
    await listCalls(db, filter, { cursor: { at: to, id: 'x' }, limit: 20 }, view, place)
  }
  await callStory(db, anyCall.id, view)
  await filterChoices(db, view)
  const span = { from, to, firstDay: '2026-11-01', lastDay: '2026-11-05' }
  await overviewOf(db, { span, before: span }, place.timeZone, view)
  Object.assign(prototype, { prepare })
})

afterAll(() => office.end())

test('nothing that Calls and Overview ask reads a whole table', () => {
  expect(plans.length).toBeGreaterThan(60)
  const small = /^SCAN (line|setting|next)\b|^SCAN search_contact VIRTUAL TABLE INDEX \d+:M/
  // In the order of its ends, until the page is full.
  const paged = /^SCAN call USING COVERING INDEX (call_by_end|call_missed|call_untexted)$/
  const scans = plans.filter(({ detail }) => detail.startsWith('SCAN ') && !small.test(detail) && !paged.test(detail))
  expect(scans).toEqual([])
})

test('a page of calls is read in its order, not sorted', () => {
  const pages = plans.filter(({ sql }) => /^select "call"."id" from/.test(sql))
  expect(pages.length).toBeGreaterThan(20)
  const sorted = pages.filter(({ detail, sql }) => detail.includes('ORDER BY') && !sql.includes('"party" in'))
  expect(sorted).toEqual([])
})
