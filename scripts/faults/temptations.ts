/** Lets the stories of callers come true, each at its time. */
import type { Random } from '../torture/random.ts'
import { otherWords, stopWords } from './callers.ts'
import type { Caller } from './callers.ts'
import { Deck } from './deck.ts'
import type { PlayedCall } from './diary.ts'
import type { Office } from './office.ts'
import { afterAnswered, afterMissed, quiet } from './stories.ts'
import type { Planned, Story } from './stories.ts'

/** Later than this nobody does what they had in mind, ms. */
const tooLate = 8000

/** How somebody calls; times in seconds. */
export interface Ways {
  answered: boolean
  rings: number
  talks: number
}

export interface TemptationsOptions {
  office: Office
  random: Random
  /** Of so many missed calls, one for each story, the rest are followed by nothing. */
  callsPerRound: number
  call: (caller: Caller, how: Ways) => void
  /** Staff write to this number in the window. False when there is no window to write in. */
  staffWrite: (number: string) => boolean
}

export class Temptations {
  readonly #options: TemptationsOptions
  readonly #stories: Deck<Story>
  #planned: (Planned & { caller: Caller })[] = []

  constructor(options: TemptationsOptions) {
    this.#options = options
    const stories = Object.values(afterMissed)
    const rest = Array.from({ length: Math.max(0, options.callsPerRound - stories.length) }, () => quiet)
    this.#stories = new Deck([...stories, ...rest], options.random)
  }

  /** A call is over, and its caller's story begins. */
  begin(caller: Caller, call: PlayedCall): void {
    const { random } = this.#options
    if (!caller.textable || call.endedAt === null) return
    // Who is in a story does not begin another one.
    if (this.#planned.some((each) => each.caller === caller)) return
    const story = call.outcome === 'missed' ? this.#stories.draw() : afterAnswered
    for (const planned of story(call.endedAt, random)) this.#planned.push({ ...planned, caller })
  }

  /** Whatever is to be done by now is done. */
  async look(): Promise<void> {
    const now = this.#options.office.clock.now()
    const due = this.#planned.filter(({ at }) => at <= now)
    this.#planned = this.#planned.filter(({ at }) => at > now)
    for (const each of due) {
      const isDone = await this.#act(each)
      if (!isDone && each.at > now - tooLate) this.#planned.push(each)
    }
  }

  /** What was still to come does not. */
  end(): void {
    this.#planned = []
  }

  /** False when it could not be done, and may be tried again. */
  async #act({ caller, deed }: Planned & { caller: Caller }): Promise<boolean> {
    const { office, random, call, staffWrite } = this.#options
    switch (deed.do) {
      case 'write':
        office.write(caller.number, random.pick(deed.wish === 'stop' ? stopWords : otherWords), deed.wish)
        return true
      case 'call':
        call(caller, deed)
        return true
      case 'staff-writes':
        return staffWrite(caller.number)
      case 'text-by-hand':
        await office.textByHand(caller.number, `By hand: we call you back, ${random.below(1000)}`)
        return true
      case 'gateway-down':
        office.shutGateway()
        office.clock.after(deed.ms, () => void office.openGateway())
        return true
    }
  }
}
