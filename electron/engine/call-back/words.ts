/** How a call back ended, in words for the receptionist: what happened and, where something can be done, what. */
import type { CallBackEnd, CallBackPhase } from '../../../telephony/calls/call-back.ts'
import type { Failure } from '../../contract/result.ts'

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
  if (end === 'talked') return { how: 'talked', message: `You talked with ${who}.`, remedy: null }
  if (cancelled && end !== 'disconnected') return { how: 'cancelled', message: 'The call was cancelled.', remedy: null }
  const failed = (message: string, remedy: string | null): EndWords => ({ how: 'failed', message, remedy })
  switch (end) {
    case 'phone-unreachable':
      return failed(
        `Your phone ${phone} could not be reached.`,
        'Check that it is switched on and connected, or choose another phone in Settings.',
      )
    case 'phone-busy':
      return failed(`Your phone ${phone} is busy.`, 'End the other call, then call back.')
    case 'phone-declined':
      return failed(`Your phone ${phone} declined the call.`, 'If it is set to “do not disturb”, turn that off.')
    case 'phone-unanswered':
      return failed(`You did not pick up your phone ${phone}.`, `Once you do, ${who} is called.`)
    case 'hung-up':
      return { how: 'cancelled', message: `You hung up before ${who} answered.`, remedy: null }
    case 'busy':
      return failed(`${who} is on the phone.`, 'Try again in a few minutes, or write a text.')
    case 'declined':
      return failed(`${who} declined the call.`, 'Try again later, or write a text.')
    case 'no-answer':
      return failed(`${who} did not answer.`, 'Try again later, or write a text.')
    case 'invalid-number':
      return failed(`${who} cannot be called: the phone company does not know the number.`, 'Check the number.')
    case 'no-line':
      return failed(
        `No line to the outside could be had, so ${who} was not called.`,
        'Try again. If this stays, tell whoever looks after your phone system.',
      )
    case 'no-way':
      return failed(`Your phone system does not know how to call ${who}.`, noWayRemedy)
    case 'disconnected':
      if (from === 'ringing-you') {
        return failed(
          'The phone system does not say what became of the call.',
          `Your phone ${phone} may ring all the same: once you pick up, ${who} is called.`,
        )
      }
      return failed(
        'The connection to the phone system was lost.',
        'A call that goes on stays on your phone; Ringback cannot see it.',
      )
  }
}

export const noWayRemedy = 'Check how numbers are dialled in Settings, under Calling back.'

/** What to tell when the phone system refuses to hang up, by what it said. */
export function hangUpRefusal(said: string, phone: string): Failure {
  const remedy = `Hang up, or decline the call, on your phone ${phone}.`
  if (/permission/i.test(said)) {
    return { code: 'not-allowed', message: 'The phone system does not let Ringback hang up.', remedy }
  }
  return { code: 'not-ready', message: `The phone system could not hang up${inBrackets(said)}.`, remedy }
}

/** What to tell when the phone system refuses to ring the phone, by what it said. */
export function refusalWords(said: string, username: string): { message: string; remedy: string } {
  if (/permission denied/i.test(said)) {
    return {
      message: 'The phone system does not let Ringback ring phones.',
      remedy: `In manager.conf, add originate to the write line of the user “${username}”, then run “manager reload”.`,
    }
  }
  return {
    message: `The phone system refused the call${inBrackets(said)}.`,
    remedy: 'Try again. If this stays, tell whoever looks after your phone system.',
  }
}

function inBrackets(said: string): string {
  return said === '' ? '' : ` (${said.slice(0, 80)})`
}
