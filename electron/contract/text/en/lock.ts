import { number } from '../locale.ts'
import { plural } from './plural.ts'

/** The lock of the window: what main answers while it is locked, and what tray and toasts say then. */
export const lock = {
  locked: ['Ringback is locked.', 'Open it with your PIN.'] satisfies [string, string],
  wrong: (left: number) =>
    left > 0
      ? `That is not the PIN. After ${plural(left, 'more wrong try', 'more wrong tries')} you have to wait.`
      : 'That is not the PIN.',
  wait: (seconds: number) =>
    seconds < 90
      ? `Too many wrong tries. Try again in ${number(seconds)} s.`
      : `Too many wrong tries. Try again in ${number(Math.ceil(seconds / 60))} minutes.`,
  unreadable: 'What Ringback knows of your PIN cannot be read any more. “I forgot my PIN” says what to do.',
  notStored: [
    'The PIN could not be stored on this PC.',
    'Check that the disk is not full and the folder may be written to.',
  ] satisfies [string, string],
  none: 'No PIN is set.',
  tray: { lock: 'Lock now', locked: 'Locked' },
  /** Nothing of whom or what. */
  toasts: {
    reply: 'Somebody wrote back',
    missed: 'A call was missed',
    trouble: 'Ringback needs attention',
    mended: 'Ringback works again',
    tray: 'Ringback keeps watching your calls',
    refused: 'Something could not be done',
  },
  toastBody: 'Ringback is locked. Open it to read more.',
}
