/** The conversations of the made-up office, with every state that a call or a text can be in. */
import type { TagView } from '../../../electron/contract/tags.ts'
import { words } from '../../../electron/contract/text/index.ts'
import type {
  ContactCard,
  ConversationDetail,
  ConversationListItem,
  PictureView,
  TimelineItem,
} from '../../../electron/contract/view-models.ts'
import { auto, callItem, greeting, message, ours } from './items.ts'
import { day, hour, minute, now } from './moment.ts'
import { richTimeline } from './rich-timeline.ts'

const drawing = (colour: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600" viewBox="0 0 400 300"><rect width="400" height="300" fill="${colour}"/><circle cx="200" cy="150" r="90" fill="#f4c95d"/></svg>`)}`
const somePictures: PictureView[] = [
  { id: 'p1', state: 'shown', address: drawing('#3a6ea5'), problem: null },
  { id: 'p2', state: 'shown', address: drawing('#7a9e7e'), problem: null },
  { id: 'p3', state: 'waiting', address: null, problem: null },
  {
    id: 'p4',
    state: 'missing',
    address: null,
    problem: 'A picture over 5 MB, too large for Ringback. Look at it at your text service.',
  },
]

const timelines: Record<string, TimelineItem[]> = {
  pat: [
    callItem('p0', now - 26 * hour, {
      outcome: 'answered',
      reason: null,
      answeredBy: 'Office',
      sentence: 'Office picked up after 6 s and spoke for 4 min 10 s.',
      decision: null,
    }),
    callItem('p1', now - 54 * minute),
    message('p2', now - 53.7 * minute, greeting, auto),
    message('p3', now - 43 * minute, 'Hi! I have a cleaning next week, can I move it to Thursday?'),
    {
      kind: 'system',
      id: 'p4',
      at: now - 43 * minute,
      event: 'follow-up-stopped',
      text: 'No more automatic texts: Pat replied',
    },
    message('p5', now - 42 * minute, 'Is 3 pm Thursday still free? Also, do you take Delta?'),
  ],
  alex: [
    callItem('a1', now - 3 * hour),
    message('a2', now - 3 * hour + 25_000, greeting, auto),
    message('a3', now - 2.5 * hour, 'Do you have anything on Thursday morning?'),
    message('a4', now - 2.2 * hour, 'Thursday 10:30 works, see you then.', {
      ...ours,
      state: 'failed',
      problem: {
        message: 'This number cannot receive texts.',
        remedy: 'Call instead.',
        callInstead: true,
      },
    }),
    message('a5', now - 2 * hour, 'Trying again: Thursday 10:30 works.', {
      ...ours,
      state: 'check',
      problem: {
        message: 'Nobody can say whether this text went out.',
        remedy: 'The connection broke while it was sent. Send it again if they have not got it.',
        callInstead: false,
      },
    }),
    { kind: 'note', id: 'a6', at: now - 1.9 * hour, body: 'Prefers mornings, see file' },
    message('a7', now - 5 * minute, 'See you Thursday!', { ...ours, state: 'sent' }),
    message('a8', now - minute, 'And bring your insurance card, please.', { ...ours, state: 'queued' }),
  ],
  june: [callItem('j1', now - minute)],
  lou: [
    callItem('l1', now - day - hour),
    message('l2', now - day - hour + 27_000, greeting, auto),
    message('l3', now - day, 'STOP'),
    { kind: 'system', id: 'l4', at: now - day, event: 'opted-out', text: 'Lou wants no texts. Nothing more is sent.' },
  ],
  michal: [
    callItem('m1', now - 9 * minute),
    message('m2', now - 8.7 * minute, greeting, auto),
    message('m3', now - 4 * minute, 'אפשר לקבוע תור ליום חמישי?'),
  ],
  sam: richTimeline(now),
  long: [
    callItem('g1', now - 3 * minute),
    message('g2', now - minute, `${'A'.repeat(300)}\n${'So many words. '.repeat(40)}`),
  ],
}

const someTags: TagView[] = [
  { id: 'recall', name: 'Recall due', colour: 'violet' },
  { id: 'insurance', name: 'Insurance open', colour: 'orange' },
]

export function detailOf(item: ConversationListItem): ConversationDetail {
  const card: ContactCard = {
    ...item.contact,
    firstSeenAt: now - 620 * day,
    calls: 14,
    missedCalls: 3,
    optedOut: item.optedOut ? { at: now - day, source: 'text' } : null,
    optOutAsked: false,
    automaticThisWeek: { sent: item.followUp ? 1 : 0, most: 3 },
    earlier: [
      { at: now - 26 * hour, text: 'Answered by Office, 4 min' },
      { at: now - 53 * day, text: 'Missed, texted, booked' },
      { at: now - 98 * day, text: 'You called, no answer' },
    ],
    notes: item.id === 'pat' ? 'Prefers mornings after June.' : '',
    lines: item.line === null ? [] : [item.line],
    tags: item.id === 'pat' ? someTags : [],
    nameFrom: item.contact.name === null ? null : 'staff',
    pbxName: null,
    company: item.id === 'pat' ? 'Harbor Veterinary' : '',
    blocked: false,
    numbers: [],
  }
  return {
    id: item.id,
    contact: card,
    state: item.state,
    timeline: timelines[item.id] ?? [
      message(`${item.id}-1`, item.lastActivityAt, item.snippet.text, {
        pictures: item.id === 'vet' ? somePictures : [],
      }),
    ],
    hasOlder: false,
    firstNew: item.unread && item.id === 'michal' ? 'm3' : null,
    followUp:
      item.followUp === null
        ? null
        : {
            ...item.followUp,
            id: `f-${item.id}`,
            conversationId: item.id,
            nextId: item.followUp.nextAt === null ? null : `n-${item.id}`,
            nextBody: item.followUp.nextAt === null ? null : greeting,
            nextWhy: item.followUp.nextAt === null ? null : 'This contact got an automatic text this very morning.',
          },
    noTextReason: item.optedOut ? words.noTexts.text : null,
    quiet:
      item.id === 'vet'
        ? 'It is Thursday 9:40 PM in Los Angeles; texts may go out there only from 8 AM to 9 PM.'
        : null,
    bookingLink: 'https://cedar.example/book',
    revision: 1,
  }
}
