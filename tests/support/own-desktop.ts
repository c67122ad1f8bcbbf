/**
 * A screen and a session bus for one line of tests: nothing appears on, or comes from, the real desktop, and what runs
 * beside it has its own. On Linux only; elsewhere, and where Xvfb or dbus-daemon is missing, what is there is used.
 */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

/** An office PC's. */
const screen = '1366x768x24'

export class OwnDesktop {
  readonly #children: ChildProcess[]

  private constructor(children: ChildProcess[]) {
    this.#children = children
  }

  /**
   * Resolves when both are there and named in this process's environment, which the apps started from here inherit. The
   * screen first: the bus starts the notification service, which draws on it.
   */
  static async open(): Promise<OwnDesktop> {
    if (process.platform !== 'linux') return new OwnDesktop([])
    const xvfb = ['-screen', '0', screen, '-nolisten', 'tcp', '-displayfd', '3']
    const display = spawn('Xvfb', xvfb, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
    const number = await firstLine(display, display.stdio[3] as Readable)
    if (number === null) return new OwnDesktop([])
    process.env['DISPLAY'] = `:${number}`
    const daemon = ['--session', '--nofork', '--nopidfile', '--print-address']
    const bus = spawn('dbus-daemon', daemon, { stdio: ['ignore', 'pipe', 'ignore'] })
    const address = await firstLine(bus, bus.stdout)
    if (address === null) return new OwnDesktop([display])
    process.env['DBUS_SESSION_BUS_ADDRESS'] = address
    return new OwnDesktop([display, bus])
  }

  /** The bus first, as what draws on the screen was started by it. */
  async close(): Promise<void> {
    for (const child of this.#children.reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue
      const exited = new Promise((resolve) => child.once('exit', resolve))
      child.kill()
      await exited
    }
  }
}

/** Null when the program ended, or could not be started, before it said one. */
function firstLine(child: ChildProcess, from: Readable): Promise<string | null> {
  return new Promise((resolve) => {
    createInterface(from).once('line', resolve)
    child.once('error', () => resolve(null))
    child.once('exit', () => resolve(null))
  })
}
