import { number } from '../../../electron/contract/text/locale.ts'
import { plural } from './plural.ts'

/** Erasing, keeping, and taking everything out. */
export const privacy = {
  title: 'Privacy',
  lead: 'Everything that Ringback knows is on this PC. Here you decide how long it stays, and export or erase it.',
  keeping: 'How long to keep calls and texts',
  keepingHelp:
    'Older calls, texts, pictures and notes are deleted for good, bit by bit. Whoever waits for an answer stays, and so do contacts with a name, a tag or a note from you. Who wants no texts is never forgotten.',
  keepLabel: 'Keep for',
  forEver: 'Forever',
  months: (count: number) =>
    count % 12 === 0 ? plural(count / 12, 'year', 'years') : plural(count, 'month', 'months'),
  copiesKeep: 'Daily copies of the inbox are two weeks old at most; other copies may be older (see Settings, Backup).',
  erase: 'Erase somebody',
  eraseHelp:
    'When somebody asks for it: their calls, texts, pictures, notes and name go, on all their numbers, from the inbox and from its copies on this PC. You get a receipt.',
  eraseButton: 'Erase…',
  eraseWho: (name: string) => `Erase ${name}`,
  askTitle: (name: string) => `Erase ${name} for good?`,
  askBody:
    'Calls, texts, pictures, notes and the name are deleted on all their numbers, also from the copies of the inbox. This cannot be undone.',
  askOptOut:
    'If they want no texts, their number stays, with the time they said so and nothing else, so that nobody ever texts them.',
  confirm: 'Erase',
  erasingNow: 'Erasing…',
  copiesDone: ({ done, of }: { done: number; of: number }) =>
    of === 0
      ? 'First the copies of the inbox are looked for.'
      : `${number(done)} of ${plural(of, 'copy', 'copies')} of the inbox done, then the inbox itself.`,
  goesOn:
    'With a large inbox this takes minutes. It goes on when you close this, or the window; the receipt waits for you here.',
  doneElsewhere: 'Erased. The receipt is in Settings → Privacy.',
  cancel: 'Cancel',
  done: 'Erased',
  removed: (of: { calls: number; texts: number; notes: number; pictures: number }) =>
    `${plural(of.calls, 'call', 'calls')}, ${plural(of.texts, 'text', 'texts')}, ${plural(of.notes, 'note', 'notes')} and ${plural(of.pictures, 'picture', 'pictures')} were deleted, in the inbox and in its copies.`,
  notCleaned: (count: number) =>
    `${plural(count, 'copy', 'copies')} of the inbox could not be read, so nothing could be deleted in there. The receipt names them: delete these files yourself.`,
  numberKept: 'The number is kept, since they want no texts.',
  elsewhere: 'The text service and the phone system keep lists of their own. Erase them there, too.',
  saveReceipt: 'Save the receipt…',
  close: 'Close',
  passwords: 'Passwords of the phone system and the text service',
  kept: {
    keychain: 'They are encrypted by this PC’s own password store, and only you can read them when you are signed in.',
    ask: 'This PC has no password store. Ringback forgets them when it is quit, and asks at each start.',
    file: 'This PC has no password store. They are in a file that only your user can read, unencrypted.',
    undecided:
      'This PC has no password store that protects them. Until you choose, Ringback forgets them when it is quit.',
  },
  undecided: 'This PC has no password store, so the passwords you typed are forgotten when Ringback is quit.',
  askEachStart: 'Ask me at each start',
  storeAnyway: 'Store them unprotected',
  everything: 'Export everything',
  everythingHelp:
    'Contacts, calls, texts, notes and opt-outs, as one JSON file and as tables (CSV), in a new folder. Passwords are not in it.',
  everythingButton: 'Export…',
  rows: (count: number) => `${number(count)} rows so far…`,
  stop: 'Stop',
  exported: (rows: number, folder: string) => `${plural(rows, 'row', 'rows')} saved in ${folder}`,
}
