/**
 * Automatic texts that went out although the gateway could have told better: the contact had written, or somebody had
 * texted them there. Whether the engine asked is its own matter; what it could have been told is what counts.
 */
import type { SendRequest } from '../diary.ts'
import { mayStart } from './after-stop.ts'
import { isAutomatic, missedBefore, second, sinceCall } from './case.ts'
import type { Case } from './case.ts'

/** From an answer of the gateway to the request that it let go, ms: a slow answer, and a long step of the run. */
const onTheWay = 10 * second

export interface Unasked {
  afterStop: string[]
  wronglySent: string[]
}

export function unasked(it: Case): Unasked {
  const found: Unasked = { afterStop: [], wronglySent: [] }
  for (const request of it.requests.filter(isAutomatic)) {
    const call = missedBefore(it, request.to, request.at).at(-1)
    if (!call) continue
    const since = sinceCall(it, call, request.at)
    const said = `"${request.body.slice(0, 30)}" to ${request.to}`
    const listed = it.diary.written.filter((written) => written.number === request.to && wasListed(written, request))
    // Also one from before this PC was there.
    const stop = listed.find(({ wish, at }) => wish === 'stop' && (at > since || !mayStart(it, request, at)))
    if (stop) found.afterStop.push(`after a STOP that lay at the gateway: ${said}`)
    else if (listed.some(({ at }) => at > since))
      found.wronglySent.push(`wrongly sent: ${said} whose answer lay at the gateway`)
    const byHand = it.diary.byHand.find((text) => {
      return text.to === request.to && text.at > since && wasListed(text, request)
    })
    if (byHand) found.wronglySent.push(`wrongly sent: ${said} whom somebody had texted by hand`)
  }
  return found
}

function wasListed({ at, lag }: { at: number; lag: number }, request: SendRequest): boolean {
  return at + lag <= request.at - onTheWay
}
