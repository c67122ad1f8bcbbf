type Problem = [message: string, remedy: string]

/** What main and the engine say about contacts, and about files of them. */
export const contacts = {
  blocked: 'Blocked by staff: no texts go out',
  unblocked: 'No longer blocked: entered by staff',
  booked: 'Appointment booked: entered by staff',
  notUndone: ['This can no longer be undone.', 'Change it by hand, under Details.'],
  same: ['Both numbers belong to this person already.', 'Choose another number.'],
  notesTooLong: [
    'Together their notes are longer than 4,000 characters.',
    'Shorten the notes of one of them, then try again.',
  ],
  tooManyNumbers: ['One person can have 20 numbers at most.', 'Take one away first, under Details.'],
  otherFile: ['Another file is being brought in.', 'Wait until it is done, or stop it.'],
  notWhole: ['The file could not be read to its end.', 'Choose it again.'],
  noFile: ['This file is no longer at hand.', 'Choose it again.'],
  nothingInFile: [
    'Ringback finds no contacts in this file.',
    'Choose a table (CSV) or cards (vCard, .vcf), as address books and spreadsheets save them.',
  ],
  fileTooLarge: ['This file is larger than 64 MB.', 'Save the contacts without pictures, or in several files.'],
  fileUnreadable: ['The file could not be read.', 'Close it elsewhere, or choose another one.'],
  importFailed: 'Ringback could not read this file to its end.',
  notTheirs: 'the number belongs to somebody else',
  fileEvidence: (file: string, row: number) => `from the file “${file}”, row ${row}`,
} satisfies Record<string, string | Problem | ((file: string, row: number) => string)>
