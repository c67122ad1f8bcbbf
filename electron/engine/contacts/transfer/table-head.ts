/** Where a table begins: some have a title above the headings, or a word on their separator; some have no headings. */
import { asItWas } from '../../csv.ts'
import type { CsvRow } from './csv-reader.ts'
import { hasNoHeadings } from './guess-fields.ts'

/** Rows that can stand above the headings. */
const mostAbove = 10

export interface TableHead {
  /** As many as the longest row has cells; empty where there are none. */
  headings: string[]
  /** The line that the first person can stand on. */
  firstLine: number
}

/** `rows`: the first of the table, with what stands above it. */
export function headOf(rows: readonly CsvRow[], country: string): TableHead {
  const table = rows.slice(rowsAbove(rows, country))
  const width = Math.max(0, ...table.map(({ cells }) => cells.length))
  const first = table[0] ?? { line: 1, cells: [] }
  const bare = hasNoHeadings(first.cells, country)
  return {
    headings: Array.from({ length: width }, (_, column) => (bare ? '' : asItWas(first.cells[column] ?? ''))),
    firstLine: bare ? first.line : first.line + 1,
  }
}

/** A title is one cell above rows that have several. */
function rowsAbove(rows: readonly CsvRow[], country: string): number {
  const filled = rows.slice(0, mostAbove + 1).map(({ cells }) => cells.filter((cell) => cell.trim() !== '').length)
  const at = filled.findIndex((cells) => cells > 1)
  const isTable = rows.slice(0, Math.max(0, at)).some(({ cells }) => hasNoHeadings(cells, country))
  return at === -1 || isTable ? 0 : at
}
