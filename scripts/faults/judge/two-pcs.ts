/**
 * Two PCs of one office that text the same caller. Each asks the gateway first; the later one must leave a text away
 * when the answer showed the earlier one's.
 */
import type { Diary, SendRequest } from '../diary.ts'
import { isAutomatic, missedBefore } from './case.ts'

export function betweenPcs(diary: Diary): { atOnce: number; hidden: number; wrongs: string[] } {
  const found = { atOnce: 0, hidden: 0, wrongs: [] as string[] }
  const accepted = diary.requests.filter(({ sid }) => sid !== null)
  for (const request of accepted) {
    if (!isAutomatic(request)) continue
    const theirs = textBy(accepted, diary, request)
    if (!theirs?.sid) continue
    const asked = diary.lookups.findLast(({ pc, to, order }) => {
      return pc === request.pc && to === request.to && order < request.order
    })
    if (asked?.sids.has(theirs.sid))
      found.wrongs.push(`wrongly sent: ${request.pc} texted ${request.to} and had been shown ${theirs.pc}'s text`)
    else if (asked && asked.order > theirs.order && theirs.lag > 0) found.hidden += 1
    else found.atOnce += 1
  }
  return found
}

/** What another PC sent since the call that this text answers, and before it. */
function textBy(accepted: SendRequest[], diary: Diary, request: SendRequest): SendRequest | undefined {
  const call = missedBefore({ diary }, request.to, request.at).at(-1)
  if (!call) return undefined
  return accepted.find((other) => {
    const isEarlier = other.order < request.order
    return other.pc !== request.pc && other.to === request.to && other.at >= call.startedAt && isEarlier
  })
}
