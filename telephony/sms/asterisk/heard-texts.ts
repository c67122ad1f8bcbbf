/** The texts that came as events, held until they have been fetched for long. */
import type { Clock } from '../../clock.ts'
import { kept, textEvent } from './dialplan.ts'
import type { PortEvent } from './port.ts'
import { countOf, textOf } from './record.ts'
import type { Office, ReceivedText } from './record.ts'

/** In ms: longer than anything can keep the engine from storing what it fetched. */
const heldFor = 48 * 60 * 60 * 1000

export class HeardTexts {
  readonly #clock: Clock
  readonly #office: Office
  readonly #texts = new Map<string, { text: ReceivedText; heardAt: number }>()

  constructor({ clock, office }: { clock: Clock; office: Office }) {
    this.#clock = clock
    this.#office = office
  }

  /** Whether the event is a text at all. */
  take(event: PortEvent): boolean {
    if (event.event !== 'UserEvent' || event.get('UserEvent') !== textEvent) return false
    const [id = '', from = '', text = ''] = ['Id', 'From', 'Text'].map((header) => event.get(header))
    const received = textOf({ id, from, text }, this.#office)
    if (!received) return false
    this.#texts.set(id, { text: received, heardAt: this.#clock.now() })
    const oldest = this.#texts.size > kept ? this.#texts.keys().next().value : undefined
    if (oldest !== undefined) this.#texts.delete(oldest)
    return true
  }

  /** Those of the last two days that the phone system does not keep itself: it has kept all up to `newest`. */
  notKept(newest: number): ReceivedText[] {
    const since = this.#clock.now() - heldFor
    for (const [id, { heardAt }] of this.#texts) {
      if (heardAt < since || (countOf(id) ?? 0) <= newest) this.#texts.delete(id)
    }
    return [...this.#texts.values()].map(({ text }) => text)
  }
}
