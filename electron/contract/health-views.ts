/** How the parts of Ringback are doing. */

/** How one part of Ringback is doing, in words for people. */
export interface PartHealth {
  state: 'ok' | 'working' | 'off' | 'trouble'
  /** One plain sentence. */
  message: string
  /** What to do about it; null when there is nothing to do. */
  remedy: string | null
  /** The same for who looks after the phone system: shown in Settings → Phone system only. */
  details?: { message: string; remedy: string | null }
  /** Where that part is in trouble too, it is the cause, and says what to do. */
  because?: 'disk'
  since: number
}

/** Classes of manager.conf; the first three are read, the others written. */
export type PhonePermission = 'call' | 'agent' | 'dialplan' | 'reporting' | 'originate' | 'system'

/** What there is to know of the connection to the phone system besides how it is doing. */
export interface PhoneConnection {
  /** When the next attempt to connect begins; null while none is waited for. */
  retryAt: number | null
  /** What the phone system surely does not permit its user, while connected. */
  lacks: PhonePermission[]
}

export interface Health {
  phoneSystem: PartHealth
  connection: PhoneConnection
  texting: PartHealth
  /** The inbox file on this PC. */
  inbox: PartHealth
  /** Room on this PC's disk. */
  disk: PartHealth
  /** Whether this PC's clock can be trusted. */
  clock: PartHealth
  paused: { since: number; until: number | null; by: 'staff' | 'brake' | 'restore' } | null
  /** Whether calls of all lines, or of some, are only watched. */
  watchOnly?: 'all' | 'some' | null
  revision: number
}
