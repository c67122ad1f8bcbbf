/**
 * Which numbers got an automatic text in the last days, beside the inbox: an inbox that is restored from an older copy
 * does not know of them, and nobody is to be texted again for that. One line of JSON for each, written before the text
 * goes, readable for this user alone (0600); numbers and times, nobody's words. Older lines are dropped.
 */
import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Clock } from '../../../telephony/clock.ts'
import type { Logger } from '../../../telephony/logger.ts'
import type { Store } from '../store/database.ts'
import type { Database } from '../store/schema.ts'
import { StoreError } from '../store/store-error.ts'

const line = z.object({ number: z.string().min(1), at: z.number() })
type Texted = z.output<typeof line>

/** A day more than the longest span that a rule looks back over, ms. */
const keptFor = 8 * 24 * 60 * 60 * 1000

export interface TextedCopyOptions {
  file: string
  store: Store
  clock: Clock
  logger: Logger
}

export class TextedCopy {
  readonly #options: TextedCopyOptions

  constructor(options: TextedCopyOptions) {
    this.#options = options
  }

  /**
   * Brings what only the file knows into the inbox. To be called before anything can be sent. Rejects with `StoreError`
   * when the inbox does not take it.
   */
  async start(): Promise<void> {
    const { store, clock, logger } = this.#options
    const oldest = clock.now() - keptFor
    const all = this.#read()
    const young = all.filter(({ at }) => at > oldest)
    try {
      if (young.length < all.length) this.#replace(young)
      const unknown = await unknownOf(store.db, young)
      const outdated = await store.db.selectFrom('texted').select('at').where('at', '<=', oldest).executeTakeFirst()
      if (unknown.length === 0 && !outdated) return
      await store.write(async ({ db }) => {
        await db.deleteFrom('texted').where('at', '<=', oldest).execute()
        if (unknown.length > 0) await db.insertInto('texted').values(unknown).execute()
      })
      if (unknown.length > 0) logger.warn('texted.restored', { texts: unknown.length })
    } catch (error) {
      logger.error('texted.not-compared', { error: error instanceof Error ? error.name : 'unknown' })
      if (error instanceof StoreError) throw error
    }
  }

  /**
   * An automatic text to `number` (E.164) is on its way since `at`; written when this returns. What cannot be written is
   * logged: the inbox knows.
   */
  note(number: string, at: number): void {
    const { file, logger } = this.#options
    try {
      // The line before may have been cut off.
      appendFileSync(file, `\n${JSON.stringify({ number, at })}\n`, { mode: 0o600 })
    } catch (error) {
      logger.error('texted.not-noted', { code: (error as NodeJS.ErrnoException).code ?? 'unknown' })
    }
  }

  /** Nothing is known of this number any more. At once: a text that goes meanwhile must be noted in what stays. */
  forget(number: string): void {
    const all = this.#read()
    const others = all.filter((one) => one.number !== number)
    if (others.length < all.length) this.#replace(others)
  }

  #replace(entries: readonly Texted[]): void {
    const { file } = this.#options
    const text = entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')
    writeFileSync(`${file}.new`, text, { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }

  /** Lines that are cut off are left out. */
  #read(): Texted[] {
    const text = readIfThere(this.#options.file)
    return text.split('\n').flatMap((written) => entryIn(written) ?? [])
  }
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function entryIn(written: string): Texted | null {
  if (written === '') return null
  try {
    return line.safeParse(JSON.parse(written)).data ?? null
  } catch {
    return null
  }
}

async function unknownOf(db: Kysely<Database>, entries: readonly Texted[]): Promise<Texted[]> {
  if (entries.length === 0) return []
  const { rows } = await sql<Texted>`
    SELECT DISTINCT value ->> 'number' AS number, value ->> 'at' AS at FROM json_each(${JSON.stringify(entries)}) AS noted
    WHERE NOT EXISTS (
      SELECT 1 FROM contact
      CROSS JOIN conversation ON conversation.contact_id = contact.id
      CROSS JOIN message ON message.conversation_id = conversation.id
      CROSS JOIN attempt ON attempt.message_id = message.id
      WHERE contact.number = noted.value ->> 'number' AND attempt.started_at = noted.value ->> 'at'
    ) AND NOT EXISTS (
      SELECT 1 FROM texted WHERE texted.number = noted.value ->> 'number' AND texted.at = noted.value ->> 'at'
    )
  `.execute(db)
  return rows
}

/** Times (epoch ms) of automatic texts to these numbers that the inbox itself does not know of, latest first. */
export async function textedOutsideInbox(db: Kysely<Database>, numbers: readonly string[]): Promise<number[]> {
  if (numbers.length === 0) return []
  const rows = await db.selectFrom('texted').select('at').where('number', 'in', numbers).orderBy('at', 'desc').execute()
  return rows.map(({ at }) => at)
}
