/** Erasing, keeping and taking everything out, for the window. */
import { sql } from 'kysely'
import type { Clock } from '../../../telephony/clock.ts'
import type { CommandArguments, CommandOutput } from '../../contract/commands.ts'
import { ok } from '../../contract/result.ts'
import type { Result } from '../../contract/result.ts'
import { byteOrderMark, csvLine } from '../csv.ts'
import { readSection, saveSection } from '../settings/settings.ts'
import type { Store } from '../store/database.ts'
import type { Eraser } from './eraser.ts'

export interface PrivacyContext {
  store: Store
  clock: Clock
  eraser: Eraser
  /** How long things are kept is another time from now on. */
  keepingChanged(): void
}

type PrivacyCommand =
  'privacy:get' | 'privacy:save' | 'privacy:erase' | 'privacy:erasure' | 'privacy:erasure-seen' | 'privacy:rows'
type Handlers = {
  [N in PrivacyCommand]: (input: CommandArguments<N>, context: PrivacyContext) => Promise<Result<CommandOutput<N>>>
}

const rowsAtOnce = 500
/** How the search finds a row. */
const ownMatter = new Set(['_row', 'search_no', 'contact_no'])

export const privacyCommands: Handlers = {
  async 'privacy:get'(_input, { store }) {
    return ok(await readSection(store.db, 'privacy'))
  },

  async 'privacy:save'(input, { store, clock, keepingChanged }) {
    await store.write((work) => saveSection(work, 'privacy', input, clock.now()))
    keepingChanged()
    return ok(undefined)
  },

  'privacy:erase': ({ contactId }, { eraser }) => eraser.start(contactId),

  async 'privacy:erasure'(_input, { eraser }) {
    return ok(eraser.state())
  },

  async 'privacy:erasure-seen'(_input, { eraser }) {
    eraser.seen()
    return ok(undefined)
  },

  async 'privacy:rows'({ table, after }, { store }) {
    const keyed = table === 'contact_tag' || table === 'draft'
    const { rows } = keyed
      ? await sql<Row>`SELECT * FROM ${sql.table(table)} LIMIT ${rowsAtOnce} OFFSET ${after}`.execute(store.db)
      : await sql<Row & { _row: number }>`
          SELECT rowid AS _row, * FROM ${sql.table(table)} WHERE rowid > ${after} ORDER BY rowid LIMIT ${rowsAtOnce}
        `.execute(store.db)
    const last = rows.at(-1)
    const next = keyed ? after + rows.length : Number(last?.['_row'] ?? 0)
    const shown = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !ownMatter.has(name))))
    const head = after === 0 && shown[0] ? byteOrderMark + csvLine(Object.keys(shown[0])) : ''
    return ok({
      rows: shown.length,
      json: shown.map((row) => JSON.stringify(row)).join(',\n'),
      csv: head + shown.map((row) => csvLine(Object.values(row))).join(''),
      next: rows.length < rowsAtOnce ? null : next,
    })
  },
}

type Row = Record<string, string | number | null>
