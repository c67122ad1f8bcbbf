/** Where the engine's events meet those who listen: the window's process, the terminal, a test. */
import type { EngineEvents } from '../contract/events.ts'

export type EngineListener = <N extends keyof EngineEvents>(name: N, payload: EngineEvents[N]) => void

export class EventHub {
  readonly #listeners = new Set<EngineListener>()

  /** Call what it returns to stop listening. */
  on(listener: EngineListener): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  emit<N extends keyof EngineEvents>(name: N, payload: EngineEvents[N]): void {
    for (const listener of this.#listeners) listener(name, payload)
  }
}
