/** How sending is doing, in one sentence: the worst of what is true now, each trouble gone with what disproves it. */
import type { Clock } from '../../../telephony/clock.ts'
import type { Gateway } from '../../../telephony/sms/gateway.ts'
import { words } from '../../contract/text/index.ts'
import type { PartHealth } from '../../contract/view-models.ts'
import { PartReporter } from '../part-health.ts'
import type { HealthListener } from '../part-health.ts'
import type { Sentence } from '../telephony-words.ts'

/** In the language that holds when it is told. */
export type Trouble = () => Sentence

/** Worst first: what a text became cannot be stored; all stands still; texts do not get out; nobody answers. */
const causes = ['not-stored', 'standstill', 'not-sent', 'silent'] as const
type Cause = (typeof causes)[number]

export class OutboxHealth {
  readonly #reporter: PartReporter
  readonly #troubles = new Map<Cause, Trouble>()
  /** The texts that wait because of the last two causes; when none waits any more, nobody knows of trouble. */
  readonly #waiting = new Map<string, Cause>()
  #gateway: Gateway['name'] | null = null

  constructor(clock: Clock) {
    this.#reporter = new PartReporter(clock, 'off', ...words.health.noTexting)
  }

  health(): PartHealth {
    return this.#reporter.health()
  }

  onHealth(listener: HealthListener): () => void {
    return this.#reporter.onHealth(listener)
  }

  /** The gateway that there is now, by name; null for none. */
  setGateway(name: Gateway['name'] | null): void {
    this.#gateway = name
    this.#tell()
  }

  setStandstill(trouble: Trouble | null): void {
    this.#set('standstill', trouble)
  }

  setNotStored(trouble: Trouble | null): void {
    this.#set('not-stored', trouble)
  }

  /** This text waits, because the gateway took nothing (`not-sent`) or could not be asked (`silent`). */
  waits(messageId: string, cause: 'not-sent' | 'silent', trouble: Trouble): void {
    this.#waiting.set(messageId, cause)
    this.#set(cause, trouble)
  }

  /** The gateway answered a question. */
  answered(): void {
    this.#over('silent')
  }

  /** The gateway took a text, or refused one: it can be sent to. */
  reached(): void {
    this.#over('silent')
    this.#over('not-sent')
  }

  /** The texts of which somebody should look whether they still wait. */
  waiting(): string[] {
    return [...this.#waiting.keys()]
  }

  /** Of the texts that waited only these still do. */
  onlyWaiting(messageIds: ReadonlySet<string>): void {
    for (const id of this.#waiting.keys()) if (!messageIds.has(id)) this.#waiting.delete(id)
    const left = new Set(this.#waiting.values())
    for (const cause of ['not-sent', 'silent'] as const) if (!left.has(cause)) this.#set(cause, null)
  }

  /** Something was changed: what was found before counts no longer. */
  forget(): void {
    this.reached()
    this.setStandstill(null)
  }

  /** Another language holds. */
  retell(): void {
    this.#tell()
  }

  #over(cause: Cause): void {
    for (const [id, waitsFor] of this.#waiting) if (waitsFor === cause) this.#waiting.delete(id)
    this.#set(cause, null)
  }

  #set(cause: Cause, trouble: Trouble | null): void {
    if (trouble) this.#troubles.set(cause, trouble)
    else this.#troubles.delete(cause)
    this.#tell()
  }

  #tell(): void {
    const worst = causes.find((cause) => this.#troubles.has(cause))
    const trouble = worst && this.#troubles.get(worst)
    if (this.#gateway === null && worst !== 'not-stored') {
      this.#reporter.set('off', ...words.health.noTexting)
    } else if (trouble) {
      const { message, remedy } = trouble()
      this.#reporter.set('trouble', message, remedy)
    } else this.#reporter.set('ok', words.health.sending(words.texting.gateways[this.#gateway ?? 'Twilio']))
  }
}
