/** The action that sends one text, and what the phone system's answers to it mean. */
import type { SendResult, StoppingFailure } from '../gateway.ts'
import type { PortAnswer } from './port.ts'

/** How the office's trunk wants numbers: `+15305550141` or `15305550141`. */
export type NumberStyle = 'plus' | 'digits'

/**
 * In UTF-8. The manager interface reads lines of up to 1023 characters, and this many bytes fill one as Base64, which
 * texts with line ends need.
 */
export const mostBytes = 756

/** The endpoint of the trunk, from `PJSIP/trunk` or `trunk`; null when it can be no PJSIP endpoint. */
export function trunkName(typed: string): string | null {
  const name = typed.trim().replace(/^PJSIP\//i, '')
  return /^[\w.+-]{1,80}$/.test(name) ? name : null
}

/** @param text E.164 numbers, and a body of up to `mostBytes` */
export function messageSend(
  text: { to: string; from: string; body: string },
  trunk: string,
  style: NumberStyle,
): Record<string, string> {
  const written = (number: string) => (style === 'plus' ? number : number.replace(/^\+/, ''))
  const destination = `pjsip:PJSIP/${written(text.to)}@${trunk}`
  return {
    Action: 'MessageSend',
    Destination: destination,
    To: destination,
    From: written(text.from),
    Base64Body: Buffer.from(text.body, 'utf8').toString('base64'),
  }
}

export const notPermitted: StoppingFailure = {
  reaction: 'stop-everything',
  code: 'not-permitted',
  said: { code: 'not-permitted', facts: {} },
  mending: { when: 'signed-in' },
}

const noMessaging: StoppingFailure = {
  reaction: 'stop-everything',
  code: 'no-messaging',
  said: { code: 'no-messaging', facts: {} },
  mending: { when: 'later', ms: 5 * 60_000 },
}

export function noTrunk(trunk: string): StoppingFailure {
  return {
    reaction: 'stop-everything',
    code: 'no-trunk',
    said: { code: 'no-trunk', facts: { trunk } },
    mending: { when: 'later', ms: 5 * 60_000 },
  }
}

/** The end of an attempt that was answered with an error: in each case no text left the phone system. */
export function refusalOf({ message }: PortAnswer, trunk: string): Exclude<SendResult, { end: 'accepted' }> {
  if (/permission denied/i.test(message)) return { end: 'rejected', failure: notPermitted }
  if (/technology not found|(invalid|unknown) command/i.test(message)) return { end: 'rejected', failure: noMessaging }
  if (/failed to send/i.test(message)) {
    return { end: 'not-sent', retryAfterMs: null, said: { code: 'trunk-unreachable', facts: { trunk } } }
  }
  const detail = message.replace(/[^\x20-\x7e]+/g, ' ').slice(0, 80)
  const said = { code: 'refused-by-phone-system', facts: { detail } } as const
  return { end: 'rejected', failure: { reaction: 'never', code: 'refused', said } }
}
