/** A very large inbox, made through the real migrations: the same for the same seed and time. */
import SqliteDatabase from 'better-sqlite3'
import { tagColours } from '../../electron/contract/tags.ts'
import { openConnections } from '../../electron/engine/store/connections.ts'
import { fold } from '../../electron/contract/fold.ts'
import { addFold } from '../../electron/engine/store/fold.ts'
import { migrations } from '../../electron/engine/store/migrations/index.ts'
import { silentLogger } from '../../telephony/logger.ts'
import { seeded } from '../torture/random.ts'
import type { Random } from '../torture/random.ts'
import { Bulk } from './big-store/bulk.ts'
import { callRow, officeLines } from './big-store/calls.ts'
import { History } from './big-store/history.ts'
import { uuid } from './big-store/ids.ts'
import { nameOf, numbersOfNobody } from './big-store/people.ts'
import { insertAll } from './big-store/rows.ts'
import { fillSearchIndex } from './big-store/search-index.ts'
import { shareOut } from './big-store/sizes.ts'
import type { Sizes } from './big-store/sizes.ts'

/** What `npm run bench:inbox` is about. */
export const fullSize: Sizes = { contacts: 100_000, calls: 300_000, texts: 1_000_000, longest: 10_000 }

const day = 24 * 60 * 60 * 1000
const years = 3 * 365 * day

/**
 * The rows are put in as after this migration. Those behind it bring their tables in step with what they find, all at
 * once, as they do for an office that upgrades: triggers would do it row by row.
 */
const lastBefore = 91

/** Makes the inbox `file`, which must not be there. Its history ends shortly before `now` (epoch milliseconds). */
export async function makeBigStore(file: string, options: { sizes: Sizes; seed: number; now: number }): Promise<void> {
  const first = migrations.filter(({ id }) => id <= lastBefore)
  const { reader, writer, unlock } = await openConnections({ file, logger: silentLogger, migrations: first })
  reader.close()
  writer.close()
  unlock()
  const db = new SqliteDatabase(file)
  try {
    addFold(db)
    fill(new Bulk(db), options)
    for (const { id, sql } of migrations.filter((migration) => migration.id > lastBefore)) {
      db.exec(sql)
      db.pragma(`user_version = ${id}`)
    }
    tag(db, seeded(options.seed))
    fillSearchIndex(db)
    const broken = db.prepare('PRAGMA foreign_key_check').all()
    if (broken.length > 0) throw new Error(`${broken.length} rows refer to rows that are not there`)
    db.pragma('journal_mode = WAL')
  } finally {
    db.close()
  }
}

function fill(bulk: Bulk, { sizes, seed, now }: { sizes: Sizes; seed: number; now: number }): void {
  const random = seeded(seed)
  const { shares, withheld } = shareOut(random, sizes)
  const numbers = numbersOfNobody(sizes.contacts)
  const span = { from: now - years, end: now - 5 * 60 * 1000 }
  const perLine = new Map<string, number>()
  for (const [index, share] of shares.entries()) {
    const person = {
      number: numbers[index] ?? '',
      name: index === 0 ? 'Long Story' : nameOf(random),
      language: random.chance(0.35) ? ('es' as const) : ('en' as const),
    }
    const start = index === 0 ? span.from : span.from + random.next() * (span.end - span.from)
    const history = new History(random, person, { start, end: span.end })
    history.run(share)
    insertAll(bulk, history.rows)
    for (const { line } of history.rows.call) if (line) perLine.set(line, (perLine.get(line) ?? 0) + 1)
  }
  for (let count = 0; count < withheld; count += 1) bulk.insert('call', withheldCall(random, span))
  for (const { number } of officeLines) {
    const calls = perLine.get(number) ?? 0
    bulk.insert('line', { number, calls, first_seen_at: span.from, last_seen_at: span.end })
  }
  settings(bulk, now)
  bulk.end()
}

/** Some offices tag a lot. */
function tag(db: SqliteDatabase.Database, random: Random): void {
  const add = db.prepare('INSERT INTO tag (id, name, folded, colour) VALUES (?, ?, ?, ?)')
  const put = db.prepare('INSERT INTO contact_tag (contact_id, tag_id) VALUES (?, ?)')
  db.transaction(() => {
    const tags = ['VIP', 'New patient', 'Insurance', 'Español', 'Call back', 'Recall', 'Billing', 'Family'].map(
      (name) => {
        const id = uuid(random)
        add.run(id, name, fold(name), random.pick(tagColours))
        return id
      },
    )
    for (const contact of db.prepare('SELECT id FROM contact ORDER BY number').pluck().all()) {
      if (random.chance(0.1)) put.run(contact, random.pick(tags))
    }
  })()
}

function withheldCall(random: Random, span: { from: number; end: number }) {
  return callRow(random, {
    conversationId: null,
    party: null,
    name: null,
    line: random.pick(officeLines).number,
    startedAt: Math.round(span.from + random.next() * (span.end - span.from - day)),
    kind: random.chance(0.5) ? 'missed' : 'answered',
    reached: false,
  })
}

function settings(bulk: Bulk, now: number): void {
  const sections = {
    business: {
      name: 'Cedar Dental',
      bookingLink: 'https://book.example/cedar',
      country: 'US',
      timeZone: 'America/Chicago',
    },
    lines: officeLines,
    setup: { configured: true },
  }
  for (const [name, value] of Object.entries(sections)) {
    bulk.insert('setting', { name, value: JSON.stringify(value), changed_at: now })
  }
}
