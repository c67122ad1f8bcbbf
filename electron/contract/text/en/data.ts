/** What is said about copies of the inbox and what is in it. */
export const data = {
  folderNotOpened: 'The folder could not be opened.',
  textOnItsWay: ['A text to this contact is on its way this very moment.', 'Try again in a minute.'],
  erasingAlready: ['Somebody is being erased already.', 'Wait until that is done.'],
  notErased: ['Not everything of them could be erased.', 'Erase them once more. If it does not work, see the log.'],
  receiptName: (day: string) => `Ringback erasure ${day}`,
  everythingName: (day: string) => `Ringback everything ${day}`,
  noBackup: ['This backup is no longer there.', 'Look at the list once more.'],
  restoring: 'Ringback is restoring a backup.',
  notRestored: 'The backup was not restored; everything is as it was.',
  notRestoredRemedy: 'Try again, or choose another one.',
  restoreTwice: ['Ringback is restoring a backup already.', 'Wait until it is done.'],
} satisfies Record<string, string | [message: string, remedy: string] | ((day: string) => string)>
