/** Asks the dialplan, before anything rings, whether it has a way for a number. */
import type { AmiResponse } from './connection.ts'

/** Where a number is dialled, and how. */
export interface WayOut {
  context: string
  number: string
}

/**
 * - `found`: the dialplan has this way.
 * - `none`: it has none of them; `contexts` are those that are there.
 * - `unknown`: the user may not look at the dialplan (write = reporting), or it does not tell.
 */
export type WayFound = { found: 'yes'; way: WayOut } | { found: 'none'; contexts: string[] } | { found: 'unknown' }

/**
 * Looks for the first of `ways` that the dialplan has; nothing is changed there and nothing rings.
 *
 * @param ask sends an action; its rejections are passed on
 */
export async function findWayOut(
  ask: (fields: Record<string, string>) => Promise<AmiResponse>,
  ways: readonly WayOut[],
): Promise<WayFound> {
  const contexts = new Set<string>()
  for (const way of ways) {
    const answer = await ask({ Action: 'ShowDialPlan', Context: way.context, Extension: way.number })
    if (answer.ok) return { found: 'yes', way }
    if (/find extension/i.test(answer.message)) contexts.add(way.context)
    else if (!/find context/i.test(answer.message)) return { found: 'unknown' }
  }
  return { found: 'none', contexts: [...contexts] }
}
