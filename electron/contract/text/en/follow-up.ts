import type { StopReason } from '../../view-models.ts'

/** What became of the automatic texts, as the time line of a conversation tells it. */
export const followUp = {
  stopped: (why: string) => `Follow-up stopped: ${why}`,
  leftOut: (position: number, of: number, why: string) => `Text ${position} of ${of} left out: ${why}`,
  noMore: (why: string) => `No more automatic texts: ${why}`,
  /** A reason as it stands inside a sentence. */
  inside: (reason: string) => reason.charAt(0).toLowerCase() + reason.slice(1).replace(/\.$/, ''),
  theCaller: 'the caller',
  why: {
    replied: (who) => `${who} replied`,
    answered: (who) => `somebody talked with ${who}`,
    'called-back': (who) => `the office called ${who}`,
    'staff-wrote': (who) => `the office wrote to ${who}`,
    'called-again': (who) => `${who} called again`,
    'opted-out': (who) => `${who} wants no texts`,
    blocked: (who) => `${who} is blocked`,
    stopped: () => 'staff ended it',
    paused: () => 'automatic texts were paused',
    brake: () => 'automatic texts were paused',
    rule: () => 'a rule spoke against the text',
    restored: () => 'the inbox was restored from a backup, and this text may have gone out since',
    failed: () => 'the text could not be delivered',
  } satisfies Record<Exclude<StopReason, 'completed'>, (who: string) => string>,
  notSent: 'the text could not be sent',
  notKnown: 'nobody knows whether the text went out',
  sentElsewhere: 'a text was sent from somewhere else',
  skippedByStaff: 'staff skipped it',
}

/** A contact's wish for texts or for none, as the time line tells it. */
export const optOut = {
  out: {
    text: 'Wants no texts: asked for it in a text',
    staff: 'Wants no texts: entered by staff',
    gateway: 'Wants no texts: the text service refused to send because of an earlier STOP',
  },
  inByText: 'Wants texts again: wrote START',
  inByStaff: 'Wants texts again: entered by staff',
  fine: 'Texts are fine: entered by staff',
  askedOfOther: (number: string) =>
    `${number} is theirs, too, and wants no texts. Does that hold for this number as well? Nothing goes out by itself until you decide, under Details.`,
  asked: 'This may be a wish for no more texts. Nothing goes out by itself until you decide, under Details.',
}
