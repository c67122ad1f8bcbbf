/** Twilio's Message resource as one of ours. */
import type { MessageInstance } from 'twilio/lib/rest/api/v2010/account/message'
import type { DeliveryState, GatewayMessage } from '../gateway.ts'
import { failureFor } from './errors.ts'

const states: Record<string, DeliveryState> = {
  accepted: 'accepted',
  scheduled: 'accepted',
  queued: 'accepted',
  sending: 'accepted',
  sent: 'sent',
  delivered: 'delivered',
  partially_delivered: 'delivered',
  read: 'delivered',
  undelivered: 'failed',
  failed: 'failed',
  canceled: 'failed',
}

/**
 * The text as Twilio shows it, or null when what came is no such resource: any server may have answered. The time is
 * the resource's creation, which unlike `date_sent` is there from the start and never changes.
 */
export function messageOf(resource: MessageInstance): GatewayMessage | null {
  const { sid, to, direction, status } = resource
  const at = instantOf(resource.dateCreated) ?? instantOf(resource.dateSent)
  if (!isText(sid) || !isText(to) || !isText(direction) || at === null) return null
  const incoming = direction === 'inbound'
  const state = incoming ? 'received' : (states[status] ?? 'accepted')
  return {
    providerId: sid,
    direction: incoming ? 'in' : 'out',
    from: isText(resource.from) ? resource.from : null,
    to,
    // A text that was redacted at Twilio has none.
    body: isText(resource.body) ? resource.body : '',
    state,
    at,
    media: Number.parseInt(resource.numMedia, 10) || 0,
    failure: state === 'failed' ? failureOf(resource) : null,
  }
}

function failureOf({ errorCode, errorMessage, status }: MessageInstance): GatewayMessage['failure'] {
  if (typeof errorCode === 'number' && errorCode > 0) return failureFor(errorCode, errorMessage || null)
  const said = { code: status === 'canceled' ? 'cancelled-there' : 'failed-there', facts: {} } as const
  return { reaction: 'never', code: status, said }
}

/** The package hands on what it cannot read as a date. */
function instantOf(date: unknown): number | null {
  return date instanceof Date && Number.isFinite(date.getTime()) ? date.getTime() : null
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
