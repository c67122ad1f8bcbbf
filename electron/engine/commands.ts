/** Every command of the contract that the engine answers: checked, handled, and never an exception. */
import { commands } from '../contract/commands.ts'
import type { EngineCommandName } from '../contract/commands.ts'
import { refusedInput } from '../contract/refused-input.ts'
import { fail, ok } from '../contract/result.ts'
import type { Result } from '../contract/result.ts'
import { words } from '../contract/text/index.ts'
import type { Health, LiveCall } from '../contract/view-models.ts'
import type { Logger } from '../../telephony/logger.ts'
import { backupCommands } from './backups/commands.ts'
import type { BackupContext } from './backups/commands.ts'
import { callBackCommands } from './call-back/commands.ts'
import type { CallBackContext } from './call-back/commands.ts'
import { bookingCommands } from './contacts/booking-commands.ts'
import type { BookingContext } from './contacts/booking-commands.ts'
import { contactCommands } from './contacts/contact-commands.ts'
import type { ContactContext } from './contacts/contact-commands.ts'
import { transferCommands } from './contacts/transfer/commands.ts'
import type { TransferContext } from './contacts/transfer/commands.ts'
import { tagCommands } from './contacts/tag-commands.ts'
import type { TagContext } from './contacts/tag-commands.ts'
import { callListCommands } from './call-list/commands.ts'
import type { CallListContext } from './call-list/commands.ts'
import { deskCommands } from './desk-commands.ts'
import { wordingCommands } from './followup/commands.ts'
import type { WordingContext } from './followup/commands.ts'
import { watchOnlyCommands } from './followup/watch-only-commands.ts'
import type { WatchOnlyContext } from './followup/watch-only-commands.ts'
import { hoursCommands } from './hours/commands.ts'
import type { HoursContext } from './hours/commands.ts'
import { inboxCommands } from './inbox/commands.ts'
import { timelineCommands } from './inbox/timeline-commands.ts'
import type { TimelineContext } from './inbox/timeline-commands.ts'
import { manyCommands } from './inbox/many-commands.ts'
import { textCommands } from './outbox/commands.ts'
import type { TextContext } from './outbox/commands.ts'
import { overviewCommands } from './overview/commands.ts'
import { privacyCommands } from './privacy/commands.ts'
import type { PrivacyContext } from './privacy/commands.ts'
import { partiesCommands } from './parties/commands.ts'
import type { PartiesContext } from './parties/commands.ts'
import { writingCommands } from './writing/commands.ts'
import type { WritingContext } from './writing/commands.ts'
import { findingCommands } from './finding-commands.ts'
import { tryingCommands } from './trying-commands.ts'
import { settingsFileCommands } from './settings/settings-file-commands.ts'
import { setupCommands } from './setup-commands.ts'
import type { SetupContext } from './setup-commands.ts'

export interface EngineContext
  extends
    TimelineContext,
    TextContext,
    SetupContext,
    CallBackContext,
    BackupContext,
    PrivacyContext,
    PartiesContext,
    HoursContext,
    WordingContext,
    WatchOnlyContext,
    WritingContext,
    TagContext,
    ContactContext,
    BookingContext,
    TransferContext,
    CallListContext {
  logger: Logger
  health(): Health
  liveCalls(): Promise<LiveCall[]>
  /** Connects to the phone system at once where it waits for the next attempt. */
  tryPhoneSystem(): void
}

type Handler = (input: never, context: EngineContext) => Promise<Result<unknown>>

const handlers: Record<EngineCommandName, Handler> = {
  ...inboxCommands,
  ...timelineCommands,
  ...manyCommands,
  ...textCommands,
  ...setupCommands,
  ...findingCommands,
  ...tryingCommands,
  ...callBackCommands,
  ...partiesCommands,
  ...hoursCommands,
  ...wordingCommands,
  ...watchOnlyCommands,
  ...writingCommands,
  ...tagCommands,
  ...contactCommands,
  ...bookingCommands,
  ...transferCommands,
  ...callListCommands,
  ...overviewCommands,
  ...backupCommands,
  ...deskCommands,
  ...settingsFileCommands,
  ...privacyCommands,
  'health:get': async (_input, context) => ok(context.health()),
  'phone-system:try-now': async (_input, context) => {
    context.tryPhoneSystem()
    return ok(undefined)
  },
  'live:get': async (_input, context) => ok({ calls: await context.liveCalls() }),
}

/** Answers one request. `input` is whatever came over the border. Never rejects. */
export async function answer(name: string, input: unknown, context: EngineContext): Promise<Result<unknown>> {
  if (!isEngineCommand(name)) return fail('bad-input', words.desktop.unknownRequest)
  const parsed = commands[name].input.safeParse(input)
  if (!parsed.success) return { ok: false, failure: refusedInput(parsed.error) }
  try {
    // The schema of this very name made the input.
    return await handlers[name](parsed.data as never, context)
  } catch (error) {
    context.logger.error('command.failed', {
      command: name,
      error: error instanceof Error ? error.stack : String(error),
    })
    const problem = context.store.problemOf(error)
    if (problem) return fail('not-ready', problem.message, problem.remedy)
    return fail('internal', words.desktop.failed, words.desktop.seeLog)
  }
}

function isEngineCommand(name: string): name is EngineCommandName {
  return Object.hasOwn(handlers, name)
}
