/**
 * The signs by which a trunk is told from a desk phone. Points above 0 speak for outside, below 0 for inside; what the
 * phone system's settings say outweighs what calls show (see judge.ts), and the office's own word outweighs both.
 */
import type { NoFacts, Said } from '../said.ts'
import type { Evidence } from './evidence.ts'
import { contextSide, nameSays } from './names.ts'
import type { NameSaying } from './names.ts'

/** What the other endpoints of the office tell about one of them. */
export interface Around {
  /** Desk phones, told by other signs, whose calls begin in the same context, and in other ones. */
  phonesInContext: number
  phonesElsewhere: number
}

/** Why an endpoint is taken for what it is taken. */
export interface ReasonFacts {
  context: { context: string }
  'wired-line': NoFacts
  'wired-phone': NoFacts
  'signs-in-elsewhere': NoFacts
  'signs-in-here': NoFacts
  'is-extension': { extension: string }
  watched: NoFacts
  'in-queue': NoFacts
  'own-number': { extension: string }
  'phone-features': NoFacts
  'fixed-address': NoFacts
  'context-of-its-own': { context: string }
  'named-trunk': NoFacts
  'named-provider': NoFacts
  'named-span': NoFacts
  'named-number': NoFacts
  'named-host': NoFacts
  'named-extension': NoFacts
  'named-device': NoFacts
  'named-place': NoFacts
  'different-callers': NoFacts
  'whole-numbers': NoFacts
  'went-out-through': { calls: number }
  'called-out': { calls: number }
  'one-number': NoFacts
  rang: { calls: number }
  'shows-its-name': NoFacts
  'shows-extension': NoFacts
  'dials-extensions': NoFacts
  'dials-codes': NoFacts
  'office-says': NoFacts
  listed: NoFacts
  'not-listed': NoFacts
}

export type Reason = Said<ReasonFacts>

export interface Sign {
  from: 'settings' | 'calls'
  points: number
  holds(known: Evidence, around: Around): boolean
  /** What there is to say of it, to end "A trunk, because …" or "A desk phone, because …". */
  tells(known: Evidence): Reason
}

/** Says a code that needs no facts. */
const plain =
  <C extends Reason['code']>(code: C) =>
  () => ({ code, facts: {} })
const says = (...sayings: NameSaying[]) => ({
  holds: ({ endpoint }: Evidence) => sayings.some((saying) => nameSays(endpoint) === saying),
})
const context = ({ settings }: Evidence) => ({ code: 'context', facts: { context: settings.context ?? '' } }) as const
const unclearContext = ({ settings }: Evidence) => settings.context !== null && contextSide(settings.context) === null

export const signs: readonly Sign[] = [
  // What the settings of the phone system say.
  {
    from: 'settings',
    points: 4,
    holds: ({ settings }) => contextSide(settings.context) === 'outside',
    tells: context,
  },
  {
    from: 'settings',
    points: -4,
    holds: ({ settings }) => contextSide(settings.context) === 'inside',
    tells: context,
  },
  {
    from: 'settings',
    points: 4,
    holds: ({ settings }) => settings.wiredTo === 'line',
    tells: plain('wired-line'),
  },
  {
    from: 'settings',
    points: -4,
    holds: ({ settings }) => settings.wiredTo === 'phone',
    tells: plain('wired-phone'),
  },
  {
    from: 'settings',
    points: 3,
    holds: ({ settings }) => settings.signsInElsewhere,
    tells: plain('signs-in-elsewhere'),
  },
  {
    from: 'settings',
    points: -3,
    holds: ({ settings }) => settings.signsInHere,
    tells: plain('signs-in-here'),
  },
  {
    from: 'settings',
    points: -4,
    holds: ({ settings }) => settings.watched,
    tells: ({ settings: { extension } }) =>
      extension ? { code: 'is-extension', facts: { extension } } : { code: 'watched', facts: {} },
  },
  {
    from: 'settings',
    points: -3,
    holds: ({ settings }) => settings.inQueue,
    tells: plain('in-queue'),
  },
  {
    from: 'settings',
    points: -2,
    holds: ({ settings }) => settings.extension !== null && !settings.watched,
    tells: ({ settings }) => ({ code: 'own-number', facts: { extension: settings.extension ?? '' } }),
  },
  {
    from: 'settings',
    points: -2,
    holds: ({ settings }) => settings.phoneFeatures,
    tells: plain('phone-features'),
  },
  {
    from: 'settings',
    points: 1,
    holds: ({ settings }) => settings.fixedAddress,
    tells: plain('fixed-address'),
  },
  {
    from: 'settings',
    points: 1,
    holds: (known, around) => unclearContext(known) && around.phonesInContext === 0 && around.phonesElsewhere >= 2,
    tells: ({ settings }) => ({ code: 'context-of-its-own', facts: { context: settings.context ?? '' } }),
  },
  // What its name says.
  { from: 'calls', points: 3, ...says('trunk'), tells: plain('named-trunk') },
  { from: 'calls', points: 3, ...says('provider'), tells: plain('named-provider') },
  { from: 'calls', points: 4, ...says('span'), tells: plain('named-span') },
  { from: 'calls', points: 1, ...says('account'), tells: plain('named-number') },
  { from: 'calls', points: 2, ...says('host'), tells: plain('named-host') },
  { from: 'calls', points: -3, ...says('extension'), tells: plain('named-extension') },
  { from: 'calls', points: -4, ...says('mac'), tells: plain('named-device') },
  { from: 'calls', points: -1, ...says('place'), tells: plain('named-place') },
  // What its calls show.
  {
    from: 'calls',
    points: 4,
    holds: ({ calls }) => calls.callers.length >= 3,
    tells: plain('different-callers'),
  },
  {
    from: 'calls',
    points: 1,
    holds: ({ calls }) => calls.whole > 0,
    tells: plain('whole-numbers'),
  },
  {
    from: 'calls',
    points: 4,
    holds: ({ calls }) => calls.through > 0,
    tells: ({ calls }) => ({ code: 'went-out-through', facts: { calls: calls.through } }),
  },
  {
    from: 'calls',
    points: -4,
    holds: ({ calls }) => calls.wentOut > 0,
    tells: ({ calls }) => ({ code: 'called-out', facts: { calls: calls.wentOut } }),
  },
  {
    from: 'calls',
    points: -4,
    holds: ({ calls }) => calls.callers.length === 1 && calls.reached.length >= 3,
    tells: plain('one-number'),
  },
  {
    from: 'calls',
    points: -2,
    holds: ({ calls }) => calls.rang > 0,
    tells: ({ calls }) => ({ code: 'rang', facts: { calls: calls.rang } }),
  },
  {
    from: 'calls',
    points: -1,
    holds: ({ calls }) => calls.rang >= 3,
    tells: ({ calls }) => ({ code: 'rang', facts: { calls: calls.rang } }),
  },
  {
    from: 'calls',
    points: -3,
    holds: ({ calls }) => calls.named > 0,
    tells: plain('shows-its-name'),
  },
  {
    from: 'calls',
    points: -2,
    holds: ({ calls }) => calls.short > 0 && calls.whole === 0,
    tells: plain('shows-extension'),
  },
  {
    from: 'calls',
    points: -2,
    holds: ({ calls }) => calls.inner > 0,
    tells: plain('dials-extensions'),
  },
  {
    from: 'calls',
    points: -3,
    holds: ({ calls }) => calls.codes > 0,
    tells: plain('dials-codes'),
  },
]
