/** The window's requests about the overview. */
import type { CommandArguments, CommandOutput, EngineCommandName } from '../../contract/commands.ts'
import type { OverviewPeriod, overviewCommands as contract } from '../../contract/overview-commands.ts'
import { mostOverviewDays } from '../../contract/overview.ts'
import type { Overview } from '../../contract/overview.ts'
import { fail, ok } from '../../contract/result.ts'
import type { Result } from '../../contract/result.ts'
import { words } from '../../contract/text/index.ts'
import type { InboxContext } from '../inbox/commands.ts'
import { readView } from '../inbox/view.ts'
import { readSection } from '../settings/settings.ts'
import { overviewTable } from './csv.ts'
import { overviewOf } from './overview.ts'
import { spansOf } from './period.ts'

type OverviewContext = Pick<InboxContext, 'store' | 'clock' | 'sentence'>

type OverviewHandlers = {
  [N in keyof typeof contract & EngineCommandName]: (
    input: CommandArguments<N>,
    context: OverviewContext,
  ) => Promise<Result<CommandOutput<N>>>
}

export const overviewCommands: OverviewHandlers = {
  'overview:get': ({ period }, context) => read(period, context),

  async 'overview:csv'({ period, words: said }, context) {
    const overview = await read(period, context)
    return overview.ok ? ok({ text: overviewTable(overview.value, said) }) : overview
  },
}

async function read(period: OverviewPeriod, { store, clock, sentence }: OverviewContext): Promise<Result<Overview>> {
  const { timeZone } = await readSection(store.db, 'business')
  const spans = spansOf(period, clock.now(), timeZone)
  if (spans === null) return fail('bad-input', ...words.failures.daysBackwards)
  const days = (spans.span.to - spans.span.from) / (24 * 60 * 60 * 1000)
  if (days > mostOverviewDays + 1) return fail('bad-input', ...words.failures.tooManyDays)
  return ok(await overviewOf(store.db, spans, timeZone, await readView(store.db, sentence)))
}
