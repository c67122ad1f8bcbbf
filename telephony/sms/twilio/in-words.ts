/** What a failed request means for a text, and for a read, in words for people. */
import { GatewayError } from '../gateway.ts'
import type { SendResult } from '../gateway.ts'
import { failureFor } from './errors.ts'
import type { Trouble } from './trouble.ts'

const online = 'Check that this PC is online. Ringback tries again by itself.'
const wait = 'Ringback tries again by itself.'
const address = 'Check the network of this PC (a sign-in page, a proxy), and the address in Settings → Texting.'

/** Codes that stop everything even when Twilio says "too many": waiting a little does not help. */
const queueFull = 21611

/** How an attempt to send ended. */
export function sendEndOf(trouble: Trouble): SendResult {
  switch (trouble.kind) {
    case 'settings': {
      const { message, remedy } = trouble
      const mending = { when: 'told' } as const
      return { end: 'rejected', failure: { reaction: 'stop-everything', code: 'settings', message, remedy, mending } }
    }
    case 'no-connection':
      return { end: 'not-sent', retryAfterMs: null, message: `No connection to Twilio (${trouble.detail}).` }
    case 'too-many':
      if (trouble.code === queueFull) return { end: 'rejected', failure: failureFor(queueFull, trouble.said) }
      return { end: 'not-sent', retryAfterMs: trouble.retryAfterMs, message: 'Twilio asked to send more slowly.' }
    case 'refused':
      return { end: 'rejected', failure: failureFor(trouble.code, trouble.said, trouble.status) }
    case 'not-twilio':
      return { end: 'unknown', message: `Something other than Twilio answered (${trouble.detail}).` }
    case 'no-answer':
      return { end: 'unknown', message: `Twilio did not say whether it took the text (${trouble.detail}).` }
  }
}

/** Why a read failed. */
export function gatewayErrorOf(trouble: Trouble): GatewayError {
  switch (trouble.kind) {
    case 'settings':
      return new GatewayError('credentials', trouble.message, trouble.remedy)
    case 'no-connection':
      return new GatewayError('no-connection', `No connection to Twilio (${trouble.detail}).`, online)
    case 'too-many':
      return new GatewayError('too-many-requests', 'Twilio asked to wait a little.', wait, trouble.retryAfterMs)
    case 'refused': {
      const failure = failureFor(trouble.code, trouble.said, trouble.status)
      return failure.reaction === 'stop-everything'
        ? new GatewayError('credentials', failure.message, failure.remedy)
        : new GatewayError('other', `Twilio refused the question (${trouble.code}): ${trouble.said}`)
    }
    case 'not-twilio':
      return new GatewayError('other', `Something other than Twilio answered (${trouble.detail}).`, address)
    case 'no-answer':
      return new GatewayError('no-connection', `Twilio gave no usable answer (${trouble.detail}).`, wait)
  }
}
