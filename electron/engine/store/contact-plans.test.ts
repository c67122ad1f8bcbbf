import SqliteDatabase from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { silentLogger } from '../../../telephony/logger.ts'
import { contactCard } from '../inbox/contact-card.ts'
import { renameContact } from '../inbox/contacts.ts'
import { view } from '../inbox/testing.ts'
import { minute, pat, TextingOffice } from '../outbox/testing.ts'
import { addFold } from './fold.ts'
import { bookingCommands } from '../contacts/booking-commands.ts'
import { contactCommands } from '../contacts/contact-commands.ts'
import type { ContactContext } from '../contacts/contact-commands.ts'
import { tagCommands } from '../contacts/tag-commands.ts'
import { Importer } from '../contacts/transfer/importer.ts'
import { UndoMemory } from '../contacts/undo-memory.ts'

/** Tables that stay small, and the index of words, which is asked as a whole. */
const small = new Set(['setting', 'line', 'tag', 'search_due', 'search_contact'])

const asked = new Set<string>()
let office: TextingOffice

/** Everything that staff do about contacts, once. */
beforeAll(async () => {
  office = new TextingOffice()
  await office.open()
  const { prototype } = SqliteDatabase
  const prepare = prototype.prepare as (this: SqliteDatabase.Database, sql: string) => SqliteDatabase.Statement
  Object.assign(prototype, {
    prepare(this: SqliteDatabase.Database, sql: string) {
      if (/^\s*(select|update|delete|insert)/i.test(sql)) asked.add(sql)
      return prepare.call(this, sql)
    },
  })
  await bringIn('Name,Phone,Phone 2,Tags\nPat,5305550101,5305550102,VIP\nKim,5305550103,,VIP\n')
  await office.call()
  await office.pass(minute)
  await careForContacts()
  Object.assign(prototype, { prepare })
}, 60_000)

afterAll(() => office.end())

async function bringIn(text: string): Promise<void> {
  const { store, clock } = office
  const importer = new Importer({ store, clock, logger: silentLogger, changed: () => {}, tagsChanged: () => {} })
  const bytes = new TextEncoder().encode(text)
  importer.begin('people.csv', bytes.length)
  importer.take(bytes)
  await importer.look()
  importer.start({ fields: ['name', 'number', 'number', 'tags'], known: 'replace', together: true })
  while (importer.state().phase !== 'done') await new Promise((turn) => setImmediate(turn))
}

async function careForContacts(): Promise<void> {
  const { store } = office
  const context: ContactContext = { ...office.context, blocks: new UndoMemory(), people: new UndoMemory() }
  const ids = await store.db
    .selectFrom('contact')
    .select('id')
    .where('number', '>', pat.slice(0, 8))
    .orderBy('number')
    .execute()
  const [id = '', other = '', kim = ''] = ids.map((row) => row.id)
  await contactCommands['contacts:find']({ except: id, query: 'ki' }, context)
  await contactCommands['contacts:find']({ except: id, query: '' }, context)
  await contactCommands['contacts:open']({ id: kim }, context)
  const merged = await contactCommands['contacts:merge']({ id, withId: kim, name: 'Pat', company: '' }, context)
  if (merged.ok) await contactCommands['contacts:undo-people'](merged.value, context)
  await contactCommands['contacts:consent']({ id }, context)
  await contactCommands['contacts:save-company']({ id, company: 'Vet' }, context)
  await store.write((work) => renameContact(work, id, ''))
  await contactCommands['contacts:block']({ id }, context)
  await contactCommands['contacts:undo-block']({ id }, context)
  const booking = { id: 'b', conversationId: await office.conversation(pat) }
  const bookings = { ...office.context, bookings: new UndoMemory<never>() }
  await bookingCommands['bookings:mark'](booking, bookings)
  await bookingCommands['bookings:undo'](booking, bookings)
  await contactCard(store.db, await office.conversation(pat), { now: 0 }, view)
  await contactCommands['contacts:split']({ id: other }, context)
  const tags = { store, deletedTags: new UndoMemory<never>(), tagsChanged: () => {} }
  await tagCommands['tags:list'](undefined, tags)
}

test('nothing that staff do about contacts reads a whole table', () => {
  const db = new SqliteDatabase(office.file, { readonly: true })
  addFold(db)
  const tables = new Set(db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all())
  const scans: string[] = []
  for (const sql of asked) {
    // An empty list is looked for nowhere.
    if (sql.includes(' in ()')) continue
    const none = Array.from(sql.matchAll(/\?/g), () => null)
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...none) as { detail: string }[]
    for (const { detail } of plan) {
      const table = /^SCAN (\w+)/.exec(detail)?.[1]
      if (tables.has(table) && !small.has(table ?? '')) scans.push(`${detail}: ${sql}`)
    }
  }
  db.close()
  expect(asked.size).toBeGreaterThan(40)
  expect(scans).toEqual([])
})
