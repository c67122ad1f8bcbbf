/** Starts the built app on a real Electron, with a profile that nothing else uses. */
import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { _electron } from '@playwright/test'
import type { ElectronApplication, Page } from '@playwright/test'
import type { Bridge } from '../../electron/contract/bridge.ts'
import type { CommandInput, CommandName, CommandOutput } from '../../electron/contract/commands.ts'
import type { Result } from '../../electron/contract/result.ts'
import { prepareRuntime } from '../../scripts/prepare/runtime.ts'
import { AppLog } from './app-log.ts'

declare global {
  interface Window {
    ringback: Bridge
  }
}

export interface LaunchOptions {
  /** Given to the app after its own arguments, for instance `--demo`. */
  args?: string[]
  /** Added to this process's environment. */
  env?: Record<string, string>
  /** Left out: a new, empty folder that `close` deletes. */
  profile?: string
}

/** The folder whose package.json names the app: the checkout, or a packed app's `resources/app`. */
export const appFolder: string = path.resolve(process.env['RINGBACK_APP'] ?? path.join(import.meta.dirname, '../..'))
/** How long the app may take to finish when it quits; then it is ended, ms. */
const patience = 15_000

export class RunningApp {
  readonly electron: ElectronApplication
  readonly window: Page
  /** What `--user-data-dir` named. The demo office keeps its data in a folder below. */
  readonly profile: string
  readonly log: AppLog
  readonly #ownsProfile: boolean
  /** Playwright forgets it when the app is gone. */
  readonly #process: ChildProcess

  private constructor(electron: ElectronApplication, window: Page, profile: string, log: AppLog, ownsProfile: boolean) {
    this.electron = electron
    this.window = window
    this.profile = profile
    this.log = log
    this.#ownsProfile = ownsProfile
    this.#process = electron.process()
  }

  /**
   * Resolves when the window has loaded its page.
   *
   * It runs on the Electron that `npm start` uses. Chromium's own sandbox is off (`--no-sandbox`, which Playwright
   * adds): root cannot use it.
   */
  static async launch(options: LaunchOptions = {}): Promise<RunningApp> {
    const profile = options.profile ?? (await mkdtemp(path.join(tmpdir(), 'ringback-profile-')))
    const args = [appFolder, `--user-data-dir=${profile}`, '--lang=en-US', ...(options.args ?? [])]
    const { executable, kind } = await prepareRuntime()
    const env = environment({ RINGBACK_RUNTIME: kind, ...options.env })
    const app = await _electron.launch({ executablePath: executable, args, env, cwd: appFolder })
    const child = app.process()
    let said = ''
    child.stderr?.on('data', (text: Buffer) => (said += text.toString()))
    try {
      const window = await app.firstWindow()
      await window.waitForLoadState()
      const data = await dataFolderOf(app)
      const log = new AppLog(path.join(data, 'logs', 'ringback.log'))
      return new RunningApp(app, window, profile, log, options.profile === undefined)
    } catch (error) {
      child.kill('SIGKILL')
      if (options.profile === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 })
      throw new Error(`The app opened no window. It said:\n${said.slice(-2000)}`, { cause: error })
    }
  }

  /** Asks what the window can ask, through the same bridge. */
  request<N extends CommandName>(name: N, input?: CommandInput<N>): Promise<Result<CommandOutput<N>>> {
    return this.window.evaluate(
      ([command, value]) => window.ringback.request(command, value as never) as Promise<Result<never>>,
      [name, input] as const,
    )
  }

  /** As `request`, for tests that go on only when it works. */
  async demand<N extends CommandName>(name: N, input?: CommandInput<N>): Promise<CommandOutput<N>> {
    const result = await this.request(name, input)
    if (!result.ok) throw new Error(`${name}: ${result.failure.message} ${result.failure.remedy ?? ''}`)
    return result.value
  }

  /** All of it is gone in a moment, as when the PC is switched off. */
  async kill(): Promise<void> {
    const exited = new Promise<void>((resolve) => this.#process.once('exit', () => resolve()))
    const processes = await this.electron.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid))
    for (const pid of processes) if (pid !== this.#process.pid) process.kill(pid, 'SIGKILL')
    this.#process.kill('SIGKILL')
    await exited
  }

  /** Quits as the tray's Quit does, and ends the app when it does not finish in time. */
  async close(): Promise<void> {
    const child = this.#process
    const gone = child.exitCode !== null || child.signalCode !== null
    const exited = gone ? Promise.resolve() : new Promise<void>((resolve) => child.once('exit', () => resolve()))
    const force = setTimeout(() => child.kill('SIGKILL'), patience)
    // The connection breaks when the app is gone; that is the wish.
    if (!gone) await this.electron.evaluate(({ app }) => app.quit()).catch(() => undefined)
    await exited
    clearTimeout(force)
    if (this.#ownsProfile) await rm(this.profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

/**
 * While main is still being read, the inspector may say that the promise of its answer was collected as garbage: nothing
 * of the app depends on that promise, and a moment later it answers.
 */
async function dataFolderOf(app: ElectronApplication): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await app.evaluate(({ app: main }) => main.getPath('userData'))
    } catch (error) {
      if (tries === 5 || !String(error).includes('garbage collected')) throw error
      await rest(200)
    }
  }
}

function environment(more: Record<string, string>): Record<string, string> {
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  // What steers Node, or turns Electron into Node, is meant for the test runner only.
  const runnersOnly = new Set(['NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE', 'FORCE_COLOR'])
  return { ...Object.fromEntries(own.filter(([name]) => !runnersOnly.has(name))), TZ: 'America/Los_Angeles', ...more }
}
