/**
 * Erases one contact after somebody asked for it, however long that takes: the window may be closed meanwhile, and a
 * Ringback that was ended in the middle goes on with it at the next start.
 */
import type { Logger } from '../../../telephony/logger.ts'
import type { ErasureState } from '../../contract/erasure.ts'
import { fail, ok } from '../../contract/result.ts'
import type { Failure, Result } from '../../contract/result.ts'
import { words } from '../../contract/text/index.ts'
import { eraseContact, writeOver } from './erase.ts'
import type { ErasureContext } from './erase.ts'

export interface EraserOptions extends ErasureContext {
  logger: Logger
  changed(state: ErasureState): void
  /** Everything that the window shows may look different. */
  erased(): void
}

/** The row that says who is still to be erased: the contact's id. */
const row = 'privacy.erasing'

export class Eraser {
  readonly #options: EraserOptions
  #state: ErasureState = { phase: 'none' }
  #running: Promise<void> = Promise.resolve()
  /** One is being written down. */
  #starting = false
  #stopped = false

  constructor(options: EraserOptions) {
    this.#options = options
  }

  state(): ErasureState {
    return this.#state
  }

  /** Begins; what becomes of it is told. Refused while another goes on, and where there is no such contact. */
  async start(contactId: string): Promise<Result<void>> {
    if (this.#starting || this.#state.phase === 'erasing') return fail('not-ready', ...words.data.erasingAlready)
    this.#starting = true
    try {
      if (!(await this.#writeDown(contactId))) return fail('not-found', ...words.failures.noContact)
      this.#begin(contactId)
      return ok(undefined)
    } finally {
      this.#starting = false
    }
  }

  /** False where there is no such contact. */
  #writeDown(contactId: string): Promise<boolean> {
    const { store, clock } = this.#options
    return store.write(async (work) => {
      const contact = await work.db.selectFrom('contact').select('id').where('id', '=', contactId).executeTakeFirst()
      if (!contact) return false
      await work.db.deleteFrom('setting').where('name', '=', row).execute()
      await work.db.insertInto('setting').values({ name: row, value: contactId, changed_at: clock.now() }).execute()
      return true
    })
  }

  /** Goes on with what was begun before Ringback ended. */
  async resume(): Promise<void> {
    const { store } = this.#options
    const found = await store.db.selectFrom('setting').select('value').where('name', '=', row).executeTakeFirst()
    if (found) this.#begin(found.value)
  }

  /** Somebody has seen what became of it. */
  seen(): void {
    if (this.#state.phase === 'done' || this.#state.phase === 'failed') this.#become({ phase: 'none' })
  }

  /** Waits for the step that is under way; the rest is for the next start. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.#running
  }

  /** Resolves when nothing is being erased. */
  settled(): Promise<void> {
    return this.#running
  }

  #begin(contactId: string): void {
    this.#become({ phase: 'erasing', copies: { done: 0, of: 0 } })
    this.#running = this.#run(contactId).catch((error: unknown) => {
      const { logger, store } = this.#options
      logger.error('privacy.not-erased', { error: error instanceof Error ? error.message : String(error) })
      const problem = store.problemOf(error)
      const [message, remedy] = problem ? [problem.message, problem.remedy] : words.data.notErased
      this.#failed({ code: 'not-ready', message, remedy })
    })
  }

  async #run(contactId: string): Promise<void> {
    const { store, inboxFile, erased } = this.#options
    const result = await eraseContact(contactId, {
      ...this.#options,
      progress: (copies) => this.#become({ phase: 'erasing', copies }),
      stopped: () => this.#stopped,
    })
    if (result === 'stopped') return
    // It was ended after the last row was gone, and before all was written over.
    if (result === 'gone') await writeOver(store, inboxFile)
    await store.write((work) => work.db.deleteFrom('setting').where('name', '=', row).execute())
    if (result === 'gone') this.#become({ phase: 'none' })
    else if (result === 'busy') {
      const [message, remedy] = words.data.textOnItsWay
      this.#failed({ code: 'not-ready', message, remedy })
    } else {
      this.#become({ phase: 'done', receipt: result })
      erased()
    }
  }

  #failed(failure: Failure): void {
    this.#become({ phase: 'failed', failure })
  }

  #become(state: ErasureState): void {
    this.#state = state
    this.#options.changed(state)
  }
}
