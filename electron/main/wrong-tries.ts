/** Whoever guesses has to wait longer and longer. */

/** Wrong tries that cost nothing: people mistype. */
const free = 4
/** After the fifth wrong try and each one more, ms; the last goes on. A day of guessing is a hundred tries then. */
const waits = [30_000, 60_000, 2 * 60_000, 5 * 60_000, 15 * 60_000]

/** How long no other try is taken after so many wrong ones, ms. */
export function waitAfter(wrong: number): number {
  return wrong <= free ? 0 : (waits[Math.min(wrong - free, waits.length) - 1] ?? 0)
}

/** How many more may be wrong before there is a wait. */
export function leftBeforeWait(wrong: number): number {
  return Math.max(0, free - wrong)
}
