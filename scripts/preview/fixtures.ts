/** A made-up office for looking at the window: every state that a row, a call or a text can be in. */
import { richTimeline } from './conversation-fixtures.ts'
import { dialplanLines, textContext } from '../../telephony/sms/asterisk/dialplan.ts'
import type { CallAftermath, CallRow } from '../../electron/contract/call-list.ts'
import type { PcSettings } from '../../electron/contract/pc-settings.ts'
import type { SettingChange } from '../../electron/contract/settings-file.ts'
import type {
  AppInfo,
  CallBackChoices,
  CallBackView,
  CallGap,
  CallItem,
  ContactCard,
  ConversationDetail,
  ConversationListItem,
  Health,
  LiveCall,
  MessageItem,
  PictureView,
  Parties,
  Settings,
  TimelineItem,
} from '../../electron/contract/view-models.ts'
import type { TagView } from '../../electron/contract/tags.ts'
import type { OpenBlock } from '../../electron/contract/opening-hours.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** All fixtures are told relative to the moment of the picture. */
export const now = Date.now()

export const signs = {
  rtl: 'מיכל כהן',
  html: '<img src=x onerror=alert(1)> & Sons',
  long: 'Bartholomew '.repeat(25).trim(),
}

function person(id: string, number: string, name: string | null) {
  return { id: `contact-${id}`, number: `+1530555${number}`, numberForPeople: `(530) 555-${number}`, name }
}

function row(
  id: string,
  number: string,
  name: string | null,
  words: string,
  change: Partial<ConversationListItem> = {},
): ConversationListItem {
  return {
    id,
    contact: person(id, number, name),
    state: 'needs-reply',
    lastActivityAt: change.waitingSince ?? now - 10 * minute,
    waitingSince: null,
    unread: false,
    snippet: { kind: 'text-in', text: words },
    missedCalls: 0,
    line: 'Main line',
    followUp: null,
    failed: false,
    live: false,
    optedOut: false,
    tags: [],
    hit: null,
    ...change,
  }
}

const autoSent = { state: 'completed', sentSteps: 1, steps: 1, nextAt: null, stopReason: 'completed' } as const
const autoAnswered = { ...autoSent, state: 'stopped', stopReason: 'replied' } as const

export const rows: ConversationListItem[] = [
  row('dana', '0138', 'Dana Kowalski', 'Can somebody come out today? The heater is out again', {
    waitingSince: now - 125 * minute,
    unread: true,
    missedCalls: 3,
    line: 'Service line',
  }),
  row('pat', '0101', 'Pat Lee', 'Is 3 pm Thursday still free? Also, do you take Delta?', {
    waitingSince: now - 42 * minute,
    missedCalls: 1,
    followUp: autoAnswered,
  }),
  row('quote', '0119', null, 'Yes please, a quote for two rooms', {
    waitingSince: now - 18 * minute,
    unread: true,
    missedCalls: 1,
    followUp: autoAnswered,
  }),
  row('sam', '0147', 'Sam Ortiz', 'ok thanks, see you then 👍', { waitingSince: now - 6 * minute, live: true }),
  row('michal', '0155', signs.rtl, 'אפשר לקבוע תור ליום חמישי?', {
    waitingSince: now - 4 * minute,
    unread: true,
    missedCalls: 1,
    followUp: autoAnswered,
  }),
  row('vet', '0160', 'Riverside Vet', '2 pictures', { waitingSince: now - 20_000, line: 'Back office' }),
  row('html', '0161', signs.html, 'Please <b>call</b> me back', { waitingSince: now - 2 * minute, missedCalls: 2 }),
  row('long', '0162', signs.long, 'A'.repeat(300), { waitingSince: now - minute, missedCalls: 12 }),
  row('alex', '0144', 'Alex Novak', 'Thursday 10:30 works, see you then.', {
    state: 'waiting',
    lastActivityAt: now - 2 * hour,
    snippet: { kind: 'text-out', text: 'Thursday 10:30 works, see you then.' },
    failed: true,
  }),
  row('june', '0123', 'June Park', 'Hi, this is Cedar Dental. Sorry we missed your call!', {
    state: 'waiting',
    lastActivityAt: now - 3 * hour,
    snippet: { kind: 'auto', text: 'Hi, this is Cedar Dental. Sorry we missed your call! How can we help?' },
    missedCalls: 1,
    followUp: { state: 'running', sentSteps: 0, steps: 1, nextAt: now + 40 * minute, stopReason: null },
  }),
  row('lou', '0177', 'Lou Marsh', 'STOP', {
    state: 'done',
    lastActivityAt: now - day,
    optedOut: true,
    missedCalls: 1,
  }),
  row('ines', '0178', 'Inês Faria', 'Rang 101 for 22 s, then voicemail', {
    state: 'done',
    lastActivityAt: now - 3 * day,
    snippet: { kind: 'call', text: 'Rang 101 for 22 s, then voicemail took the call' },
    missedCalls: 1,
    followUp: autoSent,
  }),
]

function call(id: string, at: number, change: Partial<CallItem> = {}): CallItem {
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

function message(id: string, at: number, body: string, change: Partial<MessageItem> = {}): MessageItem {
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

const ours = { direction: 'out', author: 'staff', state: 'delivered' } as const
const auto = { ...ours, author: 'auto', step: { number: 1, of: 1 }, secondsAfterCall: 9 } as const
const greeting = 'Hi, this is Cedar Dental. Sorry we missed your call! How can we help? Reply STOP to opt out.'

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
    problem: 'A picture of more than 5 MB, which Ringback does not fetch.',
  },
]

const timelines: Record<string, TimelineItem[]> = {
  pat: [
    call('p0', now - 26 * hour, {
      outcome: 'answered',
      reason: null,
      answeredBy: 'Office',
      sentence: 'Office picked up after 6 s and spoke for 4 min 10 s.',
      decision: null,
    }),
    call('p1', now - 54 * minute),
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
    call('a1', now - 3 * hour),
    message('a2', now - 3 * hour + 25_000, greeting, auto),
    message('a3', now - 2.5 * hour, 'Do you have anything on Thursday morning?'),
    message('a4', now - 2.2 * hour, 'Thursday 10:30 works, see you then.', {
      ...ours,
      state: 'failed',
      problem: {
        message: 'This number cannot receive texts.',
        remedy: 'It may be a landline. Call them instead.',
      },
    }),
    message('a5', now - 2 * hour, 'Trying again: Thursday 10:30 works.', {
      ...ours,
      state: 'check',
      problem: {
        message: 'Nobody can say whether this text went out.',
        remedy: 'The connection broke while it was sent. Send it again if they have not got it.',
      },
    }),
    { kind: 'note', id: 'a6', at: now - 1.9 * hour, body: 'Prefers mornings, see file' },
    message('a7', now - 5 * minute, 'See you Thursday!', { ...ours, state: 'sent' }),
    message('a8', now - minute, 'And bring your insurance card, please.', { ...ours, state: 'queued' }),
  ],
  june: [call('j1', now - minute)],
  lou: [
    call('l1', now - day - hour),
    message('l2', now - day - hour + 27_000, greeting, auto),
    message('l3', now - day, 'STOP'),
    { kind: 'system', id: 'l4', at: now - day, event: 'opted-out', text: 'Lou wants no texts. Nothing more is sent.' },
  ],
  michal: [
    call('m1', now - 9 * minute),
    message('m2', now - 8.7 * minute, greeting, auto),
    message('m3', now - 4 * minute, 'אפשר לקבוע תור ליום חמישי?'),
  ],
  sam: richTimeline(now),
  long: [
    call('g1', now - 3 * minute),
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
    noTextReason: item.optedOut ? 'Lou wrote STOP yesterday. If that changes, record it under Contact.' : null,
    quiet:
      item.id === 'vet'
        ? 'It is Thursday 9:40 PM in Los Angeles; texts may go out there only from 8 AM to 9 PM.'
        : null,
    bookingLink: 'https://cedar.example/book',
    revision: 1,
  }
}

const skip = (rule: string, reason: string, at: number) => ({ verdict: 'skip' as const, rule, reason, at })

const nothingDone: CallAftermath = {
  textedAt: null,
  wroteAt: null,
  talkedAt: null,
  talkedBy: null,
  triedAt: null,
  textPlanned: false,
}
const done = (of: Partial<CallAftermath>): CallAftermath => ({ ...nothingDone, ...of })

export const calls: CallRow[] = [
  {
    ...call('c1', now - 9 * minute),
    caller: signs.rtl,
    conversationId: 'michal',
    callable: true,
    aftermath: done({ textPlanned: true }),
  },
  {
    ...call('c2', now - 31 * minute, {
      outcome: 'answered',
      reason: null,
      answeredBy: 'Front desk',
      sentence: 'Front desk picked up after 6 s and spoke for 3 min 12 s.',
      decision: skip('answered', 'Somebody spoke with the caller.', now),
    }),
    caller: 'Sam Ortiz',
    conversationId: 'sam',
    callable: true,
    aftermath: null,
  },
  {
    ...call('c3', now - 54 * minute),
    caller: 'Pat Lee',
    conversationId: 'pat',
    callable: true,
    aftermath: done({ textedAt: now - 53 * minute, wroteAt: now - 41 * minute }),
  },
  {
    ...call('c4', now - 80 * minute, {
      reason: 'no-answer',
      line: 'Service line',
      sentence: 'Rang 101, 102 and 103 for 30 s; nobody picked up.',
      decision: skip('texted-lately', 'They got an automatic text less than 24 hours ago; the call joins it.', now),
    }),
    caller: 'Dana Kowalski',
    conversationId: 'dana',
    callable: true,
    aftermath: done({
      textedAt: now - 80 * minute,
      talkedAt: now - 20 * minute,
      talkedBy: 'office',
      triedAt: now - 50 * minute,
    }),
  },
  {
    ...call('c5', now - 2 * hour, {
      reason: 'voicemail',
      sentence: 'Rang Front desk for 22 s, then voicemail took the call.',
      decision: skip('withheld-number', 'The caller hid their number, so there is nobody to text.', now),
    }),
    caller: 'Number withheld',
    conversationId: null,
    callable: false,
    aftermath: nothingDone,
  },
  {
    ...call('c6', now - 26 * hour, {
      direction: 'outbound',
      reason: null,
      sentence: 'Office called for 25 s; nobody picked up.',
      decision: null,
    }),
    caller: 'Alex Novak',
    conversationId: 'alex',
    callable: true,
    aftermath: null,
  },
  {
    ...call('c7', now - 27 * hour, {
      reason: 'unattended',
      line: null,
      sentence: 'The closed message played; no phone was rung.',
      decision: {
        verdict: 'hold',
        rule: 'quiet-hours',
        reason: 'It is night where they are; the text waits for the morning.',
        at: now,
      },
    }),
    caller: signs.long,
    conversationId: 'long',
    callable: true,
    aftermath: nothingDone,
  },
]

export const gaps: CallGap[] = [
  { id: 1, from: now - 47 * minute, to: now - 40 * minute },
  { id: 2, from: now - 34 * hour, to: now - 29 * hour },
]

export const talking: LiveCall[] = [
  {
    linkedid: '2',
    direction: 'inbound',
    conversationId: 'pat',
    caller: 'Pat Lee',
    numberForPeople: '(530) 555-0141',
    line: 'Main line',
    state: 'talking',
    since: now - 2 * minute,
    phones: ['102'],
    openable: true,
    about: null,
  },
  {
    linkedid: '3',
    direction: 'outbound',
    conversationId: null,
    caller: '(212) 555-0143',
    numberForPeople: '(212) 555-0143',
    line: null,
    state: 'ringing',
    since: now - 6_000,
    phones: ['101'],
    openable: true,
    about: null,
  },
  {
    linkedid: '4',
    direction: 'inside',
    conversationId: null,
    caller: '103',
    numberForPeople: null,
    line: null,
    state: 'talking',
    since: now - minute,
    phones: ['104'],
    openable: true,
    about: null,
  },
]

const callBack: CallBackView = {
  id: 'ringback-1',
  conversationId: 'pat',
  who: 'Pat Lee',
  numberForPeople: '(530) 555-0141',
  phone: '101',
  phase: 'ringing-you',
  since: now - 4_000,
  end: null,
  cancel: 'here',
}

export const callBacks: CallBackView[] = [
  callBack,
  { ...callBack, phase: 'ringing-them', cancel: 'at-phone' },
  { ...callBack, phase: 'talking' },
  {
    ...callBack,
    phase: 'ended',
    end: {
      code: 'phone-unreachable',
      how: 'failed',
      message: 'Your phone 101 could not be reached.',
      remedy: 'Check that it is switched on and connected, or choose another phone in Settings.',
    },
  },
]

export const callBackChoices: CallBackChoices = {
  phones: ['101', '102', '103'].map((extension) => ({
    channel: `PJSIP/${extension}`,
    extension,
    name: extension === '101' ? 'Front desk' : null,
    context: 'from-internal',
  })),
  lines: [{ number: '+15305550100', label: 'Main line' }],
  dialling: { prefix: '9', example: '912125550142' },
  callerId: 'Main line',
}

export const live: LiveCall[] = [
  {
    linkedid: '1',
    direction: 'inbound',
    conversationId: 'sam',
    caller: 'Maria Gomez',
    numberForPeople: '(530) 555-0147',
    line: 'Main line',
    state: 'ringing',
    since: now - 6_000,
    phones: ['Front desk', 'Office'],
    openable: true,
    about: {
      company: 'Riverside Animal Hospital',
      tags: [{ id: 't1', name: 'New patient', colour: 'teal' }],
      lastText: {
        by: 'them',
        body: 'Is 3 pm Thursday still free? Also, do you take Delta? My son has a chipped tooth.',
        at: now - 50 * minute,
      },
    },
  },
]

const well = (words: string) => ({ state: 'ok' as const, message: words, remedy: null, since: now - 3 * hour })

export const health: Health = {
  phoneSystem: well('Connected to 192.0.2.10.'),
  texting: well('Texts go out from (530) 555-0100.'),
  inbox: well('All conversations are saved on this PC.'),
  disk: well('There is enough room on this PC’s disk.'),
  clock: well('This PC’s clock agrees with the text service’s.'),
  connection: { retryAt: null, lacks: [] },
  paused: null,
  revision: 1,
}

export const troubled: Health = {
  ...health,
  texting: {
    state: 'trouble',
    message: 'Twilio does not accept the auth token.',
    remedy: 'Copy the token again from the Twilio console into Settings, Texting.',
    since: now - 25 * minute,
  },
  paused: { since: now, until: now + 30 * minute, by: 'staff' },
}

/** The phone system is away, and let its user do little. */
export const waiting: Health = {
  ...health,
  phoneSystem: {
    state: 'trouble',
    message: 'The phone system does not answer, so no calls are seen.',
    remedy: 'Tell the person who looks after your phone system.',
    details: {
      message: 'The phone system at 192.0.2.10 does not answer.',
      remedy: 'Check that it is switched on, and the address. A firewall may also be in the way.',
    },
    since: now - 7 * minute,
  },
  connection: { retryAt: now + 40_000, lacks: [] },
}

export const lacking: Health = { ...health, connection: { retryAt: null, lacks: ['dialplan', 'reporting', 'system'] } }

export const unconnected: Health = {
  ...health,
  phoneSystem: { state: 'off', message: 'No phone system is set up.', remedy: 'Connect it in Settings.', since: now },
  texting: { state: 'off', message: 'Texting is not set up.', remedy: 'Connect it in Settings.', since: now },
}

/** Of certificates that nobody has. */
export const fingerprints = {
  first: Array.from({ length: 32 }, (_, index) => (16 + index * 7).toString(16).slice(-2).toUpperCase()).join(':'),
  other: Array.from({ length: 32 }, (_, index) => (255 - index * 5).toString(16).toUpperCase()).join(':'),
}

const unencrypted = { tls: false, fingerprint: null, strangeFingerprint: null }

const weekOf = (each: OpenBlock[]) => ({
  mon: each,
  tue: each,
  wed: each,
  thu: each,
  fri: each,
  sat: [],
  sun: [{ from: '00:00', to: '24:00' }],
})
const exceptions = [
  { from: '2026-12-24', to: '2027-01-01', name: 'Winter break', blocks: [] },
  { from: '2026-12-05', to: '2026-12-05', name: 'Open Saturday', blocks: [{ from: '10:00', to: '14:00' }] },
]

export const settings: Settings = {
  business: {
    name: 'Cedar Dental',
    bookingLink: 'https://cedar.example/book',
    country: 'US',
    timeZone: 'America/Los_Angeles',
  },
  phoneSystem: {
    host: '192.0.2.10',
    port: 5038,
    username: 'ringback',
    waits: false,
    hasPassword: true,
    trunks: [],
    ...unencrypted,
  },
  texting: {
    kind: 'twilio',
    accountSid: 'AC00000000000000000000000000000000',
    apiKey: '',
    from: '+15305550100',
    baseUrl: '',
    hasToken: true,
    trunk: '',
    numbers: 'plus',
  },
  followUp: {
    enabled: true,
    delaySeconds: 15,
    firstOn: true,
    whenClosed: 'at-once',
    secondOn: true,
    secondAfterMinutes: 120,
    thirdOn: true,
    thirdAt: '09:00',
    countries: [],
  },
  texts: {
    steps: {
      first: {
        usual:
          'Hi {caller}, this is {business}. Sorry we missed your call! How can we help? Or book here: {bookingLink}',
        closed: '',
        break: '',
      },
      second: { usual: '{business} again: we saw your missed call and would like to help.', closed: '', break: '' },
      third: { usual: 'Hello from {business}. Can we still help you?', closed: '', break: '' },
    },
    lines: [],
    language: 'en',
    plainPunctuation: true,
    addOptOut: true,
  },
  hours: {
    week: weekOf([
      { from: '08:00', to: '12:00' },
      { from: '13:00', to: '17:00' },
    ]),
    exceptions,
  },
  quietHours: { from: '08:00', to: '21:00', byState: false },
  lines: [{ number: '+15305550100', name: 'Main line' }],
  watchOnly: { on: false, lines: [] },
  setup: { step: null },
  writing: { undoSeconds: 5 },
  callBack: { phone: 'PJSIP/101', context: '', prefix: '', numberForm: 'auto', callerId: 'auto' },
  configured: true,
}

export const hoursMeaning = { state: 'break', opensAt: now + hour, morningAt: now + 20 * hour }
export const stateHours = {
  madeOn: '2026-11-26',
  states: [
    { name: 'Alabama', weekdays: '08:00-20:00', saturday: '08:00-20:00', sunday: 'none', holidaysOff: true, law: '' },
    {
      name: 'Florida',
      weekdays: '08:00-20:00',
      saturday: '08:00-20:00',
      sunday: '08:00-20:00',
      holidaysOff: false,
      law: '',
    },
    {
      name: 'Rhode Island',
      weekdays: '09:00-18:00',
      saturday: '10:00-17:00',
      sunday: 'none',
      holidaysOff: true,
      law: '',
    },
  ],
}

export const blankSettings: Settings = {
  ...settings,
  business: { ...settings.business, name: '', bookingLink: '' },
  phoneSystem: { host: '', port: 5038, username: '', hasPassword: false, waits: false, trunks: [], ...unencrypted },
  texting: {
    kind: 'twilio',
    accountSid: '',
    apiKey: '',
    from: '',
    baseUrl: '',
    hasToken: false,
    trunk: '',
    numbers: 'plus',
  },
  configured: false,
}

export const info: AppInfo = {
  version: '0.1.0',
  profile: 'office',
  runtime: { kind: 'stand-in', electron: '33.2.1', chromium: '130.0.6723.137', node: '20.18.1' },
  dataFolder: '/home/office/.config/Ringback',
  logFolder: '/home/office/.config/Ringback/logs',
  platform: 'linux',
  preferences: { language: 'pc', theme: 'pc' },
  language: 'en',
  locale: 'en-US',
}

const endpoint = (name: string, side: 'outside' | 'inside', why: string[]) => ({
  endpoint: name,
  name: null,
  side,
  by: 'ringback' as const,
  sure: true,
  why,
  lastSeenAt: now - hour,
})

export const parties: Parties = {
  outside: [
    endpoint('PJSIP/voipms', 'outside', [
      'its context is from-pstn',
      'the phone system signs in at a provider with it',
    ]),
    { ...endpoint('PJSIP/acme', 'outside', ['whole numbers came through it']), sure: false },
  ],
  inside: [
    {
      ...endpoint('PJSIP/101', 'inside', ['it is extension 101', 'it takes calls of a queue']),
      name: 'Reception (101)',
    },
    endpoint('PJSIP/0004f2aabbcc', 'inside', ['it is named like a device', 'it rang as a desk phone 12 times']),
    { ...endpoint('SIP/door', 'inside', ['your office says so']), by: 'office' },
    { ...endpoint('PJSIP/' + 'very-long-name-'.repeat(6), 'inside', []), sure: false },
  ],
  lines: [
    {
      number: '+15305550110',
      numberForPeople: '(530) 555-0110',
      name: 'Main line',
      calls: 1284,
      firstSeenAt: now - 90 * day,
      lastSeenAt: now - 5 * minute,
      watchOnly: false,
    },
    {
      number: '+15305550190',
      numberForPeople: '(530) 555-0190',
      name: null,
      calls: 1,
      firstSeenAt: now - day,
      lastSeenAt: now - day,
      watchOnly: false,
    },
  ],
  settingsRead: false,
}

export const ownSystem = {
  trunks: ['PJSIP/trunk', 'PJSIP/backup'],
  context: textContext,
  dialplan: dialplanLines().join('\n'),
}

export const ownSystemCheck = {
  steps: [
    {
      name: 'Send texts',
      state: 'ok',
      message: 'The phone system lets Ringback send texts.',
      remedy: null,
      fields: [],
    },
    { name: 'Your trunk', state: 'ok', message: 'Texts leave through “trunk”.', remedy: null, fields: [] },
    {
      name: 'Receive texts',
      state: 'failed',
      message: 'Texts to +15305550100 do not reach Ringback: the dialplan’s context “from-trunk” has no line for them.',
      remedy:
        'Add the lines shown here to extensions.conf, message_context = ringback-texts to the trunk’s endpoint, and run “dialplan reload” and “pjsip reload”.',
      fields: [],
    },
    { name: 'Texts while Ringback is off', state: 'skipped', message: '', remedy: null, fields: [] },
  ],
}

export const pc: PcSettings = {
  toasts: { kinds: { reply: true, missed: true, trouble: false }, sound: 'replies' },
  startAtLogin: true,
  links: false,
}

const changed = (id: number, section: string, field: string, before: unknown, after: unknown): SettingChange => {
  return { id, at: now - id * 3 * hour, who: id === 3 ? '' : 'kim.day', section, field, before, after, secret: false }
}

export const settingChanges: SettingChange[] = [
  changed(1, 'follow-up', 'delaySeconds', 15, 40),
  { ...changed(2, 'phone-system', 'password', null, null), secret: true },
  changed(3, 'phone-system', 'fingerprint', null, 'AB:CD:'.repeat(16)),
  changed(4, 'texts', 'steps.first.usual', 'Hi, this is {business}.', 'W'.repeat(300)),
  changed(5, 'follow-up', 'secondOn', true, false),
  changed(
    6,
    'hours',
    'week.fri',
    [{ from: '08:00', to: '17:00' }],
    [
      { from: '08:00', to: '12:00' },
      { from: '13:00', to: '16:00' },
    ],
  ),
]
