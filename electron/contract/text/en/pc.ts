import { date } from '../locale.ts'
import { plural } from './plural.ts'

/** This PC: its disk and clock, and what Ringback does on it. */
export const pc = {
  disk: {
    fine: 'There is enough room on this PC’s disk.',
    free: (gigabytes: number) =>
      gigabytes < 1
        ? 'Less than 1 GB is left on this PC’s disk; that is enough for now.'
        : `About ${gigabytes} GB are left on this PC’s disk.`,
    full: (megabytes: number) =>
      megabytes < 1
        ? 'The disk of this PC is all but full.'
        : `The disk of this PC is nearly full: about ${megabytes} MB are left.`,
    remedy: 'Delete what is not needed, or empty the trash. On a full disk Ringback can store no calls and texts.',
    readOnly: [
      'Ringback may not write into its data folder.',
      'Let whoever looks after this PC give you the right to write there (Settings → About names the folder).',
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
  callBack: 'Call back',
  open: 'Open',
  links: {
    noNumber: [
      'The link names no phone number that can be texted.',
      'Type the number into “Find a contact” in Settings → Contacts, or ask for it again.',
    ] satisfies [string, string],
    notSet: [
      'This PC did not let Ringback open phone links.',
      'Choose Ringback for phone links (tel) in the system’s own settings for default programs.',
    ] satisfies [string, string],
  },
  notStored: [
    'This could not be saved on this PC.',
    'It holds until Ringback ends. Check that the disk is not full and the folder may be written to.',
  ] satisfies [string, string],
  autoStart: [
    'This PC did not let Ringback change what starts at sign-in.',
    'Choose it in the system’s own settings for start-up programs.',
  ] satisfies [string, string],
  quit: {
    ask: (texts: number) => `${plural(texts, 'text is', 'texts are')} still to go out`,
    next: (at: number) =>
      `The next is due ${date(at, { weekday: 'short', hour: 'numeric', minute: '2-digit' })}. While Ringback is closed it sends nothing, and callers whom you miss are not texted. What is due meanwhile goes out when you open it again, or is left out where it would come too late.`,
    stay: 'Keep Ringback running',
    leave: 'Quit',
  },
  file: {
    none: [
      'This is no settings file of Ringback.',
      'Choose a file that Ringback saved in Settings → About.',
    ] satisfies [string, string],
    bad: (field: string) => `The file gives the setting ${field} a value that it cannot have.`,
    text: (why: string) => `One of the texts in the file cannot be sent: ${why}`,
    unreadable: ['The file could not be read.', 'Choose another one, or close it in the other program.'] satisfies [
      string,
      string,
    ],
  },
}
