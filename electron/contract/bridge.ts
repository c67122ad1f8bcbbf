/** What the preload puts on `window.ringback`: verbs only, no transport. */
import type { CommandInput, CommandName, CommandOutput } from './commands.ts'
import type { EventName, Events } from './events.ts'
import type { Result } from './result.ts'

export interface Bridge {
  /** Runs a command of the contract. Never rejects: what goes wrong is a `Failure`. */
  request<N extends CommandName>(name: N, input: CommandInput<N>): Promise<Result<CommandOutput<N>>>
  /** Listens to an event of the contract; call what it returns to stop. */
  on<N extends EventName>(name: N, listener: (event: Events[N]) => void): () => void
}
