/** For tests: a wire to a server on this PC that can be cut, or go dead without anybody being told. */
import net from 'node:net'

export class Wire {
  readonly #server: net.Server
  readonly #sockets = new Set<net.Socket>()
  #frozen: 'not' | 'whole' | 'answers' = 'not'

  private constructor(port: number, host: string) {
    this.#server = net.createServer((near) => {
      const far = net.connect(port, host)
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(from)
        from.setNoDelay(true)
        from.on('data', (data) => {
          if (this.#frozen === 'not' || (this.#frozen === 'answers' && from === near)) to.write(data)
        })
        from.on('close', () => {
          this.#sockets.delete(from)
          if (this.#frozen !== 'whole') to.destroy()
        })
        // Whoever tests a cut expects resets.
        from.on('error', () => {})
      }
    })
  }

  /** A wire to `port`; it has a port of its own. */
  static async to(port: number, host = '127.0.0.1'): Promise<Wire> {
    const wire = new Wire(port, host)
    await new Promise<void>((resolve) => wire.#server.listen(0, '127.0.0.1', resolve))
    return wire
  }

  get port(): number {
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('the wire is taken down')
    return address.port
  }

  /** Carries nothing any more, and tells nobody: like a router that was switched off. */
  freeze(): void {
    this.#frozen = 'whole'
  }

  /** Carries what the near side says, and nothing that the far side answers. */
  freezeAnswers(): void {
    this.#frozen = 'answers'
  }

  /** Ends the connections that go over it; new ones may follow, and are carried again. */
  cut(): void {
    this.#frozen = 'not'
    for (const socket of this.#sockets) socket.destroy()
  }

  async close(): Promise<void> {
    this.cut()
    await new Promise<void>((resolve) => this.#server.close(() => resolve()))
  }
}
