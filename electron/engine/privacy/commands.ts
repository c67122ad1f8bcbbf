/** Erasing, keeping and taking everything out, for the window. */
import { sql } from 'kysely'
import type { CommandArguments, CommandOutput } from '../../contract/commands.ts'
import { fail, ok } from '../../contract/result.ts'
import type { Result } from '../../contract/result.ts'
import { words } from '../../contract/text/index.ts'
import { byteOrderMark, csvLine } from '../csv.ts'
import { readSection, saveSection } from '../settings/settings.ts'
import { eraseContact } from './erase.ts'
import type { ErasureContext } from './erase.ts'

export interface PrivacyContext extends ErasureContext {
  /** Everything that the window shows may look different. */
  everythingChanged(): void
  /** How long things are kept is another time from now on. */
  keepingChanged(): void
}

type PrivacyCommand = 'privacy:get' | 'privacy:save' | 'privacy:erase' | 'privacy:rows'
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

  async 'privacy:erase'({ contactId }, context) {
    const receipt = await eraseContact(contactId, context)
    if (receipt === 'gone') return fail('not-found', ...words.failures.noContact)
    if (receipt === 'busy') return fail('not-ready', ...words.data.textOnItsWay)
    context.everythingChanged()
    return ok(receipt)
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
