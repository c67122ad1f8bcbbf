/** The office's PC: its data folder, and the engine on it, which is killed and started again and again. */
import path from 'node:path'
import type { FromEngine } from './messages.ts'
import { EngineProcess } from './engines.ts'
import type { Office } from './office.ts'

export class OfficePc {
  readonly #office: Office
  readonly #file: string
  readonly #folder: string
  #engine: EngineProcess | null = null
  #spare: EngineProcess
  /** How often each error or warning was logged. */
  readonly troubles = new Map<string, number>()
  diskFull = false

  constructor(options: { office: Office; file: string; folder: string }) {
    this.#office = options.office
    this.#file = options.file
    this.#folder = options.folder
    this.#spare = this.#load()
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
    const engine = this.#spare
    this.#spare = this.#load()
    this.#engine = engine
    this.diskFull = false
    const { clock, diary } = this.#office
    diary.end('disk', clock.now())
    void engine.ended.then(() => this.#died(engine))
    const { ok, message } = await engine.start(() => this.#order())
    if (ok) diary.end('no-engine', clock.now())
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
    const second = this.#spare
    this.#spare = this.#load()
    const { ok } = await second.start(() => this.#order())
    if (ok && first?.alive) this.#office.diary.wrongs.push('two engines ran on one inbox')
    await second.kill()
  }

  fillDisk(full: boolean): void {
    const { diary, clock } = this.#office
    this.diskFull = full
    this.engine?.tell({ do: full ? 'fill-disk' : 'free-disk' })
    if (full) diary.begin('disk', clock.now())
    else diary.end('disk', clock.now())
  }

  /** The PC's clock is set, or (`slept`) the whole world went on without it. */
  jump(ms: number, { slept }: { slept: boolean }): void {
    const { diary, clock } = this.#office
    diary.jumps.push({ at: clock.now(), ms, slept })
    if (slept) clock.jump(ms)
    else this.#wrong += ms
    this.engine?.tell({ do: 'jump', ms })
  }

  async close(): Promise<void> {
    await this.engine?.stop()
    await this.#spare.kill()
  }

  /** Ms by which the PC's clock is ahead of the world's. */
  #wrong = 0

  #order() {
    const course = this.#office.clock.course()
    return {
      do: 'start' as const,
      config: this.#office.config(),
      dataFolder: this.#folder,
      course: { ...course, jumped: course.jumped + this.#wrong },
    }
  }

  #load(): EngineProcess {
    const engine: EngineProcess = new EngineProcess(this.#file, (message) => {
      if (engine === this.#engine) this.#hear(message)
    })
    return engine
  }

  #hear(message: FromEngine): void {
    if (message.said === 'live') this.#office.followed(message.live)
    if (message.said !== 'log') return
    const { level, event, facts, realAt } = message
    const { storedCalls, storedReplies } = this.#office.diary
    if (event === 'call.ended') storedCalls.set(String(facts['linkedid']), realAt)
    if (event === 'reply.received') storedReplies.push({ conversation: String(facts['conversation']), realAt })
    if (level !== 'info') this.troubles.set(event, (this.troubles.get(event) ?? 0) + 1)
  }

  #died(engine: EngineProcess): void {
    if (engine !== this.#engine) return
    const { diary, clock } = this.#office
    diary.kills.push(clock.now())
    diary.begin('no-engine', clock.now())
    this.#office.unfollowed()
  }
}
