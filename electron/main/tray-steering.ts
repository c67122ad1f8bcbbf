/** Pause and Resume of the tray: they hold even when the engine is away just now. */
import type { Ask } from './ask-engine.ts'
import type { Notifier } from './notifications.ts'

type Steer = 'automation:pause' | 'automation:resume'

export class TraySteering {
  readonly #ask: Ask
  readonly #notifier: Notifier
  /** What was asked for while the engine was away. */
  #wish: { command: Steer; input: unknown } | null = null

  constructor({ ask, notifier }: { ask: Ask; notifier: Notifier }) {
    this.#ask = ask
    this.#notifier = notifier
  }

  /** An engine that is away hears of it as soon as it is back. */
  async steer(command: Steer, input?: unknown): Promise<void> {
    const result = await this.#ask(command, input)
    this.#wish = result.ok ? null : { command, input }
    if (!result.ok) this.#notifier.refused(result.failure, null)
  }

  /** The engine is back. */
  steerAsWished(): void {
    const wish = this.#wish
    this.#wish = null
    if (wish) void this.steer(wish.command, wish.input)
  }
}
