/** A port that stays the same while what is behind it comes and goes, as a router between the PC and a server does. */
import net from 'node:net'

export class Gate {
  readonly #behind: number
  readonly #server: net.Server
  readonly #sockets = new Set<net.Socket>()
  #port = 0
  #passed = 0

  /** `behind`: a loopback port. */
  constructor(behind: number) {
    this.#behind = behind
    this.#server = net.createServer((socket) => this.#pass(socket))
  }

  get port(): number {
    return this.#port
  }

  /** How often something came by. */
  get passed(): number {
    return this.#passed
  }

  async open(): Promise<void> {
    if (this.#server.listening) return
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(this.#port, '127.0.0.1', () => {
        this.#server.off('error', reject)
        resolve()
      })
    })
    const address = this.#server.address()
    if (typeof address === 'object' && address) this.#port = address.port
  }

  /** Cuts what goes through it, and refuses connections from now on. */
  async shut(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()))
    this.cut()
    await closed
  }

  cut(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  #pass(socket: net.Socket): void {
    this.#passed += 1
    const onward = net.connect(this.#behind, '127.0.0.1')
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      this.#sockets.add(one)
      one.setNoDelay(true)
      // A reset goes on as one: what breaks off must not look like an orderly end.
      one.on('error', () => other.resetAndDestroy())
      one.on('close', () => {
        this.#sockets.delete(one)
        if (!other.destroyed) other.destroy()
      })
      one.on('data', () => (this.#passed += 1))
      one.pipe(other)
    }
  }
}
