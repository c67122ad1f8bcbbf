/**
 * Twilio's error codes and what to make of them: one table for refusals at once (2xxxx, mostly) and for failures that
 * come later on an accepted text (3xxxx). Codes are Twilio's, https://www.twilio.com/docs/api/errors; the reactions
 * are ours. What is not listed counts against this one text only and is shown with Twilio's own words.
 */
import { maskNumbersIn } from '../../phone-number.ts'
import type { Mending, SendFailure } from '../gateway.ts'

type Entry = WithoutCode<SendFailure>
type WithoutCode<Failure> = Failure extends SendFailure ? Omit<Failure, 'code'> : never

function never(message: string, remedy: string): Entry {
  return { reaction: 'never', message, remedy }
}

function stop(mending: Mending, message: string, remedy: string): Entry {
  return { reaction: 'stop-everything', message, remedy, mending }
}

const minute = 60 * 1000
/** Sending is refused as long as signing in is. */
const signedIn: Mending = { when: 'signed-in' }
/** Signing in works all the while. */
const told: Mending = { when: 'told' }
const anHour: Mending = { when: 'later', ms: 60 * minute }
const aDay: Mending = { when: 'later', ms: 24 * 60 * minute }
/** Carriers count the texts of a day in this zone. */
const nextDay: Mending = { when: 'midnight', timeZone: 'America/Los_Angeles' }

const signIn = 'Check the account and its token in Settings → Texting, and that the account is active at twilio.com.'
const sender = 'Check the number of the office in Settings → Texting and at twilio.com, then press "Try now".'
const registration =
  'Finish the registration of the number at twilio.com (Messaging → Regulatory Compliance), then press "Try now".'
const call = 'Call this person instead.'
const shorten = 'Change the text and send it again.'
const later = 'Send it again later, or call this person.'

const entries: Record<number, Entry> = {
  // The account.
  10001: stop(signedIn, 'The Twilio account is not active.', signIn),
  20003: stop(signedIn, 'Twilio did not accept the account and its token, or the account is suspended.', signIn),
  20005: stop(signedIn, 'The Twilio account is not active.', signIn),
  20006: stop(signedIn, 'Twilio refused access for this account.', signIn),
  20008: stop(signedIn, "These are Twilio's test credentials; no real text is sent with them.", signIn),
  20403: stop(signedIn, 'Twilio refused access for this account.', signIn),
  20404: stop(signedIn, 'Twilio does not know this account.', signIn),
  30002: stop(signedIn, 'The Twilio account is suspended.', signIn),
  70051: stop(
    told,
    'The Twilio key may not send texts.',
    'Give the key the right to send messages at twilio.com, then press "Try now".',
  ),

  // The sender.
  21212: stop(told, "The office's texting number is not valid.", sender),
  21603: stop(told, "The office's texting number is missing.", sender),
  21606: stop(told, "The office's texting number cannot send texts from this account.", sender),
  21607: stop(told, "The office's texting number cannot be used as a sender.", sender),
  21611: stop(
    anHour,
    "Too many texts wait at Twilio for the office's number.",
    'Ringback goes on by itself in an hour. Nothing is lost meanwhile.',
  ),
  21659: stop(told, "The office's texting number is not a number of this Twilio account.", sender),
  21660: stop(told, "The office's texting number belongs to another Twilio account.", sender),
  21661: stop(told, "The office's texting number cannot send texts.", sender),
  21701: stop(told, 'Twilio does not know this messaging service.', sender),
  21703: stop(told, 'The messaging service has no number to send from.', sender),
  21704: stop(told, 'The messaging service has no number that can reach this recipient.', sender),
  21705: stop(told, 'The messaging service is not valid.', sender),
  30024: stop(told, "The carriers do not know the office's texting number yet.", registration),
  30032: stop(told, "The office's toll-free number is not verified, so that carriers drop its texts.", registration),
  30033: stop(told, "The carriers suspended the campaign of the office's texting number.", registration),
  30034: stop(told, "The office's texting number is not registered, so that carriers drop its texts.", registration),
  30035: stop(
    aDay,
    "The office's texting number is still being set up at Twilio.",
    'Ringback tries again by itself in a day. Press "Try now" once it is done.',
  ),
  30023: stop(
    nextDay,
    'The daily limit of texts is reached.',
    'Ringback goes on by itself after midnight Pacific time.',
  ),
  30027: stop(
    nextDay,
    'The daily limit of texts to one carrier is reached.',
    'Ringback goes on by itself after midnight Pacific time.',
  ),

  // The recipient's wish.
  21610: {
    reaction: 'opted-out',
    message: 'This person asked for no texts.',
    remedy: 'Call them, or ask them to text START to the office.',
  },

  // The recipient.
  21211: never('Twilio says that this is no valid phone number.', 'Check the number.'),
  21214: never('This number cannot be reached.', call),
  21217: never('Twilio says that this is no valid phone number.', 'Check the number.'),
  21408: never(
    'Texts to this country are switched off in the Twilio account.',
    'Switch the country on at twilio.com (Messaging → Geo permissions) if you want it.',
  ),
  21608: never(
    'A Twilio trial account can only text numbers that were verified first.',
    'Verify the number at twilio.com, or upgrade the account.',
  ),
  21612: never("This number cannot be reached from the office's texting number.", call),
  21614: never('This number cannot receive texts.', call),
  21635: never('This is a landline that cannot receive texts.', call),
  30003: never('The phone is switched off or out of reach.', later),
  30004: never('The carrier or this person blocks the text.', call),
  30005: never('The carrier does not know this number any more.', call),
  30006: never('This is a landline, or its carrier takes no texts.', call),

  // The text itself.
  21602: never('The text is empty.', shorten),
  21604: never('The text has no recipient.', 'Check the number.'),
  21617: never('The text is too long.', shorten),
  21618: never('Twilio does not accept what the text contains.', shorten),
  21619: never('The text is empty.', shorten),
  21620: never('Twilio does not accept a picture address in the text.', shorten),
  21623: never('Twilio does not accept the pictures of the text.', shorten),
  30007: never('The carrier took the text for spam and dropped it.', 'Word it differently, or call this person.'),
  30019: never('The text is too large for the carrier.', shorten),

  // The way there.
  30001: never("Too many texts waited for the office's number, and this one was dropped.", later),
  30008: never('The carrier did not deliver the text and did not say why.', later),
  30009: never('A part of the text was lost on the way.', later),
  30017: never('The carrier was too busy to deliver the text.', later),
  30022: never('Texts went out faster than the carriers allow.', later),
  30410: never('The carrier did not answer in time.', later),
  30450: never('Twilio held the text back because of unusual traffic to this area.', later),
  30500: never('Twilio could not deliver the text because of a fault of its own.', later),
}

/**
 * What to do about `code`, whether it came with a refusal or later with a failed text. `status` is the refusal's HTTP
 * status (401 and 403 are always about the account), `said` is Twilio's own wording for codes that are not listed.
 */
export function failureFor(code: number, said: string | null, status?: number): SendFailure {
  const listed = entries[code]
  // They go into logs too, and may quote the number.
  const words = said === null ? null : maskNumbersIn(said)
  if (listed) return { ...listed, code: String(code) }
  if (status === 401 || status === 403) {
    return { ...stop(signedIn, refusedAs(words), signIn), code: String(code) }
  }
  return {
    reaction: 'never',
    code: String(code),
    message: words ? `Twilio did not deliver the text: ${words}` : 'Twilio did not deliver the text.',
    remedy: `Look up code ${code} at twilio.com/docs/api/errors, or call this person.`,
  }
}

function refusedAs(said: string | null): string {
  return said ? `Twilio refused access: ${said}` : 'Twilio refused access.'
}
