/** Tables: which sign separates their cells, and their rows, a piece of text at a time. */
import { parse } from 'csv-parse'
import type { Parser } from 'csv-parse'
import { importSeparators } from '../../../contract/import.ts'
import type { ImportSeparator } from '../../../contract/import.ts'

export interface CsvRow {
  /** The line that it begins on, from 1. */
  line: number
  cells: string[]
}

/** Characters that the separator is guessed from. */
const sample = 64 * 1024
/** A longer row is none, but a quotation mark that nobody closed. */
const longestRow = 1024 * 1024

/** Lines that the separator is guessed from. */
const looked = 20

/** The separator that stands in most of the first lines, outside of quotation marks; of several, the more frequent. */
export function separatorOf(text: string): ImportSeparator {
  const lines = [new Map<string, number>()]
  let quoted = false
  for (const sign of text.slice(0, sample)) {
    const line = lines.at(-1) ?? new Map<string, number>()
    if (sign === '"') quoted = !quoted
    else if (!quoted && (sign === '\n' || sign === '\r')) {
      if (line.size > 0 && lines.push(new Map()) > looked) break
    } else if (!quoted && importSeparators.some((separator) => separator === sign)) {
      line.set(sign, (line.get(sign) ?? 0) + 1)
    }
  }
  // In the first line that has it: further down, a note of many commas would outweigh it.
  const weight = (separator: string): number =>
    lines.filter((line) => line.has(separator)).length + Math.min(0.9, (first(lines, separator) - 1) / 100)
  return importSeparators.toSorted((one, other) => weight(other) - weight(one))[0] ?? ','
}

function first(lines: readonly Map<string, number>[], separator: string): number {
  return lines.find((line) => line.has(separator))?.get(separator) ?? 0
}

export class CsvReader {
  readonly #parser: Parser
  #rows: CsvRow[] = []
  #problem: CsvProblem | null = null
  /** Where the last whole row ends. */
  #lastLine = 0
  /** Lines that the parser has counted twice: within cells it takes a line's end of two signs for two. */
  #twice = 0

  constructor(separator: string) {
    this.#parser = parse({
      delimiter: separator,
      bom: true,
      relax_quotes: true,
      // Blanks before a quotation mark would make it part of the cell.
      ltrim: true,
      relax_column_count: true,
      skip_empty_lines: true,
      // Spreadsheets save rows that were emptied, or only coloured.
      skip_records_with_empty_values: true,
      max_record_size: longestRow,
      on_record: (cells: string[], { lines }) => {
        // The parser counts to the end of the row; of a row that spans lines, its cells tell how many.
        const within = cells.flatMap((cell) => cell.match(/\r\n|[\r\n]/g) ?? [])
        this.#twice += within.filter((end) => end.length === 2).length
        this.#lastLine = lines - this.#twice
        this.#rows.push({ line: this.#lastLine - within.length, cells })
        return null
      },
    })
    this.#parser.on('error', () => {
      this.#problem = new CsvProblem(this.#lastLine + 1)
    })
  }

  /** The rows that are whole by now. Throws a `CsvProblem` where the rest cannot be read. */
  async read(text: string): Promise<CsvRow[]> {
    await new Promise<void>((done) => this.#parser.write(text, () => done()))
    return this.#taken()
  }

  /** The rows after the last piece. Throws a `CsvProblem` where the rest cannot be read. */
  async end(): Promise<CsvRow[]> {
    await new Promise<void>((done) => {
      this.#parser.once('close', done)
      this.#parser.end(() => done())
      this.#parser.resume()
    })
    return this.#taken()
  }

  #taken(): CsvRow[] {
    const rows = this.#rows
    this.#rows = []
    if (rows.length === 0 && this.#problem) throw this.#problem
    return rows
  }
}

/** From `line` on the table cannot be read: a quotation mark is opened there and not closed. */
export class CsvProblem extends Error {
  readonly line: number

  constructor(line: number) {
    super(`The table cannot be read from line ${line} on`)
    this.line = line
  }
}
