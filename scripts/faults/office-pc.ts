/** A PC of the office: its data folder, and the engine on it, which is killed and started again and again. */
import path from 'node:path'
import type { FromEngine, ToEngine } from './messages.ts'
import { EngineProcess } from './engines.ts'
import type { Office } from './office.ts'
import { momentOf } from './pc-diary.ts'
import type { Moment, PcDiary } from './pc-diary.ts'

export class OfficePc {
  readonly name: string
  readonly diary: PcDiary
  readonly #office: Office
  readonly #file: string
  readonly #folder: string
  #engine: EngineProcess | null = null
  #spare: EngineProcess | null = null
  /** How often each error or warning was logged. */
  readonly troubles = new Map<string, number>()
  diskFull = false
  /** Whether the next engine is loaded while one is at work: not where none is to follow. */
  loadsAhead = true
  /** What staff have switched on when the engine starts next. */
  later = { secondOn: true, thirdOn: true }

  /** `folder`: the data folder; it must be there. */
  constructor(options: { name: string; office: Office; file: string; folder: string }) {
    this.name = options.name
    this.diary = options.office.diary.pc(options.name)
    this.#office = options.office
    this.#file = options.file
    this.#folder = options.folder
  }

  /** Whether it has ever been started. */
  get wasOn(): boolean {
    return this.#engine !== null
  }

  /** What its clock shows. */
  now(): number {
    return this.#office.clock.now() + this.#wrong
  }

  get inbox(): string {
    return path.join(this.#folder, 'inbox.sqlite')
  }

  /** The engine at work; null while there is none. */
  get engine(): EngineProcess | null {
    return this.#engine?.alive ? this.#engine : null
  }

  /** Starts the engine; a process that dies on the way is followed by another. */
  async start(): Promise<void> {
    const engine = this.#spare ?? this.#load()
    this.#spare = this.loadsAhead ? this.#load() : null
    this.#engine = engine
    this.diskFull = false
    const { clock, diary } = this.#office
    this.#life += 1
    this.diary.troubles.end('disk', clock.now())
    void engine.ended.then(() => this.#died(engine))
    const { ok, message } = await engine.start(() => this.#order())
    if (ok) this.diary.troubles.end('no-engine', clock.now())
    else if (engine.alive) {
      diary.wrongs.push(`an engine did not start: ${message}`)
      await engine.kill()
    }
  }

  /** Kills it now. */
  async kill(): Promise<void> {
    await this.#engine?.kill()
  }

  /** Starts a second engine on the same inbox, which must refuse. */
  async startTwice(): Promise<void> {
    const first = this.engine
    const second = this.#spare ?? this.#load()
    this.#spare = this.loadsAhead ? this.#load() : null
    const { ok } = await second.start(() => ({ ...this.#order(), pc: 'second engine' }))
    if (ok && first?.alive) this.#office.diary.wrongs.push('two engines ran on one inbox')
    await second.kill()
  }

  fillDisk(full: boolean): void {
    const { clock } = this.#office
    this.diskFull = full
    this.tell({ do: full ? 'fill-disk' : 'free-disk' })
    if (full) this.diary.troubles.begin('disk', clock.now())
    else this.diary.troubles.end('disk', clock.now())
  }

  /** Tells the engine at work; nobody hears it while there is none. */
  tell(message: ToEngine): void {
    this.engine?.tell(message)
  }

  /** Its clock is set `ms` forth, or back. */
  setClock(ms: number): void {
    this.#wrong += ms
    this.diary.setClock(this.#office.clock.now(), this.#wrong)
    this.wake(ms)
  }

  /** The world went on for `ms` while it slept. */
  wake(ms: number): void {
    this.tell({ do: 'jump', ms })
  }

  /** Staff ask for something in the window. The moment it was done; null when it was refused, or nobody knows. */
  async ask(command: string, input: unknown): Promise<Moment | null> {
    const life = this.#life
    const commits = await this.engine?.ask(command, input)
    return commits == null ? null : momentOf(life, commits)
  }

  /** Time passes at once, as it does for the world. */
  async advance(ms: number): Promise<void> {
    const { engine } = this
    await engine?.advance(ms)
    if (engine?.alive) this.diary.steps += 1
  }

  /** Resolves when its engine has taken in what came to it. */
  async breathe(): Promise<void> {
    await this.engine?.breathe()
  }

  /** Stops the engine in order. */
  async stop(): Promise<void> {
    this.#stopping = true
    await this.engine?.stop()
    this.#stopping = false
  }

  async close(): Promise<void> {
    await this.stop()
    await this.#spare?.kill()
  }

  /** Its engine is stopped in order, not killed. */
  #stopping = false
  /** Counts its engines that were told to start. */
  #life = 0
  /** Ms by which the PC's clock is ahead of the world's. */
  #wrong = 0

  #order() {
    const { passed, now } = this.#office.clock.time()
    return {
      do: 'start' as const,
      pc: this.name,
      life: this.#life,
      config: this.#office.config(this.later),
      dataFolder: this.#folder,
      time: { passed, now: now + this.#wrong },
    }
  }

  #load(): EngineProcess {
    const engine: EngineProcess = new EngineProcess(this.#file, (message) => {
      if (engine === this.#engine) this.#hear(message)
    })
    return engine
  }

  #hear(message: FromEngine): void {
    if (message.said === 'live') this.#office.followed(this.name, message.live)
    if (message.said !== 'log') return
    const { level, event, facts, commits } = message
    const { storedCalls, storedReplies } = this.diary
    const when = { moment: momentOf(this.#life, commits), realAt: Date.now(), steps: this.diary.steps }
    if (event === 'call.ended') storedCalls.set(String(facts['linkedid']), when)
    if (event === 'reply.received') storedReplies.set(String(facts['id']), when)
    if (level !== 'info') this.troubles.set(event, (this.troubles.get(event) ?? 0) + 1)
  }

  #died(engine: EngineProcess): void {
    if (engine !== this.#engine) return
    const { clock } = this.#office
    if (!this.#stopping) this.diary.kills.push(clock.now())
    this.diary.troubles.begin('no-engine', clock.now())
    this.#office.unfollowed(this.name)
  }
}
