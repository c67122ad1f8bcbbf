/** What is said about copies of the inbox and what is in it. */
export const data = {
  folderNotOpened: 'The folder could not be opened.',
  noBackup: ['This backup is no longer there.', 'Look at the list once more.'],
  restoring: 'Ringback is restoring a backup.',
  notRestored: 'The backup was not restored; everything is as it was.',
  notRestoredRemedy: 'Try again, or choose another one.',
  restoreTwice: ['Ringback is restoring a backup already.', 'Wait until it is done.'],
} satisfies Record<string, string | [message: string, remedy: string]>
