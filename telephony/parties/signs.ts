/**
 * The signs by which a trunk is told from a desk phone. Points above 0 speak for outside, below 0 for inside; what the
 * phone system's settings say outweighs what calls show (see judge.ts), and the office's own word outweighs both.
 */
import type { Evidence } from './evidence.ts'
import { contextSide, nameSays } from './names.ts'
import type { NameSaying } from './names.ts'

/** What the other endpoints of the office tell about one of them. */
export interface Around {
  /** Desk phones, told by other signs, whose calls begin in the same context, and in other ones. */
  phonesInContext: number
  phonesElsewhere: number
}

export interface Sign {
  from: 'settings' | 'calls'
  points: number
  holds(known: Evidence, around: Around): boolean
  /** Ends the sentence "A trunk, because …" or "A desk phone, because …". */
  words(known: Evidence, around: Around): string
}

const says = (...sayings: NameSaying[]) => ({
  holds: ({ endpoint }: Evidence) => sayings.some((saying) => nameSays(endpoint) === saying),
})
const context = ({ settings }: Evidence) => `its context is ${settings.context ?? ''}`
const unclearContext = ({ settings }: Evidence) => settings.context !== null && contextSide(settings.context) === null

export const signs: readonly Sign[] = [
  // What the settings of the phone system say.
  {
    from: 'settings',
    points: 4,
    holds: ({ settings }) => contextSide(settings.context) === 'outside',
    words: context,
  },
  {
    from: 'settings',
    points: -4,
    holds: ({ settings }) => contextSide(settings.context) === 'inside',
    words: context,
  },
  {
    from: 'settings',
    points: 4,
    holds: ({ settings }) => settings.wiredTo === 'line',
    words: () => 'it is wired to a telephone line',
  },
  {
    from: 'settings',
    points: -4,
    holds: ({ settings }) => settings.wiredTo === 'phone',
    words: () => 'it is wired to a telephone',
  },
  {
    from: 'settings',
    points: 3,
    holds: ({ settings }) => settings.signsInElsewhere,
    words: () => 'the phone system signs in at a provider with it',
  },
  {
    from: 'settings',
    points: -3,
    holds: ({ settings }) => settings.signsInHere,
    words: () => 'it signs in at the phone system as phones do',
  },
  {
    from: 'settings',
    points: -4,
    holds: ({ settings }) => settings.watched,
    words: ({ settings }) =>
      settings.extension ? `it is extension ${settings.extension}` : 'the dialplan has a hint for it',
  },
  {
    from: 'settings',
    points: -3,
    holds: ({ settings }) => settings.inQueue,
    words: () => 'it takes calls of a queue',
  },
  {
    from: 'settings',
    points: -2,
    holds: ({ settings }) => settings.extension !== null && !settings.watched,
    words: ({ settings }) => `its own number is ${settings.extension ?? ''}`,
  },
  {
    from: 'settings',
    points: -2,
    holds: ({ settings }) => settings.phoneFeatures,
    words: () => 'it has a mailbox, or others may pick up its calls',
  },
  {
    from: 'settings',
    points: 1,
    holds: ({ settings }) => settings.fixedAddress,
    words: () => 'it is known by a fixed address',
  },
  {
    from: 'settings',
    points: 1,
    holds: (known, around) => unclearContext(known) && around.phonesInContext === 0 && around.phonesElsewhere >= 2,
    words: ({ settings }) => `no desk phone shares its context ${settings.context ?? ''}`,
  },
  // What its name says.
  { from: 'calls', points: 3, ...says('trunk'), words: () => 'its name says so' },
  { from: 'calls', points: 3, ...says('provider'), words: () => 'it is named after a provider' },
  { from: 'calls', points: 4, ...says('span'), words: () => 'it is a line of the telephone network' },
  { from: 'calls', points: 1, ...says('account'), words: () => 'it is named by a whole phone number' },
  { from: 'calls', points: 2, ...says('host'), words: () => 'it is only known by an address' },
  { from: 'calls', points: -3, ...says('extension'), words: () => 'it is named like an extension' },
  { from: 'calls', points: -4, ...says('mac'), words: () => 'it is named like a device' },
  { from: 'calls', points: -1, ...says('place'), words: () => 'it is named after a place in the office' },
  // What its calls show.
  {
    from: 'calls',
    points: 4,
    holds: ({ calls }) => calls.callers.length >= 3,
    words: () => 'different callers came through it',
  },
  {
    from: 'calls',
    points: 1,
    holds: ({ calls }) => calls.whole > 0,
    words: () => 'whole numbers came through it',
  },
  {
    from: 'calls',
    points: 4,
    holds: ({ calls }) => calls.through > 0,
    words: ({ calls }) => `${times(calls.through, 'a call', 'calls')} went out through it`,
  },
  {
    from: 'calls',
    points: -4,
    holds: ({ calls }) => calls.wentOut > 0,
    words: ({ calls }) => `it called out ${often(calls.wentOut)}`,
  },
  {
    from: 'calls',
    points: -4,
    holds: ({ calls }) => calls.callers.length === 1 && calls.reached.length >= 3,
    words: () => 'it always shows the same number and calls different ones',
  },
  {
    from: 'calls',
    points: -2,
    holds: ({ calls }) => calls.rang > 0,
    words: ({ calls }) => `it rang as a desk phone ${often(calls.rang)}`,
  },
  {
    from: 'calls',
    points: -1,
    holds: ({ calls }) => calls.rang >= 3,
    words: ({ calls }) => `it rang as a desk phone ${often(calls.rang)}`,
  },
  {
    from: 'calls',
    points: -3,
    holds: ({ calls }) => calls.named > 0,
    words: () => 'it shows its own name as its number',
  },
  {
    from: 'calls',
    points: -2,
    holds: ({ calls }) => calls.short > 0 && calls.whole === 0,
    words: () => 'it shows an extension as its number',
  },
  {
    from: 'calls',
    points: -2,
    holds: ({ calls }) => calls.inner > 0,
    words: () => 'it dials extensions',
  },
  {
    from: 'calls',
    points: -3,
    holds: ({ calls }) => calls.codes > 0,
    words: () => 'it dialled service codes of the phone system',
  },
]

function often(count: number): string {
  return count === 1 ? 'once' : `${count} times`
}

function times(count: number, one: string, many: string): string {
  return count === 1 ? one : `${count} ${many}`
}
