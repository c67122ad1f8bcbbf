/** Texts to somebody who had asked for none, by staff too, even when the gateway refused them. */
import type { SendRequest } from '../diary.ts'
import { isBefore, storedAt, wishesOf } from './case.ts'
import type { Case } from './case.ts'

export function afterStop(it: Case): string[] {
  return it.requests.flatMap((request) => {
    const { to, body } = request
    const why = optedOutBefore(it, request)
    return why ? [`after ${why}: "${body.slice(0, 30)}" to ${to}`] : []
  })
}

function optedOutBefore(it: Case, request: SendRequest): string | null {
  const { to: number, at } = request
  const written = it.diary.written.filter((each) => each.number === number)
  const mayStart = (since: number) =>
    written.some(({ wish, at: startedAt }) => wish === 'start' && startedAt >= since && startedAt <= at) ||
    wishesOf(it, 'opt-in', number).some((wish) => wish.at >= since && wish.at <= at)
  const stop = written.find((each) => {
    return each.wish === 'stop' && isBefore(storedAt(it, each), request) && !mayStart(each.at)
  })
  if (stop) return 'a STOP'
  const said = wishesOf(it, 'opt-out', number).find(({ done, at: since }) => {
    return isBefore(done, request) && !mayStart(since)
  })
  return said ? 'an opt-out that staff entered' : null
}
