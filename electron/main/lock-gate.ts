/** What a locked window may still ask for: how to draw itself, and to be opened. And what it asked for before. */
import type { CommandName } from '../contract/commands.ts'

const whileLocked: ReadonlySet<CommandName> = new Set<CommandName>(['app:info', 'lock:get', 'lock:now', 'lock:open'])

export function mayBeAskedLocked(command: CommandName): boolean {
  return whileLocked.has(command)
}

/**
 * A dialog of the system's may stand open when the window locks: whoever comes by could take everything out with it. What
 * is chosen there then counts as nothing.
 */
export function unlessLocked<Given extends unknown[], T>(
  choose: (...given: Given) => Promise<T | null>,
  isLocked: () => boolean,
): (...given: Given) => Promise<T | null> {
  return async (...given) => {
    const chosen = await choose(...given)
    return isLocked() ? null : chosen
  }
}
