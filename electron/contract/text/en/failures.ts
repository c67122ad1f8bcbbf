type Problem = [message: string, remedy: string]

/** What could not be done, and what to do instead. */
export const failures = {
  noConversation: ['This conversation is no longer there.', 'Choose another one from the list.'],
  noContact: ['This contact is no longer there.', 'Choose another conversation from the list.'],
  noText: ['This text is not waiting to be sent again.', 'Look at its state once more.'],
  noFollowUp: ['No follow-up is running here any more.', 'Nothing will be sent by itself.'],
  notNext: [
    'This text is not the next one any more: it went out or was left out a moment ago.',
    'Look at the conversation once more, then decide about the next one.',
  ],
  noTexting: ['Texting is not set up yet.', 'Set it up in Settings, then send the text.'],
  takenAfterAll: [
    'Your text from before has gone out after all.',
    'Read it in the conversation, then send only what is still to be said.',
  ],
  optedOut: ['This contact does not want texts.', 'Call instead. Once they ask for texts again, undo the opt-out.'],
  blocked: ['This contact is blocked.', 'Unblock the contact to write to them.'],
  notDone: [
    'This can no longer be undone: something new has happened in the conversation.',
    'Open the conversation and go on from there.',
  ],
  noPage: ['This page of the list is not there.', 'Open the list again.'],
  daysBackwards: ['The last day is before the first one.', 'Choose the days again.'],
  tooManyDays: ['That is more than a year.', 'Choose fewer days.'],
  noCaller: ['This call is over, or its number is withheld.', 'Look at Calls.'],
  noQuickReply: ['This quick reply is no longer there.', 'Look at the list once more.'],
  storedUnencrypted: ['The stored password was only sent encrypted so far.', 'Type the password in again.'],
  storedForOther: (host: string) =>
    `The stored password is for ${host === '' ? 'another phone system' : `the phone system at ${host}`}.`,
  connectedAlready: ['A phone system is connected already.', 'Change it in Settings.'],
  noNumber: ['This is no phone number.', 'Type it with its area code, like (530) 555-0100.'],
  noPassword: ['No password was given, and none is stored.', 'Type the password in.'],
  noToken: ['No auth token was given, and none is stored.', 'Type the auth token in.'],
  tokenForOther: ['The stored auth token is for another address.', 'Type the auth token in again.'],
  noPart: ['This part of the conversation is not there any more.', 'Go to its end and look from there.'],
  noCall: ['This call is no longer there.', 'Choose another one.'],
  noNote: ['This note is no longer there.', 'Look at the conversation once more.'],
  tagNoName: ['A tag needs a name.', 'Type a word or two.'],
  tagNameTaken: ['There is a tag with this name already.', 'Use that one, or choose another name.'],
  noTag: ['This tag is no longer there.', 'Make it anew.'],
  onItsWay: [
    'This text does not wait any more: it is on its way, or was taken back.',
    'Look at it in the conversation once more.',
  ],
  noSuchTime: ['This time is over, or too far away.', 'Choose a time within the next year.'],
  textsNotUndone: [
    'This can no longer be undone: something new has happened to these texts.',
    'Look at the conversation and go on from there.',
  ],
  unknownOutcome: [
    'Nobody knows whether this text went out: the connection broke while it was on its way.',
    'Ask the contact, or send it again.',
  ],
  timeMissed: [
    'This text was not sent: Ringback could not send it at the time that was chosen for it.',
    'The PC may have been off or without internet. Send it now if it still fits.',
  ],
  restoredText: [
    'The inbox was restored from an older copy: this text may have gone out since.',
    'Ask the contact, or send it again.',
  ],
  notDelivered: ['The text could not be delivered.', 'Call instead, or send it again.'],
  badZone: ['That is no time zone.', 'Choose one from the list.'],
  quietHoursRemedy: 'Write to them yourself, or call.',
  notSent: 'This text was not sent.',
} satisfies Record<string, string | Problem | ((name: string) => string)>

/** Why nobody may write in a conversation. */
export const noTexts = {
  text: 'They wrote that they want no more texts. Call instead. If they ask for texts again, press “Allow texts again” under Details, or have them text START.',
  staff:
    'Somebody here entered that this contact wants no texts. Call instead. If they ask for texts again, press “Allow texts again” under Details.',
  gateway: 'The text service refuses texts to this contact because of an earlier STOP. Call, or have them text START.',
  blocked: 'This contact is blocked. To write to them, press “Unblock” under Details.',
}
