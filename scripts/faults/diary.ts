/** What truly happened in a run, as nobody inside the engine can know it. Times are the run's, unless they say "real". */

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
  hungUpAt: number | null
  /** The connection to the engine that the whole call was told over; null where it broke off, or there was none. */
  toldOver: number | null
}

export interface Written {
  number: string
  sid: string
  /** No text may follow. */
  stop: boolean
  at: number
  /** When a list that was answered first showed it, by the real clock; null: never. */
  shownAt: number | null
}

/** A request to send that came to the gateway. */
export interface SendRequest {
  to: string
  body: string
  at: number
  /** When the engine began to ask, by the real clock. */
  realAt: number
  /** Accepted texts have an id. */
  sid: string | null
  /** What was done to the answer. */
  fault: string | null
  /** Lists hide it that long, ms. */
  lag: number
  /** The gateway's own code when it refused. */
  code: number | null
}

export interface StaffText {
  messageId: string
  number: string
  body: string
}

/** A time in which no text could go out. */
export interface Trouble {
  kind: 'no-engine' | 'gateway' | 'disk' | 'lag'
  from: number
  to: number | null
}

export interface Jump {
  at: number
  ms: number
  /** Time went on for everybody while the PC slept; else its clock was set, rightly or wrongly. */
  slept: boolean
}

export class Diary {
  readonly calls: PlayedCall[] = []
  readonly written: Written[] = []
  requests: SendRequest[] = []
  /** Staff texts that the engine promised to send. */
  readonly staffTexts: StaffText[] = []
  readonly troubles: Trouble[] = []
  /** When the PC's clock was set, or it slept: by how much. */
  readonly jumps: Jump[] = []
  /** When a connection to the phone system ended, by its number, real clock. */
  readonly connectionsEnded = new Map<number, number>()
  /** When the engine was killed. */
  readonly kills: number[] = []
  /** When the engine said that it has stored a call, by Linkedid, real clock. */
  readonly storedCalls = new Map<string, number>()
  /** When the engine said that it has stored a reply, by conversation, real clock. */
  readonly storedReplies: { conversation: string; realAt: number }[] = []
  /** Two engines that ran on one inbox, and the like: told, not counted. */
  readonly wrongs: string[] = []

  begin(kind: Trouble['kind'], from: number): void {
    if (!this.#running(kind)) this.troubles.push({ kind, from, to: null })
  }

  end(kind: Trouble['kind'], to: number): void {
    const running = this.#running(kind)
    if (running) running.to = to
  }

  #running(kind: Trouble['kind']): Trouble | undefined {
    return this.troubles.find((trouble) => trouble.kind === kind && trouble.to === null)
  }
}
