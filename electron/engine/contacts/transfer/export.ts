/** All contacts as a table or as cards, a piece at a time; one row or card for each person, whatever their numbers. */
import type { Kysely } from 'kysely'
import type { TableWords } from '../../../contract/import-commands.ts'
import { numberForPeople } from '../../../../telephony/phone-number.ts'
import { byteOrderMark, csvLine } from '../../csv.ts'
import type { Database } from '../../store/schema.ts'
import { tagsOf } from '../tags.ts'
import { joinTags } from './csv-person.ts'
import type { FilePerson } from './person.ts'
import { cardOf } from './vcard-writer.ts'

/** Numbers in one piece: small enough that other requests come between two of them. */
const piece = 100

export interface ExportPiece {
  text: string
  contacts: number
  nextCursor: string | null
}

/** `cursor`: what the piece before said; null for the first. */
export async function exportPiece(
  db: Kysely<Database>,
  ask: { kind: 'csv' | 'vcf'; words: TableWords; cursor: string | null },
  country: string,
): Promise<ExportPiece> {
  const { kind, words } = ask
  const cursor = readCursor(ask.cursor)
  const { people, nextNumber } = await peopleAfter(db, cursor?.number ?? null)
  const contacts = people.reduce((sum, { numbers }) => sum + numbers.length, 0)
  // All pieces have as many columns as the heading, whatever staff put together meanwhile.
  const columns = cursor?.columns ?? (await numberColumns(db))
  const nextCursor = nextNumber === null ? null : `${columns} ${nextNumber}`
  if (kind === 'vcf') return { text: people.map(cardOf).join(''), contacts, nextCursor }
  const head = cursor === null ? byteOrderMark + csvLine(headings(words, columns)) : ''
  const rows = people.flatMap((person) => inRows(person, columns)).map((row) => cells(row, words, columns, country))
  return { text: head + rows.map(csvLine).join(''), contacts, nextCursor }
}

function readCursor(cursor: string | null): { columns: number; number: string } | null {
  const [, columns, number] = /^(\d+) (.+)$/.exec(cursor ?? '') ?? []
  return columns === undefined || number === undefined ? null : { columns: Number(columns), number }
}

/** Who got more numbers meanwhile than there are columns has more rows: none is lost. */
function inRows(person: FilePerson, columns: number): FilePerson[] {
  const rows: FilePerson[] = []
  for (let from = 0; from < person.numbers.length; from += columns) {
    rows.push({ ...person, numbers: person.numbers.slice(from, from + columns) })
  }
  return rows
}

function headings(words: TableWords, columns: number): string[] {
  const numbers = Array.from({ length: columns }, (_, n) => (n === 0 ? words.number : `${words.number} ${n + 1}`))
  return [words.name, words.company, ...numbers, words.tags, words.notes, words.noTexts, words.blocked]
}

/**
 * Numbers of the office's own country stand as people write them, which no spreadsheet takes for a formula or rounds;
 * others begin with a plus, and so get the apostrophe that `csvLine` gives to all such cells.
 */
function cells(person: FilePerson, words: TableWords, columns: number, country: string): string[] {
  const { name, company, numbers, tags, notes, noTexts, blocked } = person
  const shown = numbers.map((number) => numberForPeople(number, country))
  return [
    name,
    company,
    ...Array.from({ length: columns }, (_, n) => shown[n] ?? ''),
    joinTags(tags),
    notes,
    noTexts ? words.yes : '',
    blocked ? words.yes : '',
  ]
}

/** How many numbers the person with the most has, be it more than one file may give: none is lost. */
async function numberColumns(db: Kysely<Database>): Promise<number> {
  const row = await db
    .selectFrom('contact')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('person_id', 'is not', null)
    .groupBy('person_id')
    .orderBy('count', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.count ?? 1
}

async function peopleAfter(
  db: Kysely<Database>,
  after: string | null,
): Promise<{ people: FilePerson[]; nextNumber: string | null }> {
  const rows = await db
    .selectFrom('contact')
    .leftJoin('opt_out', 'opt_out.number', 'contact.number')
    .select(['contact.id', 'contact.number', 'contact.name', 'contact.company', 'contact.notes', 'contact.blocked'])
    .select(['contact.person_id', 'opt_out.at as optedOutAt'])
    .$if(after !== null, (query) => query.where('contact.number', '>', after ?? ''))
    .orderBy('contact.number')
    .limit(piece)
    .execute()
  const tags = await tagsOf(
    db,
    rows.map(({ id }) => id),
  )
  const people: FilePerson[] = []
  for (const row of rows) {
    const numbers = row.person_id === null ? [row.number] : await numbersOf(db, row.person_id)
    // The person stands where the first of the numbers does.
    if (numbers[0] !== row.number) continue
    const { name, company, notes, blocked } = row
    const shared = { row: 0, name: name ?? '', company, notes, blocked: blocked === 1 }
    const person = { ...shared, tags: (tags.get(row.id) ?? []).map((tag) => tag.name) }
    const out = numbers.length === 1 ? (row.optedOutAt === null ? [] : numbers) : await optedOut(db, numbers)
    // A row has one answer for all its numbers: where they differ, there are two.
    const others = numbers.filter((number) => !out.includes(number))
    if (others.length > 0) people.push({ ...person, numbers: others, noTexts: false })
    if (out.length > 0) people.push({ ...person, numbers: out, noTexts: true })
  }
  return { people, nextNumber: rows.length < piece ? null : (rows.at(-1)?.number ?? null) }
}

async function numbersOf(db: Kysely<Database>, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('contact')
    .select('number')
    .where('person_id', '=', personId)
    .orderBy('number')
    .execute()
  return rows.map(({ number }) => number)
}

async function optedOut(db: Kysely<Database>, numbers: string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('opt_out')
    .select('number')
    .where('number', 'in', numbers)
    .orderBy('number')
    .execute()
  return rows.map(({ number }) => number)
}
