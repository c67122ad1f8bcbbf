/** Callers, replies, STOPs and what staff write, drawn at random. */
import { randomUUID } from 'node:crypto'
import SqliteDatabase from 'better-sqlite3'
import type { Random } from '../torture/random.ts'
import { callerAt, otherWords, stopWords } from './callers.ts'
import type { Caller } from './callers.ts'
import type { Office } from './office.ts'
import type { OfficePc } from './office-pc.ts'

/** Callers who may still do something. */
const recent = 12

export class Traffic {
  readonly #office: Office
  readonly #pc: OfficePc
  readonly #random: Random
  readonly #callers: Caller[] = []
  readonly #onTheWay = new Set<Promise<void>>()

  constructor(options: { office: Office; pc: OfficePc; random: Random }) {
    this.#office = options.office
    this.#pc = options.pc
    this.#random = options.random
  }

  /** One turn; `calls`: how likely a new caller is in it. */
  turn(calls: number): void {
    const random = this.#random
    if (random.chance(calls)) {
      const caller = callerAt(this.#callers.length, random)
      this.#callers.push(caller)
      this.#call(caller)
    }
    const known = this.#callers.slice(-recent)
    if (known.length === 0) return
    const one = random.pick(known)
    if (random.chance(0.04)) this.#call(one)
    if (!one.textable) return
    if (random.chance(0.03)) this.#office.write(one.number, random.pick(otherWords), false)
    if (random.chance(0.03)) this.#office.write(one.number, random.pick(stopWords), true)
    if (random.chance(0.04)) this.#later(this.#staffWrite(one))
  }

  /** Resolves when nobody is on the phone any more. */
  async over(): Promise<void> {
    await Promise.all(this.#onTheWay)
  }

  #call(caller: Caller): void {
    const random = this.#random
    const how = { answered: random.chance(0.25), rings: 2 + random.below(10), talks: 3 + random.below(20) }
    this.#later(this.#office.call(caller, how))
  }

  async #staffWrite({ number }: Caller): Promise<void> {
    const conversationId = this.#conversation(number)
    const engine = this.#pc.engine
    if (conversationId === null || !engine) return
    const messageId = randomUUID()
    const body = `Staff ${messageId.slice(0, 8)}: see you then`
    const promised = await engine.ask('messages:send', { conversationId, messageId, body })
    if (promised) this.#office.diary.staffTexts.push({ messageId, number, body })
  }

  #conversation(number: string): string | null {
    const db = new SqliteDatabase(this.#pc.inbox, { readonly: true })
    try {
      const found = db
        .prepare('SELECT conversation.id FROM conversation JOIN contact ON contact.id = contact_id WHERE number = ?')
        .pluck()
        .get(number)
      return typeof found === 'string' ? found : null
    } catch {
      // The inbox is being made, or moved into place.
      return null
    } finally {
      db.close()
    }
  }

  #later(work: Promise<void>): void {
    this.#onTheWay.add(work)
    void work.finally(() => this.#onTheWay.delete(work))
  }
}
