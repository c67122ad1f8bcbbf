/** The window's requests about trunks, desk phones and lines. */
import type { Clock } from '../../../telephony/clock.ts'
import type { CommandArguments, CommandOutput } from '../../contract/commands.ts'
import { ok } from '../../contract/result.ts'
import type { Result } from '../../contract/result.ts'
import type { Store } from '../store/database.ts'
import { nameLine } from './lines.ts'
import type { PartyBook } from './party-book.ts'

export interface PartiesContext {
  store: Store
  clock: Clock
  parties: PartyBook
  /** A line has another name now: it shows wherever lines are shown. */
  linesChanged(): Promise<void>
}

type PartiesCommand = 'parties:list' | 'parties:choose' | 'lines:name'

type PartiesHandlers = {
  [N in PartiesCommand]: (input: CommandArguments<N>, context: PartiesContext) => Promise<Result<CommandOutput<N>>>
}

export const partiesCommands: PartiesHandlers = {
  async 'parties:list'(_input, { parties }) {
    return ok(await parties.view())
  },

  async 'parties:choose'({ endpoint, side }, { parties }) {
    await parties.choose(endpoint, side)
    return ok(undefined)
  },

  async 'lines:name'({ number, name }, { store, clock, linesChanged }) {
    await store.write((work) => nameLine(work, number, name, clock.now()))
    await linesChanged()
    return ok(undefined)
  },
}
