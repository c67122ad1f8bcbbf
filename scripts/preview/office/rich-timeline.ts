/** A conversation with everything that can stand in one, and what its writing tools answer. */
import type { CallLegView, CallItem, MessageItem, TimelineItem } from '../../../electron/contract/view-models.ts'
import type { QuickReply, SendTime } from '../../../electron/contract/writing.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

function said(id: string, at: number, body: string, change: Partial<MessageItem> = {}): MessageItem {
  const text = { kind: 'message', id, at, direction: 'in', author: 'contact', body, state: 'received' } as const
  return { ...text, step: null, secondsAfterCall: null, problem: null, dueAt: null, pictures: [], ...change }
}
const ours = { direction: 'out', author: 'staff', state: 'delivered' } as const

export function richTimeline(now: number): TimelineItem[] {
  const numbered = 'If I do not answer, try my wife at (530) 555-0119. We live at 12 Oak Street, Davis, CA 95616.'
  const number = '(530) 555-0119'
  const call: CallItem = {
    kind: 'call',
    id: 's1',
    at: now - 2 * day,
    endedAt: now - 2 * day + 18_000,
    direction: 'inbound',
    outcome: 'missed',
    reason: 'abandoned',
    answeredBy: null,
    line: 'Main line',
    sentence: 'Rang Front desk and Office for 18 s, then the caller hung up.',
    decision: { verdict: 'text', rule: 'first-text', reason: 'Nobody picked up.', at: now - 2 * day + 19_000 },
  }
  return [
    call,
    said('s2', now - 2 * day + 30_000, 'Hi, this is Cedar Dental. Sorry we missed your call! How can we help?', {
      ...ours,
      author: 'auto',
      step: { number: 1, of: 3 },
      secondsAfterCall: 12,
    }),
    said('s3', now - 2 * day + 20 * minute, 'Hi! Two things:'),
    said('s4', now - 2 * day + 21 * minute, 'can I move my cleaning to Thursday?'),
    said('s5', now - 2 * day + 22 * minute, 'and do you have my new insurance card?'),
    {
      kind: 'note',
      id: 's6',
      at: now - 2 * day + 40 * minute,
      body: 'Card is in the file since June. Ask Kim about Thursday.',
    },
    said('s7', now - 26 * hour, 'Thursday 3 pm is yours, Sam.', ours),
    said('s8', now - 26 * hour + minute, 'All about your visit: https://cedar.example/first-visit', ours),
    said('s9', now - 30 * minute, numbered, {
      numbers: [
        { start: numbered.indexOf(number), end: numbered.indexOf(number) + number.length, number: '+15305550119' },
      ],
    }),
    said('s10', now - 6 * minute, 'ok thanks, see you then 👍'),
    said('s11', now - 20 * minute, 'Reminder: your cleaning is tomorrow at 3 pm. Please bring your insurance card.', {
      ...ours,
      state: 'queued',
      waits: 'time',
      dueAt: now + 20 * hour,
    }),
    said('s12', now - 1000, 'You are welcome!', { ...ours, state: 'queued', waits: 'undo', dueAt: now + 600_000 }),
  ]
}

/** Who rang in a call that began then. */
export function legsOf(at: number): CallLegView[] {
  const leg = (phone: string, dialed: number, rang: number | null, ended: number, how: CallLegView['how']) => ({
    phone,
    dialedAt: at + dialed,
    rangAt: rang === null ? null : at + rang,
    answeredAt: null,
    endedAt: at + ended,
    how,
  })
  return [
    leg('101', 0, 1_000, 18_000, 'cancelled'),
    leg('102', 0, 1_000, 9_000, 'declined'),
    leg('+15305550177', 9_000, null, 18_000, 'unreachable'),
  ]
}

const reply = (name: string, template: string, body: string | null = template, uses = 0): QuickReply => {
  return { id: name, name, template, body, uses }
}

export const quickReplies: QuickReply[] = [
  reply('call back', 'When is a good time to call you back?', undefined, 31),
  reply('got it', 'Thank you, we have your message and will get back to you today.', undefined, 12),
  reply('book', 'Choose a time yourself: {bookingLink}', 'Choose a time yourself: https://cedar.example/book', 3),
  reply('parking', 'A'.repeat(300)),
  reply('link only', '{bookingLink}', null),
  reply('תודה', 'תודה רבה, נתראה!'),
]

export function sendTimes(now: number): SendTime[] {
  return [
    { kind: 'in-an-hour', at: now + hour, quiet: null },
    {
      kind: 'opening',
      at: now + 14 * hour,
      quiet: 'It is 7:30 AM in Los Angeles; texts may go out there only from 8 AM.',
    },
    { kind: 'tomorrow', at: now + 16 * hour, quiet: null },
  ]
}
