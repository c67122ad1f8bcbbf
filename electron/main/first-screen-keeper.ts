/** Keeps the first screen for the next start: a little after each change, and when Ringback ends. */
import { ok } from '../contract/result.ts'
import type { About } from './about.ts'
import type { EngineHost } from './engine-host.ts'
import type { FirstScreen } from './first-screen.ts'
import type { Profile } from './profile.ts'

/** After something happened the list for the next start is kept so much later, ms. */
const keepAfter = 20_000
/** Never for long: a PC that is shut down waits for nobody, ms. */
const longest = 1000

export interface FirstScreenKeeperOptions {
  profile: Profile
  firstScreen: FirstScreen
  engine: EngineHost
  about: About
}

export class FirstScreenKeeper {
  readonly #options: FirstScreenKeeperOptions
  #keeping: ReturnType<typeof setTimeout> | null = null

  constructor(options: FirstScreenKeeperOptions) {
    this.#options = options
  }

  /** Something changed: what was kept holds no longer, and is kept anew when the rush is over. */
  keepSoon(): void {
    this.#options.firstScreen.outdated()
    if (this.#keeping !== null) return
    this.#keeping = setTimeout(() => {
      this.#keeping = null
      void this.keep()
    }, keepAfter)
  }

  /** Resolves after a second at the latest. */
  async keep(): Promise<void> {
    const { profile, firstScreen, engine, about } = this.#options
    if (profile.kind === 'demo' || engine.state().state !== 'running') return
    const kept = firstScreen.keep(async (command, input) =>
      command === 'app:info' ? ok(about.info()) : engine.request(command, input),
    )
    await Promise.race([kept, new Promise((resolve) => setTimeout(resolve, longest))])
  }
}
