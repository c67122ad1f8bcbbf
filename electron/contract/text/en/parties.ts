import { plural } from './plural.ts'

type InContext = { context: string }
type Extension = { extension: string }
type Calls = { calls: number }

/** Why something is taken for a line outside or for a desk phone: each ends a sentence that says what it is. */
export const parties = {
  context: ({ context }: InContext) => `its context is ${context}`,
  'wired-line': () => 'it is wired to a telephone line',
  'wired-phone': () => 'it is wired to a telephone',
  'signs-in-elsewhere': () => 'the phone system signs in at a provider with it',
  'signs-in-here': () => 'it signs in at the phone system as phones do',
  'is-extension': ({ extension }: Extension) => `it is extension ${extension}`,
  watched: () => 'the dialplan has a hint for it',
  'in-queue': () => 'it takes calls of a queue',
  'own-number': ({ extension }: Extension) => `its own number is ${extension}`,
  'phone-features': () => 'it has a mailbox, or others may pick up its calls',
  'fixed-address': () => 'it is known by a fixed address',
  'context-of-its-own': ({ context }: InContext) => `no desk phone shares its context ${context}`,
  'named-trunk': () => 'its name says so',
  'named-provider': () => 'it is named after a provider',
  'named-span': () => 'it is a line of the telephone network',
  'named-number': () => 'it is named by a whole phone number',
  'named-host': () => 'it is only known by an address',
  'named-extension': () => 'it is named like an extension',
  'named-device': () => 'it is named like a device',
  'named-place': () => 'it is named after a place in the office',
  'different-callers': () => 'different callers came through it',
  'whole-numbers': () => 'whole numbers came through it',
  'went-out-through': ({ calls }: Calls) =>
    calls === 1 ? 'a call went out through it' : `${plural(calls, 'call', 'calls')} went out through it`,
  'called-out': ({ calls }: Calls) => `it called out ${often(calls)}`,
  'one-number': () => 'it always shows the same number and calls different ones',
  rang: ({ calls }: Calls) => `it rang as a desk phone ${often(calls)}`,
  'shows-its-name': () => 'it shows its own name as its number',
  'shows-extension': () => 'it shows an extension as its number',
  'dials-extensions': () => 'it dials extensions',
  'dials-codes': () => 'it dialed service codes of the phone system',
  'office-says': () => 'your office says so',
  listed: () => 'it is on the list of trunks',
  'not-listed': () => 'it is not on the list of trunks',
} satisfies Record<string, (facts: never) => string>

function often(count: number): string {
  return count === 1 ? 'once' : plural(count, 'time', 'times')
}
