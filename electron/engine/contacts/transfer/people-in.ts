/** The people in a file, in the order in which they stand there. */
import type { ImportField, ImportReading } from '../../../contract/import.ts'
import { asItWas } from '../../csv.ts'
import { personOfRow } from './csv-person.ts'
import { CsvReader, separatorOf } from './csv-reader.ts'
import type { CsvRow } from './csv-reader.ts'
import { decode } from './decode.ts'
import { hasNoHeadings } from './guess-fields.ts'
import { asGuessed, isCards } from './look.ts'
import type { FilePerson } from './person.ts'
import { VCardReader } from './vcard-reader.ts'

/** `share` of the file is behind these. `fields`: what each column is, for tables. Throws `CsvProblem`. */
export async function* peopleIn(
  bytes: Uint8Array,
  fields: readonly (ImportField | null)[],
  country: string,
  reading: ImportReading = asGuessed,
): AsyncGenerator<{ people: FilePerson[]; share: number }> {
  const { pieces } = decode(bytes, reading.encoding)
  let cards: VCardReader | null = null
  let table: CsvReader | null = null
  let first = true
  const ofRows = (rows: CsvRow[]): FilePerson[] => {
    const people = first && rows[0] && !hasNoHeadings(rows[0].cells, country) ? rows.slice(1) : rows
    if (rows.length > 0) first = false
    return people.map((row) => personOfRow(row, fields, asItWas))
  }
  for (const { text, share } of pieces()) {
    if (!cards && !table) {
      if (isCards(text)) cards = new VCardReader()
      else table = new CsvReader(reading.separator ?? separatorOf(text))
    }
    yield { people: cards ? cards.read(text) : table ? ofRows(await table.read(text)) : [], share }
  }
  yield { people: cards ? cards.end() : table ? ofRows(await table.end()) : [], share: 1 }
}
