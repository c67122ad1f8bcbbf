/** While the account or the sender is at fault nothing goes out; the gateway is asked now and then whether it is mended. */
import type { Clock } from '../../../telephony/clock.ts'
import type { Gateway } from '../../../telephony/sms/gateway.ts'

const minute = 60 * 1000
/** Waits between two looks: longer each time that the next text was refused all the same. */
const waits = [1, 2, 5, 15].map((minutes) => minutes * minute)

export class Standstill {
  readonly #gateway: () => Gateway | null
  readonly #clock: Clock
  readonly #onOver: () => void
  #standing = false
  #times = 0
  #wake: (() => void) | null = null

  constructor(options: { gateway: () => Gateway | null; clock: Clock; onOver: () => void }) {
    this.#gateway = options.gateway
    this.#clock = options.clock
    this.#onOver = options.onOver
  }

  holds(): boolean {
    return this.#standing
  }

  begin(): void {
    if (this.#standing) return
    this.#standing = true
    this.#sleep()
  }

  /** It is mended, as a text that went through or new settings show. */
  end(): void {
    this.stop()
    this.#standing = false
    this.#times = 0
  }

  stop(): void {
    this.#wake?.()
    this.#wake = null
  }

  #sleep(): void {
    const wait = waits[Math.min(this.#times, waits.length - 1)] ?? minute
    this.#times += 1
    this.#wake = this.#clock.after(wait, () => {
      this.#wake = null
      this.#ask().catch(() => this.#sleep())
    })
  }

  async #ask(): Promise<void> {
    const steps = (await this.#gateway()?.check()) ?? []
    if (!this.#standing) return
    if (steps.length === 0 || steps.some((step) => step.state === 'failed')) return this.#sleep()
    this.#standing = false
    this.#onOver()
  }
}
