import type { BackupKind, KeptCopies } from '../../../electron/contract/backups.ts'
import { number } from '../../../electron/contract/text/locale.ts'
import { plural } from './plural.ts'

const contacts = (count: number) => plural(count, 'contact', 'contacts')
const calls = (count: number) => plural(count, 'call', 'calls')
const texts = (count: number) => plural(count, 'text', 'texts')
const notes = (count: number) => plural(count, 'note', 'notes')

/** Copies of the inbox, and going back to one. */
export const backup = {
  title: 'Backup',
  lead: (kept: KeptCopies) =>
    `Ringback copies the inbox once a day by itself, and before each update. On this PC it keeps the last ${number(kept.daily)} daily copies, the last ${number(kept['by-hand'])} made by hand and the last ${number(kept['before-upgrade'])} from before an update. What a restore set aside stays until you delete it.`,
  now: 'Back up now',
  making: 'Backing up…',
  made: 'Backed up.',
  madeAndRemoved: (kept: number) =>
    `Backed up. The oldest copy made by hand was deleted: the last ${number(kept)} are kept.`,
  openFolder: 'Open the folder',
  elsewhere:
    'A broken disk takes its copies with it: let your usual backup include this folder. Pictures that came with texts lie in the “pictures” folder beside it; they are not in the copies, and a restore leaves them where they are. Passwords are in no copy.',
  none: 'No copy yet',
  noneBody: 'The first one is made a few minutes after Ringback was started.',
  failedToLoad: 'The copies could not be listed.',
  list: 'Copies of the inbox',
  when: 'Made',
  contents: 'What is in it',
  size: 'Size',
  kinds: {
    daily: 'Daily',
    'by-hand': 'By hand',
    'before-upgrade': 'Before an update',
    'set-aside': 'Set aside by a restore',
  } satisfies Record<BackupKind, string>,
  inside: (count: { contacts: number; calls: number; texts: number }) =>
    `${contacts(count.contacts)}, ${calls(count.calls)}, ${texts(count.texts)}`,
  unreadable: 'Cannot be read',
  restore: 'Restore…',
  restoreThis: (when: string) => `Restore the copy of ${when}`,

  askTitle: (when: string) => `Go back to ${when}?`,
  looking: 'Looking through the copy…',
  damaged: 'This copy is damaged and cannot be restored. Choose another one.',
  newer: 'This copy was made by a newer version of Ringback. Install the newest version, then restore it.',
  comesBack: 'What comes back',
  counts: { contacts, calls, texts, notes },
  notHereNow: (what: string) => `${what} that are not in the inbox now`,
  nothingBack: 'Nothing is missing from today’s inbox.',
  goesBack: 'What goes back to how it was then',
  changed: (count: number) =>
    count === 0 ? 'Tags and settings' : `Name, company or notes of ${contacts(count)}, tags and settings`,
  stays: 'What stays as it is now',
  since: (what: string) => `${what} since then`,
  staysAlways: 'Who wants no texts, who is blocked, and a pause',
  lost: 'What is lost',
  lostBody:
    'Today’s inbox cannot be read. Calls, texts and notes since this copy was made are not in it. Replies come in again where the text service still has them. “Watch only” and the settings are as they were then. Automatic texts are paused until you have looked at them and resume.',
  noDoubles:
    'Automatic texts that were waiting at that time are stopped, so that nobody gets one twice. Your own texts that were waiting are shown to you first.',
  keptAside:
    'Today’s inbox is not deleted: it is set aside in the list of copies. If this copy names another phone system or text service, their passwords have to be typed in again.',
  pauseWhile: 'For a few seconds Ringback watches no calls.',
  confirm: 'Restore',
  restoring: 'Restoring…',
  cancel: 'Cancel',
  restored: 'Restored.',
  restoredKept: 'Restored. The inbox you had before is kept in the list of copies.',

  damagedTitle: 'The inbox on this PC is damaged',
  damagedLead:
    'Ringback has changed and deleted nothing. Until this is mended no missed call is seen and no text goes out or comes in.',
  damagedOffer: 'Go back to the newest good copy. The damaged inbox is kept.',
  newest: 'Restore the newest good copy…',
  noneWhole: 'None of the copies is whole.',
  noneWholeRemedy: 'Begin with an empty inbox, or ask for help before you do.',
  noCopies: 'There is no copy to go back to.',
  empty: 'Begin with an empty inbox…',
  askEmpty: 'Begin with an empty inbox?',
  askEmptyBody:
    'Contacts, calls, texts and settings are not in it. Who wants no texts is still known. The damaged inbox is kept in the folder of copies.',
  confirmEmpty: 'Begin empty',
}
