/**
 * The inbox file: opened, checked, migrated, and spoken to through one async interface. Reads have a connection of
 * their own that cannot write; writes run one transaction at a time and tell what they touched once it is committed.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { Kysely, SqliteDialect } from 'kysely'
import type { Transaction } from 'kysely'
import type { Clock } from '../../../telephony/clock.ts'
import type { Logger } from '../../../telephony/logger.ts'
import { Breath } from '../breath.ts'
import { backupTo } from './backup.ts'
import { openConnections } from './connections.ts'
import { keepingStatements } from './kept-statements.ts'
import type { Database } from './schema.ts'
import { withOtherNumbers } from './same-person.ts'
import { indexDue, isAnythingDue } from './search-index.ts'
import { asStoreError } from './store-error.ts'
import type { StoreError } from './store-error.ts'
import { WriteDialect } from './write-dialect.ts'

/** What one commit changed. */
export interface Change {
  revision: number
  conversationIds: string[]
  callsChanged: boolean
}

/** One transaction that is going on. */
export interface Work {
  /** Reads here see what this transaction wrote; `Store.db` does not until it is committed. */
  db: Transaction<Database>
  /** This conversation looks different after the commit. */
  touched(conversationId: string): void
  /** The list of calls looks different after the commit. */
  callsChanged(): void
  /** Runs after the commit, never after a rollback. What it throws is logged. */
  afterCommit(run: () => void): void
}

export interface Store {
  /** For reading what is committed. It refuses to write. */
  db: Kysely<Database>
  /**
   * Runs `work` as one transaction, after those that were asked for earlier, and resolves to its value once it is
   * committed. Rejects with what `work` threw, or with a `StoreError` when the file is at fault; then nothing of it
   * was written. A `write` inside a `write` is refused, since it would wait for itself for ever.
   */
  write<T>(work: (work: Work) => Promise<T>): Promise<T>
  /** Listens to commits; call what it returns to stop. */
  onCommit(listener: (change: Change) => void): () => void
  /** Listens to writes that the file refused; call what it returns to stop. */
  onRefused(listener: (problem: StoreError) => void): () => void
  /** The `StoreError` behind what a read of `db` threw; null when the file is not at fault. */
  problemOf(error: unknown): StoreError | null
  /** Rises with every commit, and from one start of the engine to the next. */
  revision(): number
  /**
   * True once the file is known to be whole (at once where it is small); false when that was left open. Rejects
   * with `StoreError` when it is damaged: then nothing should be done with what is in it.
   */
  whole(): Promise<boolean>
  /** Ends the check that `whole` waits for. */
  leaveUnchecked(): void
  /** Copies the inbox to `target` while work goes on. */
  backup(target: string): Promise<void>
  /** Waits for the transactions that were asked for, then gives the file back. */
  close(): Promise<void>
}

export interface StoreOptions {
  /** The inbox file; made, with its folder, when it is not there. */
  file: string
  clock: Clock
  logger: Logger
}

/** Opens the inbox. Rejects with `StoreError`; the file is then as it was before. */
export async function openStore({ file, clock, logger }: StoreOptions): Promise<Store> {
  const { reader, writer, unlock, check } = await openConnections({ file, logger, clock })
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: keepingStatements(reader) }) })
  const writeDb = new Kysely<Database>({ dialect: new WriteDialect({ database: keepingStatements(writer) }) })
  const listeners = new Set<(change: Change) => void>()
  const refused = new Set<(problem: StoreError) => void>()
  const inside = new AsyncLocalStorage<{ open: boolean }>()
  /** One transaction after another. */
  const breath = new Breath()
  // Starting at the time of day keeps a window from taking a restarted engine's answers for old ones.
  let revision = clock.now()
  let last: Promise<unknown> = Promise.resolve()
  let closing: Promise<void> | null = null
  let indexing = false

  const tell = (run: () => void) => {
    try {
      run()
    } catch (error) {
      logger.error('store.listener-failed', { error: error instanceof Error ? error.message : String(error) })
    }
  }

  async function transact<T>(work: (work: Work) => Promise<T>): Promise<T> {
    const conversationIds = new Set<string>()
    const after: (() => void)[] = []
    const scope = { open: true }
    let callsChanged = false
    let moreToIndex = false
    let changed: string[] = []
    let value: T
    try {
      value = await inside.run(scope, () =>
        writeDb.transaction().execute(async (transaction) => {
          const result = await work({
            db: transaction,
            touched: (id) => void conversationIds.add(id),
            callsChanged: () => void (callsChanged = true),
            afterCommit: (run) => void after.push(run),
          })
          moreToIndex = await indexDue(transaction)
          changed = await withOtherNumbers(transaction, conversationIds)
          return result
        }),
      )
    } catch (error) {
      const problem = asStoreError(error, file)
      if (problem) for (const listener of refused) tell(() => listener(problem))
      throw problem ?? error
    } finally {
      scope.open = false
      // Until the next one: the runtime follows every promise of the process while it is on (Node 22 and older).
      inside.disable()
    }
    revision += 1
    const change = { revision, conversationIds: changed, callsChanged }
    for (const listener of listeners) tell(() => listener(change))
    for (const run of after) tell(run)
    if (moreToIndex) goOnIndexing()
    return value
  }

  /** Takes the next rows into the search index, after the transactions that are asked for already. */
  function goOnIndexing(): void {
    if (indexing || closing) return
    indexing = true
    const turn = breath.run(async () => {
      if (closing) return
      const more = await writeDb.transaction().execute((transaction) => indexDue(transaction))
      indexing = false
      if (more) goOnIndexing()
    })
    last = turn
    turn.catch((error: unknown) => logger.error('store.not-indexed', { error: String(error) }))
  }

  async function close(): Promise<void> {
    check.stop()
    await last.catch(() => undefined)
    await db.destroy()
    await writeDb.destroy()
    // Kysely closes only what it has used.
    reader.close()
    writer.close()
    unlock()
  }

  if (await isAnythingDue(db)) goOnIndexing()

  return {
    db,
    async write(work) {
      if (closing) throw new Error('The store is closed')
      if (inside.getStore()?.open) throw new Error('A write inside a write: use the Work that is at hand')
      const turn = breath.run(() => transact(work))
      last = turn
      return turn
    },
    onCommit(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    onRefused(listener) {
      refused.add(listener)
      return () => void refused.delete(listener)
    },
    problemOf: (error) => asStoreError(error, file),
    revision: () => revision,
    whole: () => check.whole(),
    leaveUnchecked: () => check.stop(),
    // Over the connection that writes: with any other one SQLite begins anew with each commit, and of a large inbox in a
    // busy office it never came to an end. What is not committed yet is not copied: it waits for that.
    backup: (target) => backupTo(writer, target),
    close: () => (closing ??= close()),
  }
}
