/** Who calls the demo office, how each call ends and what the caller does with a text. All numbers are fictional. */
import type { CallScript } from './simulated-call.ts'

/** The demo office as its settings describe it. */
export const demoBusiness = { name: 'Cedar Dental', bookingLink: 'https://cedar-dental.example/book' }

export const demoLines = [
  { number: '+15305550100', name: 'Main line' },
  { number: '+15305550190', name: 'New patients' },
]

/** Shorter than a real office's, so that somebody who looks on need not wait; the third text is for the next morning. */
export const demoTiming = { delaySeconds: 3, secondAfterMinutes: 1 }

/** The number the office texts from. */
export const demoSender = '+15305550199'

const mainLine = '15305550100'
const newPatients = '15305550190'

export interface Caller {
  call: CallScript
  /** Seconds from the previous caller. */
  gap: number
  /** What the caller writes after reading an automatic text, and how many seconds later. */
  replies?: { after: number; body: string }[]
  /** Calls again this many seconds after the text, and is answered. */
  callsBackAfter?: number
}

function missed(from: string | null, name: string | null, to: string, after: number): CallScript {
  return { from, name, to, phones: ['101', '102'], end: 'abandoned', after }
}

/** The first minutes: one of everything, a call every few seconds. */
export const openingCallers: Caller[] = [
  {
    gap: 1,
    call: missed('5305550141', 'Pat Lee', mainLine, 4),
    replies: [
      { after: 7, body: 'Hi! I have a cleaning next week, can I move it to Thursday?' },
      { after: 12, body: 'Is 3 pm Thursday still free? Also, do you take Delta?' },
    ],
  },
  {
    gap: 4,
    call: {
      from: '5305550142',
      name: 'Kim Day',
      to: mainLine,
      phones: ['101', '102'],
      end: 'answered',
      by: '102',
      after: 3,
      talks: 25,
    },
  },
  {
    gap: 4,
    call: { from: '2125550143', name: 'Dana Kowalski', to: newPatients, phones: ['101'], end: 'no-answer', after: 6 },
    replies: [{ after: 9, body: 'Can somebody see my son today? He chipped a tooth.' }],
  },
  { gap: 5, call: missed('5305550144', null, mainLine, 3), replies: [{ after: 8, body: 'STOP' }] },
  { gap: 4, call: missed(null, null, mainLine, 5) },
  { gap: 5, call: missed('5305550145', 'Sam Ortiz', mainLine, 6), callsBackAfter: 12 },
  {
    gap: 5,
    call: {
      from: '5305550146',
      name: 'Riverside Vet',
      to: mainLine,
      phones: ['101', '102'],
      end: 'voicemail',
      after: 5,
      talks: 7,
    },
    replies: [{ after: 14, body: 'Thanks for getting back so fast 👍 We need the invoice for May.' }],
  },
  {
    gap: 6,
    call: missed('5305550147', 'María Gómez', newPatients, 5),
    replies: [{ after: 10, body: '¿Tienen cita el viernes por la tarde?' }],
  },
  {
    gap: 6,
    call: {
      from: '2125550148',
      name: 'Noor Haddad',
      to: mainLine,
      phones: ['101', '102'],
      end: 'answered',
      by: '101',
      after: 4,
      talks: 40,
    },
  },
  { gap: 8, call: missed('5305550149', null, mainLine, 7) },
  {
    gap: 8,
    call: missed('5305550150', 'Tomás Rivera', mainLine, 4),
    replies: [{ after: 20, body: 'Just wanted to ask about your whitening prices' }],
  },
  { gap: 9, call: missed('5305550149', null, mainLine, 6) },
]

/** After that a call now and then, for as long as the demo runs. */
export const laterCallers: Caller[] = [
  {
    gap: 45,
    call: missed('5305550151', 'Ines Okafor', mainLine, 6),
    replies: [{ after: 25, body: 'Running 10 min late, is that ok?' }],
  },
  {
    gap: 60,
    call: {
      from: '5305550152',
      name: 'Lou Bennett',
      to: mainLine,
      phones: ['101', '102'],
      end: 'answered',
      by: '101',
      after: 5,
      talks: 60,
    },
  },
  {
    gap: 50,
    call: missed('2125550153', 'Grace Kim', newPatients, 8),
    replies: [{ after: 30, body: 'Do you have anything before work, like 7:30?' }],
  },
  { gap: 70, call: missed('5305550154', null, mainLine, 5) },
  {
    gap: 55,
    call: { from: '5305550155', name: 'Ben Adler', to: newPatients, phones: ['101'], end: 'no-answer', after: 12 },
    callsBackAfter: 40,
  },
  { gap: 80, call: missed('5305550141', 'Pat Lee', mainLine, 9) },
]

/** What a caller answers when somebody of the office writes. */
export const thanks = ['Perfect, thank you!', 'Great, see you then 🙂', 'Thanks so much!']
