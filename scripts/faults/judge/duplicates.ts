/** The same words to the same contact more often than calls led to them. */
import type { SendRequest } from '../diary.ts'
import { day, isWithin, kindOf, minute, missedBefore } from './case.ts'
import type { Case } from './case.ts'

export function duplicates(it: Case): string[] {
  const seen = new Map<string, SendRequest[]>()
  return it.accepted.flatMap((request) => {
    const { to, body, at } = request
    const key = `${to} ${body}`
    const before = seen.get(key) ?? []
    seen.set(key, [...before, request])
    const times = before.length + 1
    // Each missed call may lead to these words once, and to none within a day of the last.
    const may = kindOf(body) === 'staff' ? 1 : missedBefore(it, to, at).length
    const last = before.at(-1)
    const isTooSoon = last !== undefined && isWithin(it, last.at, at, day - minute)
    return times > may || isTooSoon ? [`duplicate: ${to} got "${body.slice(0, 30)}" ${times} times for ${may}`] : []
  })
}
