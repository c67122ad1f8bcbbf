/**
 * A copy of the ledger beside the inbox: a restored inbox is as old as its backup, and who asked for no texts since
 * must not be texted. One line of JSON for each change, only ever added to, readable for this user alone (0600); it
 * holds numbers, times and what changed, never anybody's words.
 */
import { open, readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Logger } from '../../../telephony/logger.ts'
import type { Store } from '../store/database.ts'
import { StoreError } from '../store/store-error.ts'
import { bringIn } from './bring-in.ts'
import { entriesSince, keyOf } from './entries.ts'
import type { Entry, Marks } from './entries.ts'

const line = z.object({
  number: z.string().min(1),
  at: z.number(),
  change: z.enum(['out', 'in', 'ask']),
  source: z.enum(['text', 'staff', 'gateway']),
})

export interface OptOutCopyOptions {
  file: string
  store: Store
  logger: Logger
}

export class OptOutCopy {
  readonly #options: OptOutCopyOptions
  /** The newest entries of the inbox that the file has. */
  #marks: Marks = { audit: 0, question: 0 }
  #atLineStart = true
  /** The inbox knows what the file does. */
  #broughtIn = false
  /** The file and the inbox know the same. */
  #compared = false
  #forget: () => void = () => {}
  #work: Promise<void> = Promise.resolve()

  constructor(options: OptOutCopyOptions) {
    this.#options = options
  }

  /**
   * Brings what only the file knows into the inbox, and what only the inbox knows into the file; then follows it. Rejects
   * with `StoreError` when the inbox does not take it: whoever it names must not be texted meanwhile.
   */
  async start(): Promise<void> {
    const refused = await this.#follow()
    if (refused && !this.#broughtIn) throw refused
    this.#forget = this.#options.store.onCommit(() => {
      this.#work = this.#work.then(() => this.#follow()).then(() => undefined)
    })
  }

  /** Waits for what is being written. */
  async stop(): Promise<void> {
    this.#forget()
    await this.#work
  }

  /** What cannot be done now is tried again with the next commit. Tells what the inbox has against it. */
  async #follow(): Promise<StoreError | null> {
    const { store, file, logger } = this.#options
    try {
      const copied = this.#compared ? [] : await this.#compare()
      const { entries, marks } = await entriesSince(store.db, this.#marks)
      const known = new Set(copied.map(keyOf))
      const added = entries.filter((entry) => !known.has(keyOf(entry)))
      if (added.length > 0) await this.#append(file, added)
      this.#marks = marks
      this.#compared = true
      return null
    } catch (error) {
      logger.error('opt-outs.not-copied', { error: error instanceof Error ? error.name : 'unknown' })
      return error instanceof StoreError ? error : null
    }
  }

  async #compare(): Promise<Entry[]> {
    const { store, logger } = this.#options
    const copied = await this.#read()
    const restored = copied.length === 0 ? 0 : await store.write((work) => bringIn(work, copied))
    this.#broughtIn = true
    if (restored > 0) logger.warn('opt-outs.restored', { entries: restored })
    return copied
  }

  async #append(file: string, entries: Entry[]): Promise<void> {
    const text = entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')
    const handle = await open(file, 'a', 0o600)
    try {
      await handle.writeFile((this.#atLineStart ? '' : '\n') + text)
      await handle.sync()
      this.#atLineStart = true
    } catch (error) {
      // Part of it may be there.
      this.#atLineStart = false
      throw error
    } finally {
      await handle.close()
    }
  }

  /** Lines that are cut off or no entries are left out. */
  async #read(): Promise<Entry[]> {
    const { file, logger } = this.#options
    let text: string
    try {
      text = await readFile(file, 'utf8')
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code !== 'ENOENT') logger.error('opt-outs.copy-not-readable', { code: code ?? 'unknown' })
      return []
    }
    this.#atLineStart = text === '' || text.endsWith('\n')
    const lines = text.split('\n').filter(Boolean)
    const entries = lines.flatMap((written) => entryIn(written) ?? [])
    if (entries.length < lines.length) logger.warn('opt-outs.unreadable', { lines: lines.length - entries.length })
    return entries
  }
}

function entryIn(written: string): Entry | null {
  try {
    return line.safeParse(JSON.parse(written)).data ?? null
  } catch {
    return null
  }
}
