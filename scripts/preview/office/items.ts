/** What stands in conversations: calls and texts. */
import type { CallItem, MessageItem } from '../../../electron/contract/view-models.ts'

export function callItem(id: string, at: number, change: Partial<CallItem> = {}): CallItem {
  return {
    kind: 'call',
    id,
    at,
    endedAt: at + 18_000,
    direction: 'inbound',
    outcome: 'missed',
    reason: 'abandoned',
    answeredBy: null,
    line: 'Main line',
    sentence: 'Rang Front desk and Office for 18 s, then the caller hung up.',
    decision: {
      verdict: 'text',
      rule: 'first-text',
      reason: 'Nobody picked up, the number can be texted, and no text went to it in the last 24 hours.',
      at: at + 19_000,
    },
    ...change,
  }
}

export function message(id: string, at: number, body: string, change: Partial<MessageItem> = {}): MessageItem {
  return {
    kind: 'message',
    id,
    at,
    direction: 'in',
    author: 'contact',
    body,
    state: 'received',
    step: null,
    secondsAfterCall: null,
    problem: null,
    dueAt: null,
    pictures: [],
    ...change,
  }
}

export const ours = { direction: 'out', author: 'staff', state: 'delivered' } as const
export const auto = { ...ours, author: 'auto', step: { number: 1, of: 1 }, secondsAfterCall: 9 } as const
export const greeting = 'Hi, this is Cedar Dental. Sorry we missed your call! How can we help? Reply STOP to opt out.'
