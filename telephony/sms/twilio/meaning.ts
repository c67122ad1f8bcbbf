/** What a failed request means for a text, and for a read. */
import { GatewayError } from '../gateway.ts'
import type { SendResult } from '../gateway.ts'
import { failureFor } from './errors.ts'
import type { Trouble } from './trouble.ts'

/** Codes that stop everything even when Twilio says "too many": waiting a little does not help. */
const queueFull = 21611

/** How an attempt to send ended. */
export function sendEndOf(trouble: Trouble): SendResult {
  switch (trouble.kind) {
    case 'settings': {
      const said = { code: trouble.code, facts: {} } as const
      const mending = { when: 'told' } as const
      return { end: 'rejected', failure: { reaction: 'stop-everything', code: 'settings', said, mending } }
    }
    case 'no-connection': {
      const said = { code: 'no-connection', facts: { detail: trouble.detail } } as const
      return { end: 'not-sent', retryAfterMs: null, said }
    }
    case 'too-many': {
      if (trouble.code === queueFull) return { end: 'rejected', failure: failureFor(queueFull, trouble.said) }
      return { end: 'not-sent', retryAfterMs: trouble.retryAfterMs, said: { code: 'more-slowly', facts: {} } }
    }
    case 'refused':
      return { end: 'rejected', failure: failureFor(trouble.code, trouble.said, trouble.status) }
    case 'not-twilio':
      return { end: 'unknown', said: { code: 'something-else', facts: { detail: trouble.detail } } }
    case 'no-answer':
      return { end: 'unknown', said: { code: 'not-told', facts: { detail: trouble.detail } } }
  }
}

/** Why a read failed. */
export function gatewayErrorOf(trouble: Trouble): GatewayError {
  switch (trouble.kind) {
    case 'settings':
      return new GatewayError('credentials', { code: trouble.code, facts: {} })
    case 'no-connection':
      return new GatewayError('no-connection', { code: 'no-connection', facts: { detail: trouble.detail } })
    case 'too-many':
      return new GatewayError('too-many-requests', { code: 'more-slowly', facts: {} }, trouble.retryAfterMs)
    case 'refused': {
      const failure = failureFor(trouble.code, trouble.said, trouble.status)
      if (failure.reaction === 'stop-everything') return new GatewayError('credentials', failure.said)
      const facts = { number: String(trouble.code), detail: trouble.said }
      return new GatewayError('other', { code: 'question-refused', facts })
    }
    case 'not-twilio':
      return new GatewayError('other', { code: 'something-else', facts: { detail: trouble.detail } })
    case 'no-answer':
      return new GatewayError('no-connection', { code: 'not-readable', facts: { detail: trouble.detail } })
  }
}
