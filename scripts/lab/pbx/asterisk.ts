/** One Asterisk in the shared root, with configuration and folders of its own. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import path from 'node:path'
import { systemClock } from '../../../telephony/clock.ts'
import { run } from '../../prepare/run.ts'
import type { PbxRoot } from './root.ts'

/** Has Linux end a program when this process ends in whatever way, so that a killed test leaves nothing running. */
const endsWithUs = 'setpriv'

/** In ms: a machine that is busy with other tests is slow. */
const startTimeout = 30_000
const stopTimeout = 5_000

export class Asterisk {
  readonly #root: PbxRoot
  readonly #name: string
  #child: ChildProcess | null = null
  #ended: Promise<void> = Promise.resolve()

  /** @param name of its folder within the root's `lab`; what is there is its own. */
  constructor(root: PbxRoot, name: string) {
    this.#root = root
    this.#name = name
  }

  /** Its folder as it sees it itself. */
  get home(): string {
    return `/lab/${this.#name}`
  }

  /** Writes the files (path in its home → text). */
  async configure(files: Record<string, string>): Promise<void> {
    for (const folder of ['etc', 'db', 'spool', 'run', 'log', 'cache']) {
      await mkdir(path.join(this.#folder, folder), { recursive: true })
    }
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(this.#folder, name), text)
    // With no name server to ask, Asterisk must find its own host here.
    await writeFile(path.join(this.#root.folder, 'etc', 'hosts'), `127.0.0.1 localhost ${hostname()}\n`)
  }

  /** Resolves when it has booted fully. Rejects with the end of its log when it does not. */
  async start(): Promise<void> {
    const asterisk = ['chroot', this.#root.folder, '/usr/sbin/asterisk', '-C', `${this.home}/asterisk.conf`, '-f']
    const child = spawn(endsWithUs, ['--pdeathsig', 'KILL', '--', ...asterisk], {
      // A process group of its own keeps Ctrl-C in the terminal from it: it is stopped in order, after the calls.
      detached: true,
      stdio: 'ignore',
      env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/root', LC_ALL: 'C.UTF-8' },
    })
    this.#child = child
    this.#ended = new Promise((resolve) => {
      const over = () => {
        this.#child = null
        resolve()
      }
      child.once('exit', over)
      child.once('error', over)
    })
    const giveUpAt = Date.now() + startTimeout
    while (!(await this.#booted())) {
      if (this.#child && Date.now() < giveUpAt) continue
      await this.stop()
      throw new Error(`Asterisk did not start. The end of its log:\n${this.log().slice(-2000)}`)
    }
  }

  /** Runs a command of its console and returns what it prints. */
  async console(command: string): Promise<string> {
    const args = [this.#root.folder, '/usr/sbin/asterisk', '-C', `${this.home}/asterisk.conf`, '-rx', command]
    return (await run('chroot', args, { timeoutMs: startTimeout })).output
  }

  /** Its warnings and errors. */
  log(): string {
    const file = path.join(this.#folder, 'log', 'messages.log')
    return existsSync(file) ? readFileSync(file, 'utf8') : ''
  }

  /** Ends it, by force when it does not go. Safe to call again. */
  async stop(): Promise<void> {
    const child = this.#child
    if (!child?.pid) return
    const force = systemClock.after(stopTimeout, () => signalGroup(child, 'SIGKILL'))
    const said = await this.console('core stop now')
    // It does not listen (yet), so it has no calls to end either.
    if (said.includes('Unable to connect')) signalGroup(child, 'SIGKILL')
    await this.#ended
    force()
  }

  /** Removes its folder. */
  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true })
  }

  get #folder(): string {
    return path.join(this.#root.folder, 'lab', this.#name)
  }

  async #booted(): Promise<boolean> {
    if (!existsSync(path.join(this.#folder, 'run', 'asterisk.ctl'))) {
      await new Promise<void>((resolve) => systemClock.after(50, resolve))
      return false
    }
    return (await this.console('core waitfullybooted')).includes('fully booted')
  }
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid) process.kill(-child.pid, signal)
  } catch {
    // It is gone already.
  }
}
