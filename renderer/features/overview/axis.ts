/** The numbers at the side of a chart and the words below it. Pure. */

/** More lines than this would be no help. */
const mostSteps = 5

/** A number that is easy to read and not less than `most` (a whole one), and the equal steps to it, without zero. */
export function axisOf(most: number): { most: number; steps: number[] } {
  const least = Math.max(1, most)
  let step = 1
  // 1, 2, 5, 10, 20, 50 …
  for (let at = 0; least > step * mostSteps; at += 1) step *= at % 3 === 1 ? 2.5 : 2
  const count = Math.ceil(least / step)
  return { most: step * count, steps: Array.from({ length: count }, (_, at) => step * (at + 1)) }
}

/** Every how many columns there is room for words below: as few as fit, px. */
export function everyNth(columns: number, width: number, each: number): number {
  return Math.max(1, Math.ceil((columns * each) / Math.max(1, width)))
}
