/** Which key press means which command. Pure, so that it can be tested without a window. */

/** What is read of a KeyboardEvent. */
export interface KeyPress {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

export interface KeyedCommand {
  /** `j`, `?`, `Enter`, or `Mod+k` for Ctrl (Command on a Mac). Any of them runs the command. */
  keys: readonly string[]
  /** Also while the user types in a field; combinations with Mod always are. */
  whileTyping?: boolean
}

/** The keys that work: single characters only while they are turned on (WCAG 2.1.4); `Escape` and `Mod+k` always. */
export function activeKeys(keys: readonly string[], singleKeys: boolean): readonly string[] {
  return singleKeys ? keys : keys.filter((spec) => spec.length > 1)
}

function matches(spec: string, press: KeyPress): boolean {
  const withMod = spec.startsWith('Mod+')
  const key = withMod ? spec.slice(4) : spec
  if (press.altKey || withMod !== (press.ctrlKey || press.metaKey)) return false
  // Shift is part of the character for `?` and of no matter for letters typed with Caps Lock.
  return press.key === key || (key.length === 1 && press.key.toLowerCase() === key)
}

/**
 * The command a key press stands for, or null. Two commands that claim the same key cancel each other: doing nothing
 * is better than doing the wrong thing.
 */
export function commandFor<C extends KeyedCommand>(
  commands: readonly C[],
  press: KeyPress,
  { typing, singleKeys }: { typing: boolean; singleKeys: boolean },
): C | null {
  const claims = commands.filter(
    ({ keys, whileTyping }) =>
      (!typing || whileTyping === true || press.ctrlKey || press.metaKey) &&
      activeKeys(keys, singleKeys).some((spec) => matches(spec, press)),
  )
  return claims.length === 1 ? (claims[0] ?? null) : null
}
