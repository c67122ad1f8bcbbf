/** How a call back ended, in words for the receptionist: what happened and, where something can be done, what. */
import type { CallBackEnd, CallBackPhase } from '../../../telephony/calls/call-back.ts'
import type { Failure } from '../../contract/result.ts'
import { words } from '../../contract/text/index.ts'

export interface EndWords {
  how: 'talked' | 'cancelled' | 'failed'
  message: string
  remedy: string | null
}

interface Around {
  /** The receptionist's phone, e.g. `101`. */
  phone: string
  /** Who was called: a name, or the number as people write it. */
  who: string
  /** How far the call had come. */
  from: CallBackPhase
}

/** `cancelled`: the receptionist pressed Cancel, whatever the phone system makes of that. */
export function endWords(end: CallBackEnd, { phone, who, from }: Around, cancelled: boolean): EndWords {
  const say = words.callBack
  if (end === 'talked') return { how: 'talked', message: say.talked(who), remedy: null }
  if (cancelled && end !== 'disconnected') return { how: 'cancelled', message: say.cancelled, remedy: null }
  if (end === 'hung-up') return { how: 'cancelled', message: say.hungUp(who), remedy: null }
  const [message, remedy] =
    end !== 'disconnected'
      ? say.ends[end](phone, who)
      : from === 'ringing-you'
        ? say.silentWhileRinging(phone, who)
        : say.disconnected
  return { how: 'failed', message, remedy }
}

/** What to tell when the phone system refuses to hang up, by what it said. */
export function hangUpRefusal(said: string, phone: string): Failure {
  const { hangUpRemedy, mayNotHangUp, notHungUp } = words.callBack
  const remedy = hangUpRemedy(phone)
  if (/permission/i.test(said)) return { code: 'not-allowed', message: mayNotHangUp, remedy }
  return { code: 'not-ready', message: notHungUp(inBrackets(said)), remedy }
}

/** What to tell when the phone system refuses to ring the phone, by what it said. */
export function refusalWords(said: string, username: string): [message: string, remedy: string] {
  const { mayNotRing, refused } = words.callBack
  return /permission denied/i.test(said) ? mayNotRing(username) : refused(inBrackets(said))
}

function inBrackets(said: string): string {
  return said === '' ? '' : ` (${said.slice(0, 80)})`
}
