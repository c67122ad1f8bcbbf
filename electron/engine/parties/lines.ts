/** The office's own lines: learnt from calls that reached them, named by people. */
import type { Kysely } from 'kysely'
import { numberAsKept, numberForPeople } from '../../../telephony/phone-number.ts'
import { isWhole } from '../../../telephony/parties/evidence.ts'
import type { LineView } from '../../contract/view-models.ts'
import { holdsFor } from '../followup/watch-only.ts'
import { readSection, saveSection } from '../settings/settings.ts'
import type { Work } from '../store/database.ts'
import type { Database } from '../store/schema.ts'

/**
 * Notes that a call from outside reached `line` at `at`, in the transaction at hand. Extensions, menu choices and the
 * dialplan's own names are no lines: only a whole number is.
 */
export async function noteLine({ db }: Work, line: string | null, at: number): Promise<void> {
  if (line === null || !isWhole(line)) return
  await db
    .insertInto('line')
    .values({ number: line, calls: 1, first_seen_at: at, last_seen_at: at })
    .onConflict((conflict) =>
      conflict.column('number').doUpdateSet((eb) => ({ calls: eb('line.calls', '+', 1), last_seen_at: at })),
    )
    .execute()
}

/** From so many calls on a number is surely the office's own, and is never texted. */
const surelyOwn = 3

/** True for a number (E.164) that calls from outside have reached again and again. */
export async function isOwnLine(db: Kysely<Database>, number: string): Promise<boolean> {
  const line = await db.selectFrom('line').select('calls').where('number', '=', number).executeTakeFirst()
  return line !== undefined && line.calls >= surelyOwn
}

/** All lines: those called most come first, those only known by name last. */
export async function listLines(db: Kysely<Database>): Promise<LineView[]> {
  const { country } = await readSection(db, 'business')
  const watchOnly = await readSection(db, 'watch-only')
  const watched = (number: string) => holdsFor(watchOnly, number, country)
  const names = new Map(
    (await readSection(db, 'lines')).map(({ number, name }) => [numberAsKept(number, country), name]),
  )
  const rows = await db.selectFrom('line').selectAll().orderBy('calls', 'desc').orderBy('number').execute()
  const seen = rows.map((row): LineView => {
    const number = numberAsKept(row.number, country)
    const name = names.get(number) ?? null
    names.delete(number)
    return {
      number: row.number,
      numberForPeople: numberForPeople(number, country),
      name,
      calls: row.calls,
      firstSeenAt: row.first_seen_at,
      lastSeenAt: row.last_seen_at,
      watchOnly: watched(row.number),
    }
  })
  const unseen = [...names].map(([number, name]): LineView => ({
    number,
    numberForPeople: numberForPeople(number, country),
    name,
    calls: 0,
    firstSeenAt: null,
    lastSeenAt: null,
    watchOnly: watched(number),
  }))
  return [...seen, ...unseen]
}

/** Gives a line its name, in the transaction at hand; an empty one takes it away. */
export async function nameLine(work: Work, number: string, name: string, now: number): Promise<void> {
  const { country } = await readSection(work.db, 'business')
  const before = await readSection(work.db, 'lines')
  const others = before.filter((line) => numberAsKept(line.number, country) !== numberAsKept(number, country))
  await saveSection(work, 'lines', name === '' ? others : [...others, { number, name }], now)
}
