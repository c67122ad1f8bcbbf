/** What main asks for the desktop: what would be missed by quitting, and whose number a link names. */
import type { Clock } from '../../telephony/clock.ts'
import { parseNumber } from '../../telephony/phone-number.ts'
import type { CommandArguments, CommandOutput } from '../contract/commands.ts'
import { fail, ok } from '../contract/result.ts'
import type { Result } from '../contract/result.ts'
import { words } from '../contract/text/index.ts'
import { openConversation } from './inbox/conversations.ts'
import { readSection } from './settings/settings.ts'
import type { Store } from './store/database.ts'

interface DeskContext {
  store: Store
  clock: Clock
}

type DeskHandlers = {
  [N in 'texts:waiting' | 'numbers:open']: (
    input: CommandArguments<N>,
    context: DeskContext,
  ) => Promise<Result<CommandOutput<N>>>
}

export const deskCommands: DeskHandlers = {
  async 'texts:waiting'(_input, { store }) {
    const { texts, nextAt } = await store.db
      .selectFrom('outbox')
      .select((eb) => [eb.fn.countAll<number>().as('texts'), eb.fn.min('due_at').as('nextAt')])
      .where('state', '=', 'queued')
      .executeTakeFirstOrThrow()
    return ok({ texts, nextAt })
  },

  async 'numbers:open'({ number }, { store, clock }) {
    const { country } = await readSection(store.db, 'business')
    const found = parseNumber(number, country)
    if (!found.ok) return fail('bad-input', ...words.pc.links.noNumber)
    const opened = await store.write((work) => openConversation(work, found.number, { now: clock.now() }))
    return ok({ conversationId: opened.id })
  },
}
