/**
 * Keeps the old object where the new one says the same. Rows then stay identical between two snapshots and only
 * those that changed are drawn again.
 */
export function shareUnchanged<T extends { id: string }>(old: readonly T[], next: readonly T[]): T[] {
  const known = new Map(old.map((item) => [item.id, item]))
  return next.map((item) => {
    const before = known.get(item.id)
    return before && isSame(before, item) ? before : item
  })
}

/** Whether two views of the same thing say the same. */
export function isSame<T>(one: T, other: T): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
