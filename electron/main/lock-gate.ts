/** What a locked window may still ask for: how to draw itself, and to be opened. */
import type { CommandName } from '../contract/commands.ts'

const whileLocked: ReadonlySet<CommandName> = new Set<CommandName>(['app:info', 'lock:get', 'lock:now', 'lock:open'])

export function mayBeAskedLocked(command: CommandName): boolean {
  return whileLocked.has(command)
}
