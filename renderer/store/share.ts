/**
 * Keeps the old object where the new one says the same. Rows then stay identical between two snapshots and only
 * those that changed are drawn again.
 */
export function shareUnchanged<T extends { id: string }>(old: readonly T[], next: readonly T[]): T[] {
  const known = new Map(old.map((item) => [item.id, item]))
  return next.map((item) => {
    const before = known.get(item.id)
    return before && JSON.stringify(before) === JSON.stringify(item) ? before : item
  })
}
