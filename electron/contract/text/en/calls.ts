const and = (names: string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** Phones that rang, and how long ("18 s"; empty where nobody saw it). */
export interface Rang {
  phones: string
  time: string
}

/** What happened in a call, in one sentence. `refused`: the phones that took no part, in words of their own; may be empty. */
/** By the rules that hold for staff, too, when they want to text a missed caller after all: what they can do instead. */
export const textAfterAll = {
  noNumber: 'There is no number to text.',
  askForIt: 'If they call again, ask for it.',
  never: {
    'withheld-number': 'There is no number to text. If they call again, ask for it.',
    'internal-number': 'Call that phone instead.',
    'invalid-number': 'There is no number to text. If they call again, ask for it.',
    'own-number': 'Call that line instead.',
    blocked: 'Unblock the contact to write to them.',
    'opted-out': 'Call instead. Once they ask for texts again, undo the opt-out.',
    'ask-opt-out': 'Decide in the conversation first whether texts are fine.',
    'no-mobile': 'Call instead.',
    landline: 'Call instead.',
    country: 'Call instead, or allow that country in Settings.',
  },
}

export const calls = {
  phones: and,
  manyPhones: (count: number) => `${count} phones`,
  wereBusy: (phones: string, one: boolean) => `${phones} ${one ? 'was' : 'were'} busy`,
  declined: (phones: string, _one: boolean) => `${phones} declined the call`,
  /** `after`: null where it is not known, empty for at once. */
  answered: (by: string | null, after: string | null) =>
    `Answered${by === null ? '' : ` by ${by}`}${after === null ? '' : after === '' ? ' at once' : ` after ${after}`}.`,
  voicemail: (rang: Rang | null, refused: string) =>
    rang
      ? `Went to voicemail after ${rang.phones} rang${rang.time && ` for ${rang.time}`}${refused && `; ${refused}`}.`
      : `Went to voicemail${refused && `: ${refused}`}.`,
  unavailable: (tried: string) => `No phone could be reached${tried && `: tried ${tried}`}.`,
  unattended: 'The caller heard a menu or an announcement; no phone was called.',
  busy: (refused: string) => (refused === '' ? 'Every phone was busy.' : `${refused}.`),
  noAnswer: (rang: Rang | null, refused: string) =>
    rang
      ? `Rang ${rang.phones}${rang.time && ` for ${rang.time}`}, but nobody answered${refused && `; ${refused}`}.`
      : 'Nobody answered.',
  hungUpAtOnce: 'The caller hung up at once.',
  hungUpRinging: (rang: Rang, refused: string) =>
    `Rang ${rang.phones}${rang.time && ` for ${rang.time}`}, then the caller hung up${refused && `; ${refused}`}.`,
  hungUpWaiting: (waited: string, refused: string) =>
    refused === ''
      ? `The caller waited ${waited}, then hung up before a phone rang.`
      : `The caller waited ${waited}, then hung up; ${refused}.`,
  missed: 'Missed.',
  endUnseen: 'The end was not seen: nothing was heard from the phone system.',
  partUnseen: 'A part was not seen, in which somebody may have answered.',
  office: 'The office',
  out: {
    answered: (who: string, after: string | null) =>
      after === null ? `${who} called, and they answered.` : `${who} called; they answered after ${after}.`,
    noLine: (who: string) => `${who} called, but no line to the outside was there.`,
    busy: (who: string) => `${who} called; the line was busy.`,
    declined: (who: string) => `${who} called; they declined the call.`,
    unreachable: (who: string) => `${who} called, but the number could not be reached.`,
    cancelled: (who: string, rang: string) => `${who} called and hung up after ${rang}.`,
    noAnswer: (who: string, rang: string) => `${who} called for ${rang}; nobody answered.`,
  },
}
