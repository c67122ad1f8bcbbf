import { number } from '../../../electron/contract/text/locale.ts'
import { plural } from './plural.ts'

/** The lock of the window: its page, and how it is set. */
export const lock = {
  title: 'Ringback is locked',
  lead: 'Calls are still watched, and texts still go out.',
  pin: 'PIN or password',
  open: 'Open Ringback',
  opening: 'Opening…',
  openIn: (seconds: number) =>
    seconds < 90 ? `Try again in ${number(seconds)} s` : `Try again in ${number(Math.ceil(seconds / 60))} min`,
  forgot: 'I forgot my PIN',
  forgotLead:
    'Nobody can look it up. Whoever can sign in to this PC’s user account can remove the lock; the history of the settings then says so.',
  forgotSteps: [
    'Quit Ringback, in its icon’s menu beside the clock.',
    'Delete this file:',
    'Start Ringback. Conversations, drafts and settings are all there; set a new PIN in Settings → Privacy.',
  ],
  section: 'Lock of the window',
  help: 'Keeps other people’s eyes off the inbox while you are away. Calls are still watched and texts still go out; notifications then only say that something came.',
  honest:
    'It encrypts nothing: anybody who can sign in to this PC under your name can reach Ringback’s files and take the lock away there.',
  newPin: 'New PIN or password',
  least: (characters: number) => `At least ${plural(characters, 'character', 'characters')}, digits or letters.`,
  again: 'Repeat it',
  current: 'Current PIN',
  after: 'Lock after',
  minutes: (count: number) => plural(count, 'minute', 'minutes'),
  begin: 'Set a PIN…',
  set: 'Set the lock',
  isSet: 'The lock is on. Ringback also locks when the screen is locked or the PC sleeps, and starts locked.',
  afterHelp: 'without keyboard or mouse on this PC',
  now: 'Lock now',
  change: 'Change PIN…',
  changeIt: 'Change PIN',
  remove: 'Remove the lock…',
  removeIt: 'Remove the lock',
  cancel: 'Cancel',
  tooShort: (characters: number) => `That is shorter than ${plural(characters, 'character', 'characters')}.`,
  differs: 'The two are not the same.',
  wasSet: 'The lock is set.',
  wasChanged: 'The PIN was changed.',
  wasRemoved: 'The lock was removed.',
}
