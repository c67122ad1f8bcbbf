/** The window's and main's requests about contacts in files. */
import type { CommandArguments, CommandOutput, EngineCommandName } from '../../../contract/commands.ts'
import type { importCommands as contract } from '../../../contract/import-commands.ts'
import { fail, ok } from '../../../contract/result.ts'
import type { Result } from '../../../contract/result.ts'
import { words as texts } from '../../../contract/text/index.ts'
import { byteOrderMark, csvLine } from '../../csv.ts'
import { readSection } from '../../settings/settings.ts'
import type { Store } from '../../store/database.ts'
import { exportPiece } from './export.ts'
import type { Importer } from './importer.ts'

export interface TransferContext {
  store: Store
  importer: Importer
}

type TransferCommand = keyof typeof contract & EngineCommandName

type TransferHandlers = {
  [N in TransferCommand]: (input: CommandArguments<N>, context: TransferContext) => Promise<Result<CommandOutput<N>>>
}

export const transferCommands: TransferHandlers = {
  async 'import:begin'({ name, size }, { importer }) {
    return importer.begin(name, size) ? ok(undefined) : busy()
  },

  async 'import:bytes'({ bytes }, { importer }) {
    return importer.take(bytes) ? ok(undefined) : notWhole()
  },

  async 'import:look'(reading, { importer }) {
    const state = await importer.look(reading)
    return state ? ok(state) : nothingInIt()
  },

  async 'import:start'(choices, { importer }) {
    return importer.start(choices) ? ok(undefined) : noFile()
  },

  async 'import:stop'(_input, { importer }) {
    await importer.stop()
    return ok(undefined)
  },

  async 'import:undo'(_input, { importer }) {
    return importer.undo() ? ok(undefined) : noUndo()
  },

  async 'import:get'(_input, { importer }) {
    return ok(importer.state())
  },

  async 'import:report'({ words }, { importer }) {
    const rows = importer.leftOut().map(({ row, reason, value }) => csvLine([row, words.reasons[reason], value]))
    return ok({ text: byteOrderMark + csvLine([words.row, words.reason, words.value]) + rows.join('') })
  },

  async 'contacts:piece'({ kind, words, cursor = null }, { store }) {
    const { country } = await readSection(store.db, 'business')
    return ok(await exportPiece(store.db, { kind, words, cursor }, country))
  },
}

const busy = () => fail('not-allowed', ...texts.contacts.otherFile)
const notWhole = () => fail('bad-input', ...texts.contacts.notWhole)
const noFile = () => fail('not-found', ...texts.contacts.noFile)
const noUndo = () => fail('not-found', ...texts.contacts.notUndone)
const nothingInIt = () => fail('bad-input', ...texts.contacts.nothingInFile)
