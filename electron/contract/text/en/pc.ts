import { plural } from './plural.ts'

/** This PC: its disk and clock, and what Ringback does on it. */
export const pc = {
  disk: {
    fine: 'There is enough room on this PC’s disk.',
    free: (gigabytes: number) =>
      gigabytes < 1
        ? 'Less than 1 GB is left on this PC’s disk; that is enough for now.'
        : `About ${gigabytes} GB are left on this PC’s disk.`,
    full: (megabytes: number) => `The disk of this PC is nearly full: about ${megabytes} MB are left.`,
    remedy: 'Delete what is not needed, or empty the trash. On a full disk Ringback can store no calls and texts.',
    readOnly: [
      'Ringback may not write into its data folder.',
      'Let whoever looks after this PC give you the right to write there (Settings, About names the folder).',
    ] satisfies [string, string],
  },
  clock: {
    fine: 'Nothing is known against this PC’s clock.',
    agrees: 'This PC’s clock agrees with the text service’s.',
    setBack: (minutes: number) =>
      `This PC’s clock was set back by ${plural(minutes, 'minute', 'minutes')} not long ago; no text goes out twice for that.`,
    fast: (minutes: number) =>
      `This PC’s clock is ${plural(minutes, 'minute', 'minutes')} fast, compared with the text service’s.`,
    slow: (minutes: number) =>
      `This PC’s clock is ${plural(minutes, 'minute', 'minutes')} slow, compared with the text service’s.`,
    remedy: 'Let this PC set its time by itself (in its date and time settings): texts go out by its clock.',
  },
}
