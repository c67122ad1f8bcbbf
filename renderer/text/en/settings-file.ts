import { plural } from './plural.ts'
import { time } from './time.ts'

/** The settings as a whole: a file of them, and who changed what. */
export const settingsFile = {
  title: 'All settings',
  lead: 'Save them as a file, or take them to another PC. The file holds no passwords, tokens, contacts or conversations.',
  save: 'Save settings as a file',
  open: 'Load settings from a file',
  savedIn: (file: string) => `Saved in ${file}`,
  compareTitle: 'Use these settings?',
  compareLead: (count: number) => `The file changes ${plural(count, 'setting', 'settings')} here:`,
  same: 'The file holds the same settings that you have. Nothing would change.',
  unknown: (parts: string) => `Left out, since this Ringback does not know it: ${parts}`,
  needs: {
    password: 'Afterwards, type in the password of the phone system: the stored one is for another address.',
    token: 'Afterwards, type in the token of the text service: the stored one is for another account.',
  },
  take: 'Use them',
  cancel: 'Cancel',
  taken: 'Done. Ringback uses them from now on.',
  history: 'Changes to settings',
  historyLead: 'Who changed what on this PC, newest first. Passwords are never shown, only that they changed.',
  none: 'Nothing has been changed yet.',
  older: 'Older changes',
  by: (who: string, at: number, now: number) => `${who}, ${time.past(at, now)}`,
  ringback: 'Ringback itself',
  before: 'before',
  after: 'now',
  changed: 'changed',
  empty: 'empty',
  on: 'on',
  off: 'off',
  /** Fields of the history that have no form of their own. */
  others: {
    'phone-system.fingerprint': 'Trusted certificate',
    'phone-system.trunks': 'Outside lines, from a config file',
    'texting.numbers': 'How the provider wants numbers',
    'follow-up.firstOn': 'First text: on or off',
    'follow-up.secondOn': 'Second text: on or off',
    'follow-up.thirdOn': 'Third text: on or off',
    'follow-up.countries': 'Countries to text, besides your own',
    'call-back.context': 'Calling back: context in the phone system',
    'call-back.prefix': 'Calling back: prefix',
    'business.country': 'Country of the office',
    'app-lock.minutes': 'Lock of the window: after minutes',
    'app-lock.pin': 'Lock of the window: PIN',
  },
}
