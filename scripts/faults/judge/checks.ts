/** "Check" is for texts whose fate nobody can know. Every other one is a question to staff without need. */
import type { StoredText } from '../store-rows.ts'
import { hour, longestStep, minute, second } from './case.ts'
import type { Case } from './case.ts'

/** Ends of an attempt after which nobody can know whether the gateway took the text. */
const unclear = /^(drop|hang|status|truncated|broken-json|page|slow)/
/** A text hidden for longer than it is looked for cannot be found. */
const lookedFor = 14 * minute
/** A request that never came to the gateway was on its way no longer than this when its PC, or the line, gave out. */
const onTheWay = 15 * second
/** The same words go to nobody again before; whatever the clock was set to since the attempt is less. */
const sameWordsAgain = 12 * hour

export function unjustified(it: Case): string[] {
  return it.store.texts.flatMap((text) => {
    if (text.state !== 'check') return []
    const why = whyNoNeed(it, text)
    return why === null ? [] : [`check without need: ${text.id} to ${text.number} ${why}`]
  })
}

/** Null when there was need. */
function whyNoNeed(it: Case, { number, body, triedAt }: StoredText): string | null {
  const { pc, diary } = it
  if (triedAt === null) return 'was never tried'
  const since = (at: number) => pc.clocksAt(at, longestStep).some((shown) => shown >= triedAt - second)
  const asked = it.requests.filter((request) => {
    const isSame = request.to === number && request.body === body
    return isSame && since(request.at) && pc.clockAt(request.at) <= triedAt + sameWordsAgain
  })
  const taken = asked.filter(({ sid }) => sid !== null)
  if (taken.length > 0) return taken.every(({ lag }) => lag < lookedFor) ? 'is listed at the gateway' : null
  if (asked.some(({ fault }) => fault !== null && unclear.test(fault))) return null
  // Its request came to the gateway in order and was refused, or it never came: then something broke it off.
  const breaks = [...pc.kills, ...diary.cuts]
  const brokeOff = breaks.some((at) => {
    return pc.clocksAt(at, longestStep).some((shown) => shown >= triedAt - second && shown <= triedAt + onTheWay)
  })
  return brokeOff ? null : 'and nothing broke its attempt off'
}
