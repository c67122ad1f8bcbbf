/** What truly happened in a run, as nobody inside an engine can know it. Times are the run's, unless they say "real". */
import { PcDiary } from './pc-diary.ts'
import type { Moment } from './pc-diary.ts'
import { Troubles } from './troubles.ts'

export interface PlayedCall {
  linkedid: string
  /** E.164; null when withheld. */
  number: string | null
  /** False for numbers that must never be texted. */
  textable: boolean
  outcome: 'missed' | 'answered'
  startedAt: number
  endedAt: number | null
  /** By the real clock. */
  beganAt: number
  /** By PC: how many steps its engines had gone when the call ended. */
  stepsAtEnd: Map<string, number>
  /** By PC, the connection that the whole call was told over; none where it broke off, or there was none. */
  toldOver: Map<string, number>
}

export interface Written {
  number: string
  sid: string
  /** No text may follow, until they write `start`. */
  wish: 'stop' | 'start' | 'none'
  body: string
  at: number
  /** Lists hid it that long, ms. */
  lag: number
  /** By PC: when a list that was answered first showed it, by the real clock. */
  shownAt: Map<string, number>
}

/** A request to send that came to the gateway. */
export interface SendRequest {
  /** Which PC asked. */
  pc: string
  to: string
  body: string
  at: number
  /** Place among all that the gateway heard. */
  order: number
  /** The moment in which the engine took the text out of its outbox. */
  claimed: Moment
  /** By the real clock. */
  heardAt: number
  /** Accepted texts have an id. */
  sid: string | null
  /** What was done to the answer. */
  fault: string | null
  /** Lists hide it that long, ms. */
  lag: number
  /** The gateway's own code when it refused. */
  code: number | null
}

/** A text that somebody sent at the gateway's own website. */
export interface TextByHand {
  to: string
  body: string
  at: number
  sid: string
  /** Lists hide it that long, ms. */
  lag: number
}

/** A PC was told all texts to one number. */
export interface Lookup {
  pc: string
  to: string
  /** Place among all that the gateway heard. */
  order: number
  /** The ids that it showed. */
  sids: ReadonlySet<string>
}

/** Something that staff asked for in the window. */
export interface StaffWish {
  pc: string
  kind: 'write' | 'send-now' | 'skip' | 'stop' | 'opt-out' | 'opt-in' | 'pause' | 'resume'
  /** Null for what concerns everybody. */
  number: string | null
  at: number
  /** By the real clock. */
  askedAt: number
  /** The moment in which the window was told that it is done; null: never. */
  done: Moment | null
  /** What was written, sent now or skipped. */
  messageId: string | null
  body: string | null
  /** Of a pause; null when it lasts until somebody resumes. */
  minutes: number | null
}

/** Everything that the whole office shares. */
export class Diary {
  readonly calls: PlayedCall[] = []
  readonly written: Written[] = []
  readonly requests: SendRequest[] = []
  readonly byHand: TextByHand[] = []
  readonly lookups: Lookup[] = []
  readonly wishes: StaffWish[] = []
  /** Of all: the gateway was not to be reached, the PCs slept. */
  readonly troubles = new Troubles()
  /** Moments at which requests that were on their way broke off. */
  readonly cuts: number[] = []
  readonly pcs = new Map<string, PcDiary>()
  /** Two engines that ran on one inbox, and the like: told, not counted. */
  readonly wrongs: string[] = []

  pc(name: string): PcDiary {
    const known = this.pcs.get(name)
    if (known) return known
    const made = new PcDiary(name)
    this.pcs.set(name, made)
    return made
  }
}
