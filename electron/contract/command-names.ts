/** The commands' names as data, for the preload: it must know them without carrying the schemas. */
import type { CommandName } from './commands.ts'

/** A name too many or too few is a type error. */
const names: Record<CommandName, true> = {
  'conversations:list': true,
  'conversations:get': true,
  'conversations:mark-read': true,
  'conversations:mark-done': true,
  'conversations:undo-done': true,
  'conversations:reopen': true,
  'messages:send': true,
  'messages:send-again': true,
  'follow-ups:stop': true,
  'follow-ups:send-now': true,
  'contacts:rename': true,
  'contacts:save-notes': true,
  'contacts:opt-out': true,
  'contacts:opt-in': true,
  'calls:list': true,
  'live:get': true,
  'health:get': true,
  'automation:pause': true,
  'automation:resume': true,
  'settings:get': true,
  'settings:save-business': true,
  'settings:save-follow-up': true,
  'phone-system:check': true,
  'phone-system:save': true,
  'texting:check': true,
  'texting:save': true,
  'app:info': true,
  'app:open-demo': true,
  'app:leave-demo': true,
  'app:open-log-folder': true,
  'app:open-link': true,
  'app:reading': true,
}

export const commandNames: ReadonlySet<string> = new Set(Object.keys(names))
