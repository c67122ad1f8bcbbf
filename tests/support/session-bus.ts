/**
 * Toasts as the desktop sees them: a notification daemon that shows them, and a listener on the session bus that reads
 * them. Needs `dunst` and `dbus-monitor`, a session bus and a screen (`OwnDesktop`).
 */
import { execFile, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { promisify } from 'node:util'

export interface SeenToast {
  /** Name of the application that sent it. */
  app: string
  title: string
  body: string
}

const run = promisify(execFile)
/** One Notify call as dbus-monitor prints it: its strings may hold line breaks and quotes. */
const notifyCall =
  /^method call [^\n]*member=Notify\n {3}string "([^]*?)"\n {3}uint32 \d+\n {3}string "[^]*?"\n {3}string "([^]*?)"\n {3}string "([^]*?)"\n {3}array \[\n[^]*?\n {3}int32 -?\d+\n/gm

/** Why toasts cannot be seen here; null where they can. */
export async function noToastsHere(): Promise<string | null> {
  if (process.platform !== 'linux') return 'toasts are read from a Linux session bus'
  if (!process.env['DBUS_SESSION_BUS_ADDRESS'] || !process.env['DISPLAY']) return 'there is no session bus or no screen'
  for (const program of ['dunst', 'dunstctl', 'dbus-monitor', 'gdbus']) {
    const found = await run('sh', ['-c', `command -v ${program}`]).catch(() => null)
    if (!found) return `${program} is not installed`
  }
  return null
}

export class SessionBus {
  readonly #children: ChildProcess[]
  #heard = ''

  private constructor(children: ChildProcess[], monitor: ChildProcess) {
    this.#children = children
    monitor.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#heard += text
    })
  }

  /** Resolves when toasts can be shown and are heard. Stop it with `close`. */
  static async open(): Promise<SessionBus> {
    const daemon = spawn('dunst', ['-conf', '/dev/null'], { stdio: 'ignore' })
    const rule = "type='method_call',interface='org.freedesktop.Notifications',member='Notify'"
    const monitor = spawn('dbus-monitor', ['--session', rule], { stdio: ['ignore', 'pipe', 'ignore'] })
    const bus = new SessionBus([daemon, monitor], monitor)
    await until('the notification daemon', async () => (await namesOnBus()).includes('org.freedesktop.Notifications'))
    // The monitor tells the loss of its own name when it has become one.
    await until('dbus-monitor', async () => bus.#heard.includes('member=NameLost'))
    return bus
  }

  /** All toasts since `open`, oldest first. */
  toasts(): SeenToast[] {
    return [...this.#heard.matchAll(notifyCall)].map(([, app = '', title = '', body = '']) => ({ app, title, body }))
  }

  /** The first toast that `wanted` says yes to; rejects after `patience` ms with what was seen instead. */
  async toast(wanted: (toast: SeenToast) => boolean, patience = 10_000): Promise<SeenToast> {
    await until('the toast', async () => this.toasts().some(wanted), patience).catch(() => undefined)
    const found = this.toasts().find(wanted)
    if (!found) throw new Error(`No such toast within ${patience} ms. Seen: ${JSON.stringify(this.toasts())}`)
    return found
  }

  /** Clicks the toast that was shown last, as soon as it is on the screen: that it was sent is heard earlier. */
  async click(): Promise<void> {
    await until('the toast on the screen', async () => {
      const { stdout } = await run('dunstctl', ['count', 'displayed'])
      return Number(stdout) > 0
    })
    await run('dunstctl', ['action', '0'])
  }

  /** Takes all toasts from the screen, as if they had timed out. */
  async clear(): Promise<void> {
    await run('dunstctl', ['close-all'])
  }

  async close(): Promise<void> {
    await Promise.all(
      this.#children.map(async (child) => {
        if (child.exitCode !== null || child.signalCode !== null) return
        const exited = new Promise((resolve) => child.once('exit', resolve))
        child.kill()
        await exited
      }),
    )
  }
}

async function namesOnBus(): Promise<string> {
  const call = ['call', '--session', '--dest', 'org.freedesktop.DBus', '--object-path', '/org/freedesktop/DBus']
  const { stdout } = await run('gdbus', [...call, '--method', 'org.freedesktop.DBus.ListNames'])
  return stdout
}

async function until(what: string, happened: () => Promise<boolean>, patience = 10_000): Promise<void> {
  const end = Date.now() + patience
  while (!(await happened())) {
    if (Date.now() > end) throw new Error(`Waited ${patience} ms in vain for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
