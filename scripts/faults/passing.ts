/** How a run's time passes: in the world, and in the engines, which have heard before what happened in it. */
import { setImmediate } from 'node:timers/promises'
import type { Office } from './office.ts'
import type { OfficePc } from './office-pc.ts'
import type { Traffic } from './traffic.ts'

/** Rounds of talk between the engines and the phone system that are waited for in one step. */
const mostBreaths = 20

export interface PassingOptions {
  office: Office
  traffic: Traffic
  /** The PCs that are switched on. */
  pcs: () => readonly OfficePc[]
}

export class Passing {
  readonly #options: PassingOptions
  /** What went through the gate of the phone system, as far as the engines have taken it in. */
  #heardSoFar = 0

  constructor(options: PassingOptions) {
    this.#options = options
  }

  /** `ms` pass; resolves when all that fell due in them is done. */
  async step(ms: number): Promise<void> {
    const { office, traffic, pcs } = this.#options
    await office.clock.advance(ms)
    await traffic.look()
    await this.#heard()
    await Promise.all(pcs().map((pc) => pc.advance(ms)))
    await this.#heard()
  }

  /** Resolves when the phone system and the engines have nothing more to say to each other. */
  async #heard(): Promise<void> {
    const { office, pcs } = this.#options
    for (let breaths = 0; breaths < mostBreaths; breaths += 1) {
      // Through the gate, and back.
      for (let turns = 0; turns < 4; turns += 1) await setImmediate()
      const { passed } = office.pbxGate
      if (passed === this.#heardSoFar) return
      this.#heardSoFar = passed
      await Promise.all(pcs().map((pc) => pc.breathe()))
    }
  }
}
