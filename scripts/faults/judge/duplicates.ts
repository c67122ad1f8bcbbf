/** The same words to the same contact more often than calls led to them. */
import { kindOf, missedBefore } from './case.ts'
import type { Case } from './case.ts'

export function duplicates(it: Case): string[] {
  const seen = new Map<string, number>()
  return it.accepted.flatMap(({ to, body, at }) => {
    const key = `${to} ${body}`
    const times = (seen.get(key) ?? 0) + 1
    seen.set(key, times)
    // Each missed call may lead to these words once.
    const may = kindOf(body) === 'staff' ? 1 : missedBefore(it, to, at).length
    return times > may ? [`duplicate: ${to} got "${body.slice(0, 30)}" ${times} times for ${may}`] : []
  })
}
