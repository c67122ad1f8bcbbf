/** What staff do in the window of a PC, drawn at random: they write, hurry texts on, stop them, pause everything. */
import { randomUUID } from 'node:crypto'
import type { Random } from '../torture/random.ts'
import type { Diary, StaffWish } from './diary.ts'
import { contactIn, waitingIn } from './inbox-reader.ts'
import type { Office } from './office.ts'
import type { OfficePc } from './office-pc.ts'
import type { WorldClock } from './world-clock.ts'

/** How likely each is in one turn of a run. */
const chances = {
  write: 0.012,
  'send-now': 0.012,
  skip: 0.005,
  stop: 0.005,
  'opt-out': 0.004,
  'opt-in': 0.003,
  pause: 0.001,
  resume: 0.03,
}

/** Of the texts that wait, staff look at the next ones. */
const seen = 12

const everybody = { number: null, messageId: null, body: null }

type About = Pick<StaffWish, 'kind' | 'number' | 'messageId' | 'body'> & Partial<Pick<StaffWish, 'minutes'>>

export class Staff {
  readonly #diary: Diary
  readonly #clock: WorldClock
  readonly #random: Random

  constructor(options: { office: Office; random: Random }) {
    this.#diary = options.office.diary
    this.#clock = options.office.clock
    this.#random = options.random
  }

  /** One turn at this PC; `numbers`: whom staff may think of. */
  turn(pc: OfficePc, numbers: readonly string[]): void {
    const random = this.#random
    const drawn = (Object.keys(chances) as (keyof typeof chances)[]).filter((kind) => random.chance(chances[kind]))
    for (const kind of drawn) {
      void this.#act(pc, kind, numbers)
    }
  }

  /** Writes to this number now, at the first of these PCs that is at work. False when there is none that knows it. */
  writeTo(pcs: readonly OfficePc[], number: string): boolean {
    const pc = pcs.find((each) => each.engine !== null && contactIn(each.inbox, number) !== null)
    if (!pc) return false
    void this.#toContact(pc, 'write', number)
    return true
  }

  async #act(pc: OfficePc, kind: keyof typeof chances, numbers: readonly string[]): Promise<void> {
    const random = this.#random
    if (!pc.engine) return
    switch (kind) {
      case 'write':
      case 'opt-out':
      case 'opt-in':
        if (numbers.length > 0) await this.#toContact(pc, kind, random.pick(numbers))
        return
      case 'send-now':
      case 'skip':
      case 'stop': {
        const waiting = waitingIn(pc.inbox).slice(0, seen)
        if (waiting.length === 0) return
        const { messageId, conversationId, number, body } = random.pick(waiting)
        const input = kind === 'stop' ? { conversationId } : { conversationId, messageId }
        await this.#ask(pc, `follow-ups:${kind}`, input, { kind, number, messageId, body })
        return
      }
      case 'pause': {
        const minutes = random.pick([1, null])
        await this.#ask(pc, 'automation:pause', { minutes }, { kind, ...everybody, minutes })
        return
      }
      case 'resume':
        await this.resume(pc)
    }
  }

  /** Ends a pause, by staff or by the brake. */
  async resume(pc: OfficePc): Promise<void> {
    await this.#ask(pc, 'automation:resume', undefined, { kind: 'resume', ...everybody })
  }

  async #toContact(pc: OfficePc, kind: 'write' | 'opt-out' | 'opt-in', number: string): Promise<void> {
    const contact = contactIn(pc.inbox, number)
    if (!contact) return
    if (kind !== 'write') {
      await this.#ask(pc, `contacts:${kind}`, { id: contact.contactId }, { kind, number, messageId: null, body: null })
      return
    }
    const messageId = randomUUID()
    const body = `Staff ${messageId.slice(0, 8)}: see you then`
    const input = { conversationId: contact.conversationId, messageId, body }
    await this.#ask(pc, 'messages:send', input, { kind, number, messageId, body })
  }

  async #ask(pc: OfficePc, command: string, input: unknown, about: About): Promise<void> {
    const asked = { pc: pc.name, at: this.#clock.now(), askedAt: Date.now(), done: null }
    const wish: StaffWish = { ...asked, minutes: null, ...about }
    this.#diary.wishes.push(wish)
    wish.done = await pc.ask(command, input)
  }
}
