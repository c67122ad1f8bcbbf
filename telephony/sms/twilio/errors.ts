/**
 * Twilio's error codes and what to make of them: one table for refusals at once (2xxxx, mostly) and for failures that
 * come later on an accepted text (3xxxx). Codes are Twilio's, https://www.twilio.com/docs/api/errors; the reactions
 * are ours. What is not listed counts against this one text only and is shown with Twilio's own words.
 */
import { maskNumbersIn } from '../../mask-numbers.ts'
import type { Mending, SendFailure } from '../gateway.ts'

type Entry = { reaction: 'never' | 'opted-out' } | { reaction: 'stop-everything'; mending: Mending }

const never = { reaction: 'never' } as const

function stop(mending: Mending) {
  return { reaction: 'stop-everything', mending } as const
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

const entries = {
  // The account.
  10001: stop(signedIn),
  20003: stop(signedIn),
  20005: stop(signedIn),
  20006: stop(signedIn),
  20008: stop(signedIn),
  20403: stop(signedIn),
  20404: stop(signedIn),
  30002: stop(signedIn),
  70051: stop(told),

  // The sender.
  21212: stop(told),
  21603: stop(told),
  21606: stop(told),
  21607: stop(told),
  21611: stop(anHour),
  21659: stop(told),
  21660: stop(told),
  21661: stop(told),
  21701: stop(told),
  21703: stop(told),
  21704: stop(told),
  21705: stop(told),
  30024: stop(told),
  30032: stop(told),
  30033: stop(told),
  30034: stop(told),
  30035: stop(aDay),
  30023: stop(nextDay),
  30027: stop(nextDay),

  // The recipient's wish.
  21610: { reaction: 'opted-out' },

  // The recipient.
  21211: never,
  21214: never,
  21217: never,
  21408: never,
  21608: never,
  21612: never,
  21614: never,
  21635: never,
  30003: never,
  30004: never,
  30005: never,
  30006: never,

  // The text itself.
  21602: never,
  21604: never,
  21617: never,
  21618: never,
  21619: never,
  21620: never,
  21623: never,
  30007: never,
  30019: never,

  // The way there.
  30001: never,
  30008: never,
  30009: never,
  30017: never,
  30022: never,
  30410: never,
  30450: never,
  30500: never,
} satisfies Record<number, Entry>

/** Twilio's codes that Ringback has words for. */
export type ListedCode = keyof typeof entries

/**
 * What to do about `code`, whether it came with a refusal or later with a failed text. `status` is the refusal's HTTP
 * status (401 and 403 are always about the account), `said` is Twilio's own wording for codes that are not listed.
 */
export function failureFor(code: number, said: string | null, status?: number): SendFailure {
  if (isListed(code)) return { ...entries[code], code: String(code), said: { code: 'listed', facts: { number: code } } }
  // They go into logs too, and may quote the number.
  const detail = said === null ? {} : { detail: maskNumbersIn(said) }
  if (status === 401 || status === 403) {
    return { ...stop(signedIn), code: String(code), said: { code: 'access-refused', facts: detail } }
  }
  const facts = { number: String(code), ...detail }
  return { reaction: 'never', code: String(code), said: { code: 'unlisted', facts } }
}

/** About the number written to: what no later try will change. 30003 and 30004 (switched off, blocked) may pass. */
const ofTheNumber: readonly number[] = [21211, 21214, 21217, 21612, 21614, 21635, 30005, 30006] satisfies ListedCode[]

/** True where `code` says that the number cannot be reached by text, now or later. */
export function isOutOfReach(code: number): boolean {
  return ofTheNumber.includes(code)
}

/** True for the codes of which people can be told more than the number. */
export function isListed(code: number): code is ListedCode {
  return Object.hasOwn(entries, code)
}
