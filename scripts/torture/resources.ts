/** What this process holds on to: sockets, timers, listeners, memory. */
import v8 from 'node:v8'
import vm from 'node:vm'
import type { Clock } from '../../telephony/clock.ts'
import { ManualClock } from '../../telephony/clock.ts'

/** A clock that is moved by hand and knows how many wait for it. */
export class CountedClock implements Clock {
  waiting = 0
  readonly #clock: ManualClock

  constructor(now: number) {
    this.#clock = new ManualClock(now)
  }

  now(): number {
    return this.#clock.now()
  }

  after(ms: number, run: () => void): () => void {
    this.waiting++
    let over = false
    const end = () => {
      if (over) return
      over = true
      this.waiting--
    }
    const giveUp = this.#clock.after(ms, () => {
      end()
      run()
    })
    return () => {
      end()
      giveUp()
    }
  }

  advance(ms: number): Promise<void> {
    return this.#clock.advance(ms)
  }
}

export interface Resources {
  sockets: number
  timers: number
  /** Of the clock. */
  waiting: number
  heapMb: number
}

export function resources(clock: CountedClock): Resources {
  const active = process.getActiveResourcesInfo()
  const of = (name: string) => active.filter((resource) => resource === name).length
  collectGarbage()
  return {
    sockets: of('TCPSocketWrap'),
    timers: of('Timeout'),
    waiting: clock.waiting,
    heapMb: Math.round((process.memoryUsage().heapUsed / 1024 / 1024) * 10) / 10,
  }
}

function collectGarbage(): void {
  v8.setFlagsFromString('--expose-gc')
  const collect: unknown = vm.runInNewContext('gc')
  if (typeof collect === 'function') collect()
}
