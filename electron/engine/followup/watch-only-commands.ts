/** The window's requests about "Watch only". */
import type { Clock } from '../../../telephony/clock.ts'
import type { CommandArguments, CommandOutput } from '../../contract/commands.ts'
import { ok } from '../../contract/result.ts'
import type { Result } from '../../contract/result.ts'
import type { watchOnlyCommands as contract } from '../../contract/watch-only.ts'
import type { Store } from '../store/database.ts'
import { setWatchOnly } from './set-watch-only.ts'

export interface WatchOnlyContext {
  store: Store
  clock: Clock
  /** What is watched only has changed: it shows in window and tray. */
  watchOnlyChanged(): Promise<void>
}

type Handlers = {
  [N in keyof typeof contract]: (
    input: CommandArguments<N>,
    context: WatchOnlyContext,
  ) => Promise<Result<CommandOutput<N>>>
}

export const watchOnlyCommands: Handlers = {
  async 'watch-only:set'({ on }, context) {
    await context.store.write((work) => setWatchOnly(work, { on }, context.clock.now()))
    await context.watchOnlyChanged()
    return ok(undefined)
  },

  async 'watch-only:set-line'({ number, on }, context) {
    await context.store.write((work) => setWatchOnly(work, { on, number }, context.clock.now()))
    await context.watchOnlyChanged()
    return ok(undefined)
  },
}
