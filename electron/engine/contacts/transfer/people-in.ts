/** The people in a file, in the order in which they stand there. */
import type { ImportField, ImportReading } from '../../../contract/import.ts'
import { asItWas } from '../../csv.ts'
import { personOfRow } from './csv-person.ts'
import { CsvReader, separatorOf } from './csv-reader.ts'
import type { CsvRow } from './csv-reader.ts'
import { decode } from './decode.ts'
import { asGuessed, firstRows, isCards } from './look.ts'
import type { FilePerson } from './person.ts'
import { headOf } from './table-head.ts'
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
  let firstLine = 1
  const ofRows = (rows: CsvRow[]): FilePerson[] =>
    rows.filter(({ line }) => line >= firstLine).map((row) => personOfRow(row, fields, asItWas))
  for (const { text, share } of pieces()) {
    if (!cards && !table) {
      if (isCards(text)) cards = new VCardReader()
      else {
        const separator = reading.separator ?? separatorOf(text)
        firstLine = headOf(await firstRows(text, separator), country).firstLine
        table = new CsvReader(separator)
      }
    }
    yield { people: cards ? cards.read(text) : table ? ofRows(await table.read(text)) : [], share }
  }
  yield { people: cards ? cards.end() : table ? ofRows(await table.end()) : [], share: 1 }
}
