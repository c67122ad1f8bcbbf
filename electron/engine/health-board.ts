/** How every part of the engine is doing, kept in one place and told whenever something changes. */
import type { Logger } from '../../telephony/logger.ts'
import { words } from '../contract/text/index.ts'
import type { Health, PartHealth, PhoneConnection } from '../contract/view-models.ts'

type Paused = Health['paused']
type Part = 'phoneSystem' | 'texting' | 'inbox' | 'disk' | 'clock'

export class HealthBoard {
  readonly #tell: (health: Health) => void
  readonly #revision: () => number
  readonly #logger: Logger
  readonly #parts: Record<Part, PartHealth>
  #connection: PhoneConnection = { retryAt: null, lacks: [] }
  #paused: Paused = null
  #watchOnly: 'all' | 'some' | null = null

  constructor(options: { now: number; revision: () => number; logger: Logger; tell: (health: Health) => void }) {
    this.#tell = options.tell
    this.#revision = options.revision
    this.#logger = options.logger
    const since = options.now
    this.#parts = {
      phoneSystem: { ...off(words.health.noPhone), since },
      texting: { ...off(words.health.noTexting), since },
      inbox: { state: 'ok', message: words.health.inbox, remedy: null, since },
      disk: { state: 'ok', message: words.pc.disk.fine, remedy: null, since },
      clock: { state: 'ok', message: words.pc.clock.fine, remedy: null, since },
    }
  }

  /** Says in the language that holds now what nobody else would say anew. */
  retell(): void {
    const { phoneSystem, inbox } = this.#parts
    if (phoneSystem.state === 'off') this.set('phoneSystem', { ...phoneSystem, ...off(words.health.noPhone) })
    if (inbox.state === 'ok') this.set('inbox', { ...inbox, message: words.health.inbox })
  }

  now(): Health {
    return {
      ...this.#parts,
      connection: this.#connection,
      paused: this.#paused,
      watchOnly: this.#watchOnly,
      revision: this.#revision(),
    }
  }

  /** Says how a part is doing; `since` moves only when its state does, so that "since when" stays true. */
  set(part: Part, health: PartHealth): void {
    const before = this.#parts[part]
    const since = before.state === health.state ? before.since : health.since
    const same =
      before.state === health.state &&
      before.message === health.message &&
      before.remedy === health.remedy &&
      before.details?.message === health.details?.message
    if (same) return
    this.#parts[part] = { ...health, since }
    const { state, message, remedy } = health
    this.#logger[state === 'trouble' ? 'warn' : 'info']('health.changed', { part, state, message, remedy })
    this.#tell(this.now())
  }

  /** How the phone system is doing, with what there is to know of the connection: told together. */
  setPhoneSystem(health: PartHealth, connection: PhoneConnection): void {
    const tell = JSON.stringify(connection) !== JSON.stringify(this.#connection)
    this.#connection = connection
    const before = this.#parts.phoneSystem
    this.set('phoneSystem', health)
    if (tell && this.#parts.phoneSystem === before) this.#tell(this.now())
  }

  setPaused(paused: Paused): void {
    if (this.#paused?.since === paused?.since && this.#paused?.until === paused?.until) return
    this.#paused = paused
    this.#tell(this.now())
  }

  setWatchOnly(watchOnly: 'all' | 'some' | null): void {
    if (this.#watchOnly === watchOnly) return
    this.#watchOnly = watchOnly
    this.#tell(this.now())
  }
}

function off([message, remedy]: readonly [string, string]): Omit<PartHealth, 'since'> {
  return { state: 'off', message, remedy }
}
