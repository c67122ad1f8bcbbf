/**
 * Times without a connection to the phone system: calls in them were not seen. A time in which Ringback did not run, or
 * the PC slept, is one too; a process that is killed cannot say so, and hence keeps saying that it is there.
 */
import type { Kysely } from 'kysely'
import type { Clock } from '../../telephony/clock.ts'
import type { CallGap } from '../contract/view-models.ts'
import type { Store, Work } from './store/database.ts'
import type { Database } from './store/schema.ts'

/** The setting in which stands when the connection was last known to be live. */
const lastLive = 'phone-system-last-live'
/** How often that is noted, in ms: a gap after a kill begins at most so much, and the time between two pings, too early. */
const noteEvery = 30_000
/** Shorter gaps are not shown, in ms: the list of calls that follows on connecting tells all there is to tell. */
const shortest = 2000
/** Before what the disk refused is tried again, ms. */
const restAfterRefusal = 5000
/** More would bury the calls of a page; the newest are shown. */
const mostOnPage = 200

export class GapLog {
  readonly #store: Store
  readonly #clock: Clock
  readonly #aliveAt: () => number | null
  #stopNoting: () => void = () => {}
  /** What happened and could not be written yet, in its order. */
  #unwritten: ((work: Work) => Promise<void>)[] = []
  #giveUp: () => void = () => {}

  /** `aliveAt`: when the connection was last alive for certain, epoch ms; null while there is none. */
  constructor({ store, clock, aliveAt }: { store: Store; clock: Clock; aliveAt: () => number | null }) {
    this.#store = store
    this.#clock = clock
    this.#aliveAt = aliveAt
  }

  /** The engine begins to connect: whatever came after it was last connected was not seen. */
  async resume(): Promise<void> {
    await this.#write(async (work) => {
      const since = await readLastLive(work)
      if (since !== null) await open(work, since)
    })
  }

  /** The connection was lost, or is taken down. A gap that is open already goes on. */
  async began(at: number): Promise<void> {
    this.#stopNoting()
    await this.#write(async (work) => {
      // Before the first connection there is nothing that could be missed.
      if ((await readLastLive(work)) !== null) await open(work, at)
    })
  }

  /** The connection is live. */
  async ended(at: number): Promise<void> {
    this.#stopNoting()
    this.#noteSoon()
    await this.#write(async (work) => {
      await writeLastLive(work, at)
      const gap = await work.db.selectFrom('gap').selectAll().where('to_at', 'is', null).executeTakeFirst()
      if (!gap) return
      // A clock that was set back must not end a gap before it began.
      const to = Math.max(at, gap.from_at)
      await work.db.updateTable('gap').set({ to_at: to }).where('id', '=', gap.id).execute()
      work.callsChanged()
    })
  }

  stop(): void {
    this.#stopNoting()
    this.#giveUp()
  }

  /** A disk that refuses is no reason not to watch the phone system: what it refused is written once it takes it. */
  async #write(change: (work: Work) => Promise<void>): Promise<void> {
    this.#unwritten.push(change)
    await this.#writeAll()
  }

  async #writeAll(): Promise<void> {
    this.#giveUp()
    const changes = [...this.#unwritten]
    try {
      await this.#store.write(async (work) => {
        for (const one of changes) await one(work)
      })
    } catch (error) {
      if (this.#store.problemOf(error)) {
        this.#giveUp = this.#clock.after(restAfterRefusal, () => void this.#writeAll().catch(() => undefined))
        return
      }
      this.#unwritten = this.#unwritten.slice(changes.length)
      throw error
    }
    this.#unwritten = this.#unwritten.slice(changes.length)
  }

  #noteSoon(): void {
    this.#stopNoting = this.#clock.after(noteEvery, () => {
      this.#noteSoon()
      // Not now: a PC that wakes does not know yet that the line died in its sleep.
      const at = this.#aliveAt()
      // What is still to be written tells more.
      if (at === null || this.#unwritten.length > 0) return
      // One that could not be written is made up for by the next.
      this.#store.write((work) => writeLastLive(work, at)).catch(() => {})
    })
  }
}

async function open(work: Work, from: number): Promise<void> {
  const gap = await work.db.selectFrom('gap').select('id').where('to_at', 'is', null).executeTakeFirst()
  if (gap) return
  await work.db.insertInto('gap').values({ from_at: from, to_at: null }).execute()
  work.callsChanged()
}

async function readLastLive({ db }: Work): Promise<number | null> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', lastLive).executeTakeFirst()
  const at = Number(row?.value)
  return row !== undefined && Number.isFinite(at) ? at : null
}

async function writeLastLive({ db }: Work, at: number): Promise<void> {
  const row = { value: JSON.stringify(at), changed_at: at }
  await db
    .insertInto('setting')
    .values({ name: lastLive, ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute()
}

/**
 * The gaps that ended (or last until now, when `before` is null) within a page of calls, newest first: no later than
 * `before` and no earlier than `after`, epoch ms; null for no bound.
 */
export async function listGaps(
  db: Kysely<Database>,
  { before, after, now }: { before: number | null; after: number | null; now: number },
): Promise<CallGap[]> {
  const rows = await db
    .selectFrom('gap')
    .selectAll()
    .where((eb) => eb(eb.fn.coalesce('to_at', eb.val(now)), '>=', eb('from_at', '+', shortest)))
    .$if(before !== null, (q) => q.where('to_at', '<=', before))
    .$if(after !== null, (q) => q.where((eb) => eb.or([eb('to_at', '>=', after), eb('to_at', 'is', null)])))
    .orderBy('from_at', 'desc')
    .limit(mostOnPage)
    .execute()
  return rows.map((row) => ({ id: row.id, from: row.from_at, to: row.to_at }))
}
