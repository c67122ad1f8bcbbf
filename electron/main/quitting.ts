/** Quitting: asked about where texts wait, and not before the engine has finished what is on its way. */
import { app } from 'electron'
import { systemClock } from '../../telephony/clock.ts'
import type { CommandOutput } from '../contract/commands.ts'
import type { EngineHost } from './engine-host.ts'
import type { FirstScreenKeeper } from './first-screen-keeper.ts'
import type { MainWindow } from './main-window.ts'
import { mayQuit } from './quit-warning.ts'

/** So long whoever quits waits for the engine to tell what would stay unsent, ms. */
const quitPatience = 2000

export interface QuittingOptions {
  engine: EngineHost
  window: MainWindow
  keeper: FirstScreenKeeper
}

export class Quitting {
  readonly #options: QuittingOptions
  #begun = false

  constructor(options: QuittingOptions) {
    this.#options = options
  }

  /** There is no way back any more. */
  get begun(): boolean {
    return this.#begun
  }

  /** Quits, unless texts wait and whoever is asked says no. */
  async quitIfWanted(): Promise<void> {
    const { engine, window } = this.#options
    const asked = engine.request('texts:waiting', undefined)
    // Who quits because the engine is stuck must not wait for it.
    const late = new Promise<null>((resolve) => void systemClock.after(quitPatience, () => resolve(null)))
    const waiting = await Promise.race([asked, late])
    // The engine's answer to this very command.
    const known = waiting?.ok ? (waiting.value as CommandOutput<'texts:waiting'>) : null
    if (await mayQuit(known, window.current)) app.quit()
  }

  /** Before Electron quits: the engine finishes what is on its way before the app is gone. */
  finishFirst(event: { preventDefault(): void }): void {
    if (this.#begun) return
    this.#begun = true
    event.preventDefault()
    const { engine, keeper } = this.#options
    void keeper
      .keep()
      .then(() => engine.stop())
      .finally(() => app.quit())
  }
}
