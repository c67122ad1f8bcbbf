import type { WindowState } from '../store/slice.ts'
import type { text } from '../text/index.ts'
import type { KeyedCommand } from './keymap.ts'

/** Something that can be done in the window: by key, and from the list of all commands. */
export interface WindowCommand extends KeyedCommand {
  id: string
  label: () => string
  group: keyof typeof text.keys.groups
  run: (state: WindowState) => void
  /** Where the command has a meaning; elsewhere the key does what it always does. */
  when?: (state: WindowState) => boolean
  /** Makes sense only as a key. */
  keyOnly?: true
}
