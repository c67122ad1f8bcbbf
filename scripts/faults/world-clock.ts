/**
 * The time of a fault run: faster than the real one, the same in every process that knows its course, and with a wall
 * clock that can be set while the waiting goes on as before, as in a PC that sleeps or gets its clock corrected.
 */
import type { Clock } from '../../telephony/clock.ts'

/** From it two processes work out the same time. */
export interface Course {
  /** Epoch ms of the run, at `since` by the real clock. */
  at: number
  since: number
  /** Ms that pass in one real ms. */
  speed: number
  /** Ms that were skipped with everything that fell due in them. */
  advanced: number
  /** Ms by which the wall clock was set, forth or back. */
  jumped: number
}

interface Waiting {
  at: number
  run: () => void
}

export class WorldClock implements Clock {
  readonly #course: Course
  #waiting: Waiting[] = []
  #timer: NodeJS.Timeout | undefined

  constructor(course: Course) {
    this.#course = { ...course }
  }

  /** The wall clock. */
  now(): number {
    return Math.floor(this.passed() + this.#course.jumped)
  }

  /** What timers go by: never set, only ever forth. */
  passed(): number {
    const { at, since, speed, advanced } = this.#course
    return at + (Date.now() - since) * speed + advanced
  }

  course(): Course {
    return { ...this.#course }
  }

  /** Sets the wall clock `ms` forth, or back. */
  jump(ms: number): void {
    this.#course.jumped += ms
  }

  /** `ms` pass at once; what falls due in them runs. */
  advance(ms: number): void {
    this.#course.advanced += ms
    this.#runDue()
  }

  after(ms: number, run: () => void): () => void {
    const entry = { at: this.passed() + ms, run }
    this.#waiting.push(entry)
    this.#arm()
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== entry)
    }
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#waiting = []
  }

  #arm(): void {
    clearTimeout(this.#timer)
    const next = Math.min(...this.#waiting.map(({ at }) => at))
    if (next === Infinity) return
    const wait = Math.ceil((next - this.passed()) / this.#course.speed)
    this.#timer = setTimeout(() => this.#runDue(), Math.max(0, wait))
  }

  #runDue(): void {
    const now = this.passed()
    const due = this.#waiting.filter(({ at }) => at <= now).sort((one, other) => one.at - other.at)
    for (const entry of due) {
      // One that ran before it may have given it up.
      if (!this.#waiting.includes(entry)) continue
      this.#waiting = this.#waiting.filter((other) => other !== entry)
      entry.run()
    }
    this.#arm()
  }
}
