/**
 * The one door between the window and the rest: who asks, what is asked, with which input. Only then somebody answers.
 */
import { commands } from '../contract/commands.ts'
import type { CommandArguments, CommandName, CommandOutput, MainCommandName } from '../contract/commands.ts'
import { refusedInput } from '../contract/refused-input.ts'
import { fail } from '../contract/result.ts'
import type { Result } from '../contract/result.ts'
import { words } from '../contract/text/index.ts'
import type { Logger } from '../../telephony/logger.ts'
import { mayBeAskedLocked } from './lock-gate.ts'
import { mayAsk } from './sender.ts'
import type { Sender } from './sender.ts'

export type MainHandlers = {
  [N in MainCommandName]: (input: CommandArguments<N>) => Promise<Result<CommandOutput<N>>>
}

export interface RouterOptions {
  handlers: MainHandlers
  /** Asks the engine; `input` has been checked. */
  engine(command: CommandName, input: unknown): Promise<Result<unknown>>
  /** Sees what the engine has done as asked, and what it answered: secrets are kept from here. */
  done?(command: CommandName, input: unknown, value: unknown): void
  /** The window is locked: only what opens it is answered. */
  isLocked?(): boolean
  logger: Logger
}

/** Answers one request of a window. Never rejects. */
export async function route(
  sender: Sender,
  name: unknown,
  input: unknown,
  options: RouterOptions,
): Promise<Result<unknown>> {
  const { handlers, engine, done, isLocked, logger } = options
  if (!mayAsk(sender)) {
    logger.warn('ipc.sender-refused', { url: sender.url?.slice(0, 100) ?? null })
    return fail('not-allowed', words.desktop.strangePage)
  }
  if (!isCommand(name)) {
    logger.warn('ipc.unknown-request', { name: String(name).slice(0, 60) })
    return fail('bad-input', words.desktop.unknownRequest)
  }
  if (isLocked?.() === true && !mayBeAskedLocked(name)) return fail('locked', ...words.lock.locked)
  const parsed = commands[name].input.safeParse(input)
  if (!parsed.success) return { ok: false, failure: refusedInput(parsed.error) }
  try {
    // The owner is data of the same entry that the handlers are typed by.
    if (commands[name].owner === 'engine') {
      const result = await engine(name, parsed.data)
      if (result.ok) done?.(name, parsed.data, result.value)
      return result
    }
    return await handlers[name as MainCommandName](parsed.data as never)
  } catch (error) {
    logger.error('ipc.failed', { command: name, error: error instanceof Error ? error.stack : String(error) })
    return fail('internal', words.desktop.failed, words.desktop.seeLog)
  }
}

function isCommand(name: unknown): name is CommandName {
  return typeof name === 'string' && Object.hasOwn(commands, name)
}
