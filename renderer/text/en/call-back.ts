import type { CallBackPhase, CallBackView } from '../../../electron/contract/view-models.ts'

export const callBack = {
  button: 'Call back',
  /** On the button of each row of a list. */
  short: 'Call back',
  /** Begins with the words on that button, so that who says what they see is understood. */
  callWho: (who: string) => `Call back ${who}`,
  region: 'Call back',
  notConnected: 'Calling back needs the phone system, which is not connected right now.',
  notPermitted: 'The phone system does not let Ringback ring phones. Settings → Phone system says what to add.',
  already: (who: string) => `You are calling ${who} right now.`,
  phases: {
    'ringing-you': ({ phone, who }) => `Your phone ${phone} is ringing. Pick it up, and Ringback calls ${who}.`,
    'ringing-them': ({ who }) => `Calling ${who}…`,
    talking: ({ who }) => `You are talking with ${who}.`,
    ended: () => 'The call has ended.',
  } satisfies Record<CallBackPhase, (view: CallBackView) => string>,
  steps: { 'ringing-you': 'Your phone', 'ringing-them': 'Their phone', talking: 'Talking', ended: '' },
  atPhone: {
    'ringing-you': 'To stop, decline the call on your phone.',
    'ringing-them': 'To stop, hang up your phone.',
    talking: 'Hang up your phone to end the call.',
  },
  cancel: 'Cancel',
  hangUp: 'Hang up',
  again: 'Call again',
  settings: 'Settings',
  whichPhone: 'Which phone is yours?',
  whichPhoneLead:
    'Ringback rings it first. Once you pick it up, the other person is called. You can change it in Settings.',
  chooseOne: 'Choose your phone.',
  chooseAndCall: 'Save and call',
  lead: 'Call back rings your own desk phone first. Once you pick it up, the other person is called.',
  myPhone: 'Your phone',
  otherPhone: 'Another phone',
  typeHelp: 'Its extension, such as 101, or its name in the phone system, such as PJSIP/101.',
  callerId: 'Number they see',
  callerIdAuto: (line: string | null) => (line === null ? 'Your main line' : `Your main line (${line})`),
  callerIdNone: 'Whatever the phone system shows',
  dialling: 'How numbers are dialed',
  form: 'Numbers are dialed as',
  formAuto: (example: string | null) =>
    example === null ? 'The phone system is asked' : `${example}: as your office dials`,
  forms: {
    'country-code': '1 212 555 0142: with country code',
    national: '212 555 0142: as within the country',
    e164: '+1 212 555 0142: with a plus sign',
  },
  context: 'Context in the phone system',
  contextHelp: 'Empty: that of your phone. Your PBX person knows it.',
  badContext: 'Letters, digits, dot, dash and underscore only.',
  prefix: 'Prefix',
  prefixHelp: 'For an outside line, such as 9.',
  badPrefix: 'Digits, * and # only, six at most.',
  howTitle: 'How it works',
  how: [
    'You press Call back, or the key C.',
    'Your phone rings. Pick it up.',
    'The other person’s phone rings, and shows your office’s number.',
  ],
  atPhoneOnly: 'Where there is no Cancel button, the phone system does not let Ringback hang up: hang up your phone.',
}
