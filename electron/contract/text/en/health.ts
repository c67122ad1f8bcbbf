/** How the parts of Ringback are doing, and what to do about it. */
export const health = {
  inbox: 'The inbox on this PC is in order.',
  noPhone: ['No phone system is connected yet.', 'Connect it in Settings.'],
  noTexting: ['Texting is not set up yet.', 'Set it up in Settings.'],
  connected: 'Connected to the phone system.',
  connecting: 'Connecting to the phone system…',
  tellsNothing: [
    'The phone system tells nothing about calls, although they come and go.',
    'Add call to the read line of Ringback’s user in manager.conf, and run “manager reload”.',
  ],
  tokenGone: ['The auth token of the text service is not known any more.', 'Type it in again in Settings.'],
  passwordGone: ['The password of the phone system is not known any more.', 'Type it in again in Settings.'],
  sending: (gateway: string) => `Texts go out through ${gateway}.`,
  receiving: (gateway: string) => `Replies arrive through ${gateway}.`,
  repliesNotStored: ['Replies cannot be stored on this PC.', 'See the log, and check that the disk is not full.'],
  outcomeNotStored: ['What became of a text cannot be stored on this PC.', 'Check that the disk is not full.'],
  silent: [
    'The text service does not answer.',
    'Ringback keeps the texts and tries again by itself. Check the internet connection.',
  ],
} satisfies Record<string, string | [message: string, remedy: string] | ((name: string) => string)>
