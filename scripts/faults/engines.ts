/** The engine's processes: one at work, and the next one loaded already, since most of a short life would be loading. */
import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import path from 'node:path'
import { build } from 'vite'
import type { FromEngine, ToEngine } from './messages.ts'

/** Name of the bundle of the engine's process; load-engine.ts knows it too. */
const engineFile = 'engine'
const root = path.resolve(import.meta.dirname, '../..')

/**
 * Makes one file of the engine's process, with what V8 compiled of it: it loads four times as fast as its sources, and
 * most of a short life would be loading. Returns the file to run, in a folder of its own.
 *
 * @param whole with Twilio's package, which makes this slower and each load faster: for more than some thirty engines
 */
export async function bundleEngine({ whole }: { whole: boolean }): Promise<string> {
  const outDir = path.join(root, 'test-results/faults', String(process.pid))
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    // A native addon cannot be put into a file.
    ssr: { noExternal: true, external: ['better-sqlite3', ...(whole ? [] : ['twilio'])] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: {
        input: {
          [engineFile]: path.join(import.meta.dirname, 'engine-process.ts'),
          load: path.join(import.meta.dirname, 'load-engine.ts'),
        },
        // Compiled code that is kept cannot import by itself.
        output: {
          format: 'cjs',
          dynamicImportInCjs: false,
          entryFileNames: '[name].cjs',
          chunkFileNames: '[name].cjs',
        },
      },
    },
  })
  const load = path.join(outDir, 'load.cjs')
  // The first one keeps what it compiled.
  await new Promise((resolve) => fork(load, ['keep'], { execArgv: [], stdio: 'ignore' }).once('exit', resolve))
  return load
}

export class EngineProcess {
  readonly #child: ChildProcess
  readonly #heard: (message: FromEngine) => void
  readonly #waiting = new Map<string, ((message: FromEngine) => void)[]>()
  readonly #loaded: Promise<FromEngine>
  readonly ended: Promise<void>
  #asked = 0
  #alive = true
  #ordered = false

  /** `heard`: hears everything it says. */
  constructor(file: string, heard: (message: FromEngine) => void) {
    this.#heard = heard
    this.#child = fork(file, [], { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    this.#child.on('message', (message) => this.#hear(message as FromEngine))
    // What was written to one that is gone.
    this.#child.on('error', () => {})
    this.#loaded = this.next('loaded')
    this.ended = new Promise((resolve) => {
      this.#child.once('exit', () => {
        this.#alive = false
        for (const each of this.#waiting.values()) for (const tell of each) tell({ said: 'refused', message: 'killed' })
        this.#waiting.clear()
        resolve()
      })
    })
  }

  get alive(): boolean {
    return this.#alive
  }

  /** Starts the engine in it. False when it was refused, or killed meanwhile; `message` says why. */
  async start(start: () => Extract<ToEngine, { do: 'start' }>): Promise<{ ok: boolean; message: string }> {
    await this.#loaded
    const answer = this.next('started', 'refused')
    this.#ordered = true
    this.tell(start())
    const came = await answer
    return { ok: came.said === 'started', message: came.said === 'refused' ? came.message : '' }
  }

  tell(message: ToEngine): void {
    if (this.#alive && this.#child.connected) this.#child.send(message, () => {})
  }

  /** Time passes. Resolves when all that fell due in it is done; at once while it has not been told to start. */
  async advance(ms: number): Promise<void> {
    if (!this.#alive || !this.#ordered) return
    const done = this.next('advanced')
    this.tell({ do: 'advance', ms })
    await done
  }

  /** Resolves when it has taken in what came to it; at once while it has not been told to start. */
  async breathe(): Promise<void> {
    if (!this.#alive || !this.#ordered) return
    const done = this.next('breathed')
    this.tell({ do: 'breathe' })
    await done
  }

  /** A command of the contract. The commits it had made when it was done; null when it was refused, or nobody knows. */
  async ask(command: string, input: unknown): Promise<number | null> {
    if (!this.#alive) return null
    this.#asked += 1
    const id = this.#asked
    this.tell({ do: 'ask', id, command, input })
    for (;;) {
      const answer = await this.next('answer')
      if (answer.said !== 'answer') return null
      if (answer.id === id) return answer.ok ? answer.commits : null
    }
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.ended
  }

  async stop(): Promise<void> {
    const stopped = this.next('stopped')
    this.tell({ do: 'stop' })
    await stopped
    await this.kill()
  }

  /** The next thing of these kinds that it says; a refusal when it ends before. */
  next(...kinds: FromEngine['said'][]): Promise<FromEngine> {
    return new Promise((resolve) => {
      for (const kind of kinds) this.#waiting.set(kind, [...(this.#waiting.get(kind) ?? []), resolve])
    })
  }

  #hear(message: FromEngine): void {
    this.#heard(message)
    const tell = this.#waiting.get(message.said) ?? []
    this.#waiting.delete(message.said)
    for (const each of tell) each(message)
  }
}
