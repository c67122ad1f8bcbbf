/** Who is on the phone in the made-up office, and whom it calls back. */
import type { CallBackChoices, CallBackView, LiveCall } from '../../../electron/contract/view-models.ts'
import { minute, now } from './moment.ts'

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
