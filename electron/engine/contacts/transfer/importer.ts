/**
 * Brings a file of contacts in: takes its bytes, looks at them, and once staff have said what is what, stores the people
 * a few at a time, so that calls and texts are served in between. One file at a time.
 */
import type { Clock } from '../../../../telephony/clock.ts'
import type { Logger } from '../../../../telephony/logger.ts'
import type {
  ImportCounts,
  ImportField,
  ImportReading,
  ImportState,
  KnownContacts,
  LeftOut,
} from '../../../contract/import.ts'
import { words } from '../../../contract/text/index.ts'
import { stopFollowUp } from '../../followup/stop.ts'
import { readSection } from '../../settings/settings.ts'
import type { Store } from '../../store/database.ts'
import { bringIn } from './bring-in.ts'
import type { ImportMemory } from './bring-in.ts'
import { CsvProblem } from './csv-reader.ts'
import { asGuessed, lookAt } from './look.ts'
import type { FilePerson } from './person.ts'
import { peopleIn } from './people-in.ts'
import { countSteps, emptyTrace, isTooMuch, undoSteps } from './undo-import.ts'
import type { ImportTrace } from './undo-import.ts'

/** People in one transaction: few at first, then as many as this PC stores in the time that calls and texts can wait. */
const people = { first: 1, least: 16, most: 200 }
/** Ms that one transaction should take. */
const goodTime = 12
/** Of what was left out, so much is kept, and so much is shown. */
const mostKept = 20_000
const mostShown = 200

interface Options {
  store: Store
  clock: Clock
  logger: Logger
  changed: (state: ImportState) => void
  tagsChanged: () => void
}

interface File {
  name: string
  bytes: Uint8Array
  /** Bytes that are there. */
  filled: number
  reading: ImportReading
}

const noFile: Readonly<File> = { name: '', bytes: new Uint8Array(), filled: 0, reading: asGuessed }

type Done = Extract<ImportState, { phase: 'done' }>

export interface ImportChoices {
  fields: (ImportField | null)[]
  known: KnownContacts
  together: boolean
}

export class Importer {
  readonly #options: Options
  #file: File = noFile
  #state: ImportState = { phase: 'none' }
  #leftOut: LeftOut[] = []
  #stopping = false
  /** What the last file did, as long as it can be taken back. */
  #trace: ImportTrace | null = null
  #running: Promise<void> = Promise.resolve()

  constructor(options: Options) {
    this.#options = options
  }

  state(): ImportState {
    return this.#state
  }

  leftOut(): readonly LeftOut[] {
    return this.#leftOut
  }

  /** False while another file is being brought in. */
  begin(name: string, size: number): boolean {
    if (this.#isBusy()) return false
    this.#file = { name, bytes: new Uint8Array(size), filled: 0, reading: asGuessed }
    this.#leftOut = []
    this.#trace = null
    this.#become({ phase: 'none' })
    return true
  }

  /** False when there are more bytes than were announced, or none were. */
  take(bytes: Uint8Array): boolean {
    const { filled } = this.#file
    if (this.#isBusy() || filled + bytes.length > this.#file.bytes.length) return false
    this.#file.bytes.set(bytes, filled)
    this.#file.filled = filled + bytes.length
    return true
  }

  /** Read as guessed, or as staff say. Null when the file is not whole, or has nothing in it. */
  async look(reading: ImportReading = asGuessed): Promise<ImportState | null> {
    const { name, bytes, filled } = this.#file
    if (this.#isBusy() || filled === 0 || filled < bytes.length) return null
    const { country } = await readSection(this.#options.store.db, 'business')
    const preview = await lookAt(bytes, country, reading)
    if (preview === null) return null
    this.#file.reading = reading
    this.#become({ phase: 'ready', file: name, preview })
    return this.#state
  }

  /** False when there is no file that was looked at. */
  start(choices: ImportChoices): boolean {
    if (this.#state.phase !== 'ready') return false
    const { file } = this.#state
    const counts: ImportCounts = { rows: 0, added: 0, changed: 0, same: 0, optedOut: 0, leftOut: 0 }
    this.#stopping = false
    this.#become({ phase: 'running', file, share: 0, counts })
    this.#running = this.#run(file, choices, counts)
    return true
  }

  /** Ends it after what is under way; a file that only was looked at is forgotten. Resolves when nothing goes on. */
  async stop(): Promise<void> {
    const wasOver = this.#state.phase === 'done'
    this.#stopping = true
    await this.#running
    if (wasOver || this.#state.phase !== 'done') this.forget()
  }

  /** Takes the last file back; `state` tells how far that is. False when nothing is there to take back. */
  undo(): boolean {
    const trace = this.#trace
    if (this.#state.phase !== 'done' || trace === null) return false
    const done = this.#state
    this.#trace = null
    this.#become({ phase: 'undoing', file: done.file, share: 0 })
    this.#running = this.#undo(done, trace)
    return true
  }

  forget(): void {
    this.#file = noFile
    this.#leftOut = []
    this.#trace = null
    this.#become({ phase: 'none' })
  }

  async #run(file: string, choices: ImportChoices, counts: ImportCounts): Promise<void> {
    const { store, clock, logger, tagsChanged } = this.#options
    const { bytes, reading } = this.#file
    let problem: string | null = null
    try {
      const { country } = await readSection(store.db, 'business')
      this.#trace = emptyTrace()
      const memory: ImportMemory = { ...choices, file, country, seen: new Set(), tags: new Map(), trace: this.#trace }
      let waiting: FilePerson[] = []
      let chunk = people.first
      const storeSome = async (share: number): Promise<void> => {
        const began = performance.now()
        const some = waiting.splice(0, chunk)
        const { leftOut, counts: more } = await store.write((work) =>
          bringIn(work, some, memory, clock.now(), (inside, id) => stopFollowUp(inside, id, 'blocked', clock.now())),
        )
        counts.rows += some.length
        counts.added += more.added
        counts.changed += more.changed
        counts.same += more.same
        counts.optedOut += more.optedOut
        this.#note(leftOut, counts)
        if (memory.trace && isTooMuch(memory.trace)) memory.trace = this.#trace = null
        this.#become({ phase: 'running', file, share, counts: { ...counts } })
        chunk = fitting(chunk, performance.now() - began)
        await others()
      }
      try {
        for await (const { people: more, share } of peopleIn(bytes, choices.fields, country, reading)) {
          waiting = [...waiting, ...more]
          await others()
          while (waiting.length >= chunk && !this.#stopping) await storeSome(share)
          if (this.#stopping) break
        }
      } catch (error) {
        if (!(error instanceof CsvProblem)) throw error
        this.#note([{ row: error.line, reason: 'unreadable', value: '' }], counts)
      }
      while (waiting.length > 0 && !this.#stopping) await storeSome(1)
    } catch (error) {
      logger.error('import.failed', { error: error instanceof Error ? error.stack : String(error) })
      problem = store.problemOf(error)?.message ?? words.contacts.importFailed
    }
    // Names stand in the list of calls, too.
    await store.write(async (work) => work.callsChanged()).catch(() => undefined)
    tagsChanged()
    this.#file = noFile
    const end = problem !== null ? 'failed' : this.#stopping ? 'stopped' : 'complete'
    logger.info('import.ended', { end, ...counts })
    if (counts.added + counts.changed + counts.optedOut === 0) this.#trace = null
    const leftOut = this.#leftOut.slice(0, mostShown)
    this.#become({ phase: 'done', file, end, problem, counts, leftOut, canUndo: this.#trace !== null, undone: null })
  }

  async #undo(done: Done, trace: ImportTrace): Promise<void> {
    const { store, clock, logger, tagsChanged } = this.#options
    const undone = { removed: 0, restored: 0, kept: 0 }
    let problem: string | null = null
    let steps = 0
    try {
      for (const step of undoSteps(trace, undone)) {
        await store.write((work) => step(work, clock.now()))
        steps += 1
        this.#become({ phase: 'undoing', file: done.file, share: steps / countSteps(trace) })
        await others()
      }
    } catch (error) {
      logger.error('import.not-undone', { error: error instanceof Error ? error.stack : String(error) })
      problem = store.problemOf(error)?.message ?? words.contacts.importFailed
    }
    await store.write(async (work) => work.callsChanged()).catch(() => undefined)
    tagsChanged()
    logger.info('import.undone', { ...undone })
    this.#become({ ...done, problem, canUndo: false, undone })
  }

  #isBusy(): boolean {
    return this.#state.phase === 'running' || this.#state.phase === 'undoing'
  }

  #note(leftOut: readonly LeftOut[], counts: ImportCounts): void {
    counts.leftOut += leftOut.length
    this.#leftOut.push(...leftOut.slice(0, Math.max(0, mostKept - this.#leftOut.length)))
  }

  #become(state: ImportState): void {
    this.#state = state
    this.#options.changed(state)
  }
}

/** The next number of people, when `chunk` took `ms`. */
function fitting(chunk: number, ms: number): number {
  // Much of it is the disk's, whatever the number: fewer at a time than this would only take longer.
  if (ms > goodTime) return Math.max(people.least, Math.floor(chunk * 0.7))
  return Math.min(people.most, Math.ceil(chunk * 1.3) + 1)
}

/** Lets everything else that waits have its turn. */
function others(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
