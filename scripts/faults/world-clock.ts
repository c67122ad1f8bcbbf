/**
 * The time of a fault run: it stands still until it is moved on, so that a busy PC makes a run longer and changes
 * nothing in it. Its wall clock can be set while the waiting goes on as before, as in a PC that sleeps or gets its clock
 * corrected.
 */
import { setImmediate } from 'node:timers/promises'
import type { Clock } from '../../telephony/clock.ts'

/** Epoch ms. */
export interface WorldTime {
  /** What timers go by: never set, only ever forth. */
  passed: number
  /** What is on the wall. */
  now: number
}

interface Waiting {
  at: number
  run: () => void
}

export class WorldClock implements Clock {
  #passed: number
  /** Ms by which the wall clock was set. */
  #set: number
  #waiting: Waiting[] = []

  constructor({ passed, now }: WorldTime) {
    this.#passed = passed
    this.#set = now - passed
  }

  now(): number {
    return this.#passed + this.#set
  }

  time(): WorldTime {
    return { passed: this.#passed, now: this.now() }
  }

  /** Sets the wall clock `ms` forth, or back. */
  jump(ms: number): void {
    this.#set += ms
  }

  /** `ms` pass; what falls due in them runs in its order, each with a turn for what follows from it. */
  async advance(ms: number): Promise<void> {
    const end = this.#passed + ms
    for (;;) {
      const next = this.#waiting.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0]
      if (!next) break
      this.#waiting = this.#waiting.filter((other) => other !== next)
      this.#passed = Math.max(this.#passed, next.at)
      next.run()
      await setImmediate()
    }
    this.#passed = end
  }

  after(ms: number, run: () => void): () => void {
    const entry = { at: this.#passed + ms, run }
    this.#waiting.push(entry)
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== entry)
    }
  }

  stop(): void {
    this.#waiting = []
  }
}
