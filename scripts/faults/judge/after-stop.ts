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
  const { to: number } = request
  const stop = it.diary.written.find((each) => {
    return (
      each.number === number &&
      each.wish === 'stop' &&
      isBefore(storedAt(it, each), request) &&
      !mayStart(it, request, each.at)
    )
  })
  if (stop) return 'a STOP'
  const said = wishesOf(it, 'opt-out', number).find(({ done, at: since }) => {
    return isBefore(done, request) && !mayStart(it, request, since)
  })
  return said ? 'an opt-out that staff entered' : null
}

/** Whether they took it back since, or staff did at this PC. */
export function mayStart(it: Case, { to: number, at }: SendRequest, since: number): boolean {
  return (
    it.diary.written.some((written) => {
      return written.number === number && written.wish === 'start' && written.at >= since && written.at <= at
    }) || wishesOf(it, 'opt-in', number).some((wish) => wish.at >= since && wish.at <= at)
  )
}
