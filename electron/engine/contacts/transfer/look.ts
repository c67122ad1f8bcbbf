/** A first look at a file: what it is, how it is written, and what its columns seem to be. */
import type { ImportPreview, ImportReading } from '../../../contract/import.ts'
import { oneLine } from '../../../contract/contacts.ts'
import { asItWas } from '../../csv.ts'
import { personOfRow } from './csv-person.ts'
import { CsvProblem, CsvReader, separatorOf } from './csv-reader.ts'
import type { CsvRow } from './csv-reader.ts'
import { decode } from './decode.ts'
import { guessFields } from './guess-fields.ts'
import type { FilePerson } from './person.ts'
import { headOf } from './table-head.ts'
import { VCardReader } from './vcard-reader.ts'

/** People that are shown, and rows that the columns are judged by. */
const mostPeople = 5
const mostRows = 50
/** More columns are no table of people. */
const mostColumns = 1000
/** Characters of a value that are shown. */
const longestShown = 60

/** Nobody has said otherwise. */
export const asGuessed: ImportReading = { encoding: null, separator: null }

export function isCards(text: string): boolean {
  return /^\uFEFF?\s*BEGIN:VCARD/i.test(text)
}

/** Null when there is nothing in it that can be read. */
export async function lookAt(
  bytes: Uint8Array,
  country: string,
  reading: ImportReading = asGuessed,
): Promise<ImportPreview | null> {
  const { encoding, pieces } = decode(bytes, reading.encoding)
  const piece = pieces().next()
  const text = piece.done ? '' : piece.value.text
  if (isCards(text)) {
    const reader = new VCardReader()
    const people = [...reader.read(text), ...reader.end()]
    return people.length === 0
      ? null
      : { format: 'vcard', encoding, separator: null, columns: [], people: shown(people) }
  }
  // Pictures, workbooks and the like: no table holds such a sign.
  if (text.includes('\0')) return null
  const separator = reading.separator ?? separatorOf(text)
  const rows = await firstRows(text, separator)
  const { headings, firstLine } = headOf(rows, country)
  if (headings.length === 0 || headings.length > mostColumns) return null
  const body = rows.filter(({ line }) => line >= firstLine).slice(0, mostRows)
  const fields = guessFields(
    headings,
    body.map(({ cells }) => cells),
    country,
  )
  return {
    format: 'csv',
    encoding,
    separator,
    columns: headings.map((heading, column) => ({
      heading: oneLine(heading, longestShown),
      samples: samplesOf(body, column),
      field: fields[column] ?? null,
    })),
    people: shown(body.slice(0, mostPeople).map((row) => personOfRow(row, fields, asItWas))),
  }
}

/** With a few more than are looked at, for what stands above the headings. */
export async function firstRows(text: string, separator: string): Promise<CsvRow[]> {
  const reader = new CsvReader(separator)
  const rows: CsvRow[] = []
  try {
    rows.push(...(await reader.read(text)))
    if (rows.length <= mostRows) rows.push(...(await reader.end()))
  } catch (error) {
    // What stands before it can be told; bringing it in says where it ends.
    if (!(error instanceof CsvProblem)) throw error
  }
  return rows
}

function samplesOf(rows: readonly CsvRow[], column: number): string[] {
  const values = rows.map(({ cells }) => oneLine(asItWas(cells[column] ?? ''), longestShown)).filter(Boolean)
  return [...new Set(values)].slice(0, 3)
}

function shown(people: readonly FilePerson[]): ImportPreview['people'] {
  return people.slice(0, mostPeople).map(({ name, company, numbers }) => ({
    name: oneLine(name, longestShown),
    company: oneLine(company, longestShown),
    numbers: numbers.slice(0, 3).map((number) => oneLine(number, longestShown)),
  }))
}
