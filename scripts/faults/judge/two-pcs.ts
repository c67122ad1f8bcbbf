/**
 * Two PCs of one office that text the same caller. Each asks the gateway first; the later one must leave a text away
 * when the answer showed the earlier one's.
 */
import type { Diary, SendRequest } from '../diary.ts'
import { isAutomatic, kindOf, minute, missedBefore, second, sinceCall } from './case.ts'
import type { Case } from './case.ts'

export function betweenPcs(
  diary: Diary,
  cases: readonly Pick<Case, 'pc' | 'store'>[],
): { atOnce: number; hidden: number; wrongs: string[] } {
  const found = { atOnce: 0, hidden: 0, wrongs: [] as string[] }
  const accepted = diary.requests.filter(({ sid }) => sid !== null)
  for (const request of accepted) {
    if (!isAutomatic(request)) continue
    const theirs = textsBy(accepted, diary, cases, request).filter((text) => {
      return !tookForItsOwn(cases, request, text) && !isCopyOfOwn(accepted, request, text)
    })
    const [first] = theirs
    if (!first) continue
    const asked = diary.lookups.findLast(({ pc, to, order }) => {
      return pc === request.pc && to === request.to && order < request.order
    })
    const shown = theirs.find(({ sid }) => sid !== null && asked?.sids.has(sid))
    if (shown)
      found.wrongs.push(`wrongly sent: ${request.pc} texted ${request.to} and had been shown ${shown.pc}'s text`)
    else if (asked && asked.order > first.order && first.lag > 0) found.hidden += 1
    else found.atOnce += 1
  }
  return found
}

/** Other PCs' texts that this one, not knowing what became of its own, has found in their place. */
export function foundAsOwn({ diary, pc, store }: Pick<Case, 'diary' | 'pc' | 'store'>): SendRequest[] {
  const sids = new Set(store.texts.flatMap(({ author, providerId }) => (author === 'auto' ? [providerId] : [])))
  return diary.requests.filter((request) => request.pc !== pc.name && request.sid !== null && sids.has(request.sid))
}

/** What other PCs sent since the call that this text answers, and before it. */
function textsBy(
  accepted: SendRequest[],
  diary: Diary,
  cases: readonly Pick<Case, 'pc'>[],
  request: SendRequest,
): SendRequest[] {
  const call = missedBefore({ diary }, request.to, request.at).at(-1)
  const own = cases.find(({ pc }) => pc.name === request.pc)
  if (!call || !own) return []
  const since = sinceCall(own, call, request.at)
  return accepted.filter((other) => {
    const isEarlier = other.order < request.order
    return other.pc !== request.pc && other.to === request.to && other.at >= since && isEarlier
  })
}

/** One that said the same as an earlier text of this PC, and not sooner: then it is this PC that goes on. */
function isCopyOfOwn(accepted: SendRequest[], request: SendRequest, theirs: SendRequest): boolean {
  return accepted.some((own) => {
    const isEarlier = own.pc === request.pc && own.to === request.to && own.order < request.order
    // The gateway tells whole seconds.
    const sinceOwn = Math.floor(theirs.at / second) * second - Math.floor(own.at / second) * second
    return isEarlier && own.body === theirs.body && sinceOwn >= 0 && sinceOwn <= minute
  })
}

/**
 * One whose own fate was unknown may be found as another PC's, which says the same to who gets it: then the follow-up
 * goes on. Nothing but an earlier text of it, found so, excuses one.
 */
function tookForItsOwn(
  cases: readonly Pick<Case, 'pc' | 'store'>[],
  { pc: name, body }: SendRequest,
  { sid, to }: SendRequest,
): boolean {
  const step = kindOf(body)
  const texts = cases.find(({ pc }) => pc.name === name)?.store.texts ?? []
  return texts.some((text) => {
    if (text.author !== 'auto' || text.number !== to || text.providerId !== sid) return false
    const earlier = kindOf(text.body)
    return typeof earlier === 'number' && typeof step === 'number' && earlier < step
  })
}
