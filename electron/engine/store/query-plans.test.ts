import SqliteDatabase from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addFold } from './fold.ts'
import { conversationDetail } from '../inbox/detail.ts'
import { findInTimeline } from '../inbox/find-in-timeline.ts'
import { view } from '../inbox/testing.ts'
import { countAfter, readTimeline } from '../inbox/timeline.ts'
import type { TimelinePart } from '../inbox/timeline.ts'
import { hour, minute, second, TextingOffice } from '../outbox/testing.ts'

/** Tables that stay small, so that reading all of them costs nothing. */
// `search_due` is empty between two transactions.
const small = new Set(['setting', 'line', 'endpoint', 'gap', 'search_due', 'search_contact', 'search_text'])

/** Asked once, when the engine starts or the PC's clock was set back. */
const onceOnly = [/^select "message_id" from "outbox" where "state" = \?$/, /"message"\."created_at" > \? or/]

const asked = new Map<string, string[]>()
let office: TextingOffice

/** Everything that the engine asks its inbox while texts wait, go out, fail, are looked for and are taken back. */
beforeAll(async () => {
  const { prototype } = SqliteDatabase
  const prepare = prototype.prepare as (this: SqliteDatabase.Database, sql: string) => SqliteDatabase.Statement
  Object.assign(prototype, {
    prepare(this: SqliteDatabase.Database, sql: string) {
      if (/^(select|update|delete|insert)/i.test(sql)) asked.set(sql, [])
      return prepare.call(this, sql)
    },
  })
  office = new TextingOffice()
  await office.open({ polling: true })
  await office.call()
  await office.passSlowly(20 * second)
  office.carrier.endNextSend({ end: 'unknown', taken: false, said: { code: 'not-told', facts: {} } })
  await office.staffWrites('Hello')
  await office.staffWrites('Hello')
  await office.passSlowly(17 * minute, 30 * second)
  await office.call({}, '+15305550102')
  await office.restart({ polling: true })
  office.carrier.endNextSend({ end: 'not-sent', retryAfterMs: null, said: { code: 'no-connection', facts: {} } })
  await office.passSlowly(30 * second)
  await office.setClock(-hour)
  office.carrier.receive({ from: '+15305550102', body: 'STOP' })
  await office.passSlowly(20 * second)
  await office.passSlowly(10 * minute, minute)
  await readConversation(await office.conversation())
  // Second texts that waited for noon, and are late, take turns.
  office.settings.followUp.secondOn = true
  for (const caller of ['+15305550103', '+15305550104', '+15305550105']) await office.call({}, caller)
  await office.call({}, '+15305550106')
  office.carrier.sendFromElsewhere({ to: '+15305550106', body: 'We are back at two.' })
  await office.passSlowly(20 * second)
  await office.muchLater(2 * hour + 45 * minute)
  await office.passSlowly(minute, 10 * second)
  Object.assign(prototype, { prepare })
}, 60_000)

afterAll(() => office.end())

/** A conversation is opened, scrolled through and searched. */
async function readConversation(id: string): Promise<void> {
  const { db } = office.store
  const detail = await conversationDetail(db, id, { now: office.clock.now(), limit: 3 }, view)
  const [first, next] = detail?.timeline ?? []
  if (!first || !next) throw new Error('Nothing was said')
  const parts: TimelinePart[] = [
    { kind: 'before', id: next.id },
    { kind: 'around', id: first.id },
    { kind: 'from', at: first.at },
    { kind: 'between', from: first.id, to: next.id },
  ]
  for (const part of parts) await readTimeline(db, [id, 'other'], part, 2, view)
  await countAfter(db, [id, 'other'], first.id, 100)
  await findInTimeline(db, [id, 'other'], 'hello')
}

test('nothing that is asked while texts wait, go out and are read reads a whole table', () => {
  const db = new SqliteDatabase(office.file, { readonly: true })
  addFold(db)
  const scans: string[] = []
  for (const sql of asked.keys()) {
    // An empty list is looked for nowhere.
    if (sql.includes(' in ()') || onceOnly.some((once) => once.test(sql))) continue
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters(sql)) as { detail: string }[]
    for (const { detail } of plan) {
      const table = /^SCAN (\w+)/.exec(detail)?.[1]
      if (table !== undefined && !small.has(table) && !isOwnResult(table, sql)) scans.push(`${detail}: ${sql}`)
    }
  }
  db.close()
  expect(asked.size).toBeGreaterThan(40)
  expect([...asked.keys()].filter((sql) => sql.includes('UPDATE outbox SET due_at = max'))).toHaveLength(1)
  expect(scans).toEqual([])
})

function parameters(sql: string): null[] {
  return Array.from(sql.matchAll(/\?/g), () => null)
}

/** A subquery that is named in the statement, no table. */
function isOwnResult(name: string, sql: string): boolean {
  return !new RegExp(`(from|join|update|into) "${name}"|as "${name}"`).test(sql)
}
