import { number } from '../../../electron/contract/text/locale.ts'

const contactsOf = (count: number) => (count === 1 ? '1 number' : `${number(count)} numbers`)

/** Contacts that come from a file or go into one, and the office's tags. */
export const files = {
  title: 'Contacts',
  find: 'Find a contact',
  findLead: 'Everybody Ringback knows, also people from a file who have never called.',

  bringIn: 'Import contacts',
  bringInLead:
    'From a table (CSV) that a spreadsheet, Google or Outlook saved, or from cards (vCard). Callers are then known by name from their first call on. Nothing changes until you have seen what Ringback found.',
  choose: 'Choose a file…',
  takeOut: 'Export contacts',
  takeOutLead: 'All contacts with their numbers, company, tags and notes, and who wants no texts.',
  asTable: 'As a table (CSV)…',
  asCards: 'As cards (vCard)…',
  writing: (count: number) => `${contactsOf(count)} so far…`,
  stopWriting: 'Stop',
  written: (count: number, file: string) => `${contactsOf(count)} saved in ${file}`,

  found: (file: string) => `What is in ${file}`,
  kinds: { csv: 'Read as a table (CSV).', vcard: 'Read as cards (vCard).' },
  encoding: 'Letters as',
  separator: 'Columns separated by',
  separators: { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' },
  columns: 'What are its columns?',
  columnsHelp: 'This is Ringback’s guess. Correct what is wrong; choose “Leave out” for columns you do not need.',
  columnNumber: (column: number) => `Column ${number(column)}`,
  column: 'Column',
  samples: 'First values',
  becomes: 'Import as',
  leaveOut: 'Leave out',
  fields: {
    name: 'Name',
    'first-name': 'First name',
    'last-name': 'Last name',
    company: 'Company',
    number: 'Phone number',
    tags: 'Tags',
    notes: 'Notes',
    'no-texts': 'Wants no texts',
    blocked: 'Blocked',
  },
  people: 'The first people in it',
  noNumberColumn: 'Say which column has the phone numbers: without one nobody can be imported.',
  known: 'People Ringback already knows',
  knownChoices: {
    keep: 'Leave them as they are',
    fill: 'Fill in only what is missing: name, company, notes',
    replace: 'Replace name, company and notes with those in the file',
  },
  knownHelp:
    'Names that only the phone system gave count as missing. Tags are added, and nobody’s wish for no texts is ever taken back by a file.',
  together: 'Several numbers in one row are one person’s',
  togetherCards: 'Several numbers on one card are one person’s',
  start: 'Import',
  cancel: 'Cancel',

  running: (file: string) => `Importing ${file}`,
  soFar: (rows: number) => `${number(rows)} read so far. Calls and texts go on meanwhile.`,
  stop: 'Stop here',

  ends: {
    complete: 'The whole file was read.',
    stopped: 'Stopped. What came in until then stays.',
    failed: 'It could not be finished.',
  },
  reportOf: (file: string) => `Imported from ${file}`,
  added: 'New numbers',
  changed: 'Changed',
  same: 'As they were',
  optedOut: 'Want no texts',
  leftOut: 'Left out',
  leftOutHelp: 'Row numbers are those of the file.',
  more: (count: number) => `And ${number(count)} more, in the report.`,
  saveReport: 'Save the report…',
  again: 'Import another file',
  undo: 'Undo the import',
  undoUntil: 'It can be undone until you import another file, or quit Ringback.',
  undoing: (file: string) => `Undoing the import of ${file}`,
  undone: ({ removed, restored, kept }: { removed: number; restored: number; kept: number }) =>
    `Undone: ${contactsOf(removed)} removed, ${number(restored)} as before.${
      kept === 0 ? '' : ` ${contactsOf(kept)} ${kept === 1 ? 'stays' : 'stay'}: they called, or were changed, since.`
    }`,
  row: 'Row',
  reason: 'Why',
  value: 'In the file',
  reasons: {
    'no-number': 'No phone number',
    'not-a-number': 'Not a whole phone number',
    twice: 'This number stands further up in the file, too',
    apart: 'Ringback knows these numbers as different people; they were left apart',
    'notes-cut': 'The notes are longer than 4,000 characters; the end was left out',
    'too-many-numbers': 'One person can have 20 numbers at most',
    'too-many-tags': 'More than 200 different tags; this one was left out',
    unreadable: 'From here on the file cannot be read: a quotation mark is open',
  },

  table: {
    name: 'Name',
    company: 'Company',
    number: 'Phone',
    tags: 'Tags',
    notes: 'Notes',
    noTexts: 'No texts',
    blocked: 'Blocked',
    yes: 'yes',
  },
}
