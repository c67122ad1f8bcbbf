/** What the made-up office has set, and what a new one has. */
import type { OpenBlock } from '../../../electron/contract/opening-hours.ts'
import { standardTexts } from '../../../electron/contract/standard-texts.ts'
import type { Settings } from '../../../electron/contract/view-models.ts'
import { hour, now } from './moment.ts'

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
  textsFrom: '(530) 555-0100',
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
      second: { usual: standardTexts.en.second, closed: '', break: '' },
      third: { usual: standardTexts.en.third, closed: '', break: '' },
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
  texts: {
    ...settings.texts,
    steps: { ...settings.texts.steps, first: { ...settings.texts.steps.first, usual: standardTexts.en.first } },
  },
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
