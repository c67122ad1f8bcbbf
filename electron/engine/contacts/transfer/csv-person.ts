/** A person from a row of a table, and the cells of one. What one writes, the other reads as it was. */
import type { ImportField } from '../../../contract/import.ts'
import type { CsvRow } from './csv-reader.ts'
import { isYes } from './person.ts'
import type { FilePerson } from './person.ts'

/** Between the values of one cell; Google writes the last one. */
const between = /[;,\n]|:::/

/** `fields`: what each column is. `plain` undoes what keeps a spreadsheet from taking a cell for a formula. */
export function personOfRow(
  { line, cells }: CsvRow,
  fields: readonly (ImportField | null)[],
  plain: (cell: string) => string,
): FilePerson {
  const values = (field: ImportField): string[] =>
    fields.flatMap((known, column) => (known === field ? [plain(cells[column] ?? '')] : []))
  const value = (field: ImportField): string => values(field)[0] ?? ''
  const parts = [value('first-name'), ...values('last-name')].map((part) => part.trim()).filter(Boolean)
  return {
    row: line,
    name: value('name').trim() || parts.join(' '),
    company: value('company'),
    notes: value('notes').replace(/\r\n?/g, '\n'),
    numbers: values('number')
      .flatMap((cell) => cell.split(between))
      .map((number) => number.trim())
      .filter(Boolean),
    tags: values('tags').flatMap(splitTags),
    noTexts: values('no-texts').some(isYes),
    blocked: values('blocked').some(isYes),
  }
}

/** The tags of a person in one cell. */
export function joinTags(tags: readonly string[]): string {
  return tags.map((tag) => tag.replace(/[\\;,:]/g, '\\$&')).join('; ')
}

function splitTags(cell: string): string[] {
  // A sign after a backslash is part of the tag.
  const parts = cell.match(/(?:\\[^]|:::|[^])/g) ?? []
  const tags = ['']
  for (const part of parts) {
    if (part === ';' || part === ',' || part === '\n' || part === ':::') tags.push('')
    else tags[tags.length - 1] += part.length === 2 && part.startsWith('\\') ? part.slice(1) : part
  }
  return tags.map(ofGoogle).filter(Boolean)
}

/** Google puts everybody into a group, and a star before those of its own. */
function ofGoogle(tag: string): string {
  const name = tag.trim().replace(/^\* /, '')
  return /^mycontacts$/i.test(name) ? '' : name
}
