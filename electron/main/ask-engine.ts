/** Commands that main gives the engine of its own accord. */
import type { Logger } from '../../telephony/logger.ts'
import type { CommandName } from '../contract/commands.ts'
import type { Result } from '../contract/result.ts'
import type { EngineHost } from './engine-host.ts'

export type Ask = (command: CommandName, input?: unknown) => Promise<Result<unknown>>

/** The log tells what the engine refused: there may be nobody who sees the answer. */
export function askEngine(engine: EngineHost, logger: Logger): Ask {
  return async (command, input) => {
    const result = await engine.request(command, input)
    if (!result.ok) logger.warn('command.refused', { command, message: result.failure.message })
    return result
  }
}
