/** For tests: a server on a free loopback port that greets, answers and falls silent as the test says. */
import net from 'node:net'
import tls from 'node:tls'
import type { SelfSigned } from './self-signed.ts'

export interface Script {
  /** What is said first; null to say nothing. */
  greeting?: string | null
  /** The answer to an action (its headers by lower-case name), without the ActionID; null for none. */
  answer?: (action: Map<string, string>) => string | null
}

export const asteriskGreeting = 'Asterisk Call Manager/11.0.0\r\n'
export const secret = 'correct horse'

/** What a phone system answers that has a user with `secret` and no calls. */
export function phoneSystem(action: Map<string, string>): string | null {
  switch (action.get('action')?.toLowerCase()) {
    case 'login':
      return action.get('secret') === secret
        ? 'Response: Success\r\nMessage: Authentication accepted'
        : 'Response: Error\r\nMessage: Authentication failed'
    case 'coreshowchannels':
      return (
        'Response: Success\r\nEventList: start\r\nMessage: Channels will follow\r\n\r\n' +
        `Event: CoreShowChannelsComplete\r\nActionID: ${action.get('actionid')}\r\nEventList: Complete`
      )
    case 'ping':
      return 'Response: Success\r\nPing: Pong'
    case 'originate':
      return 'Response: Error\r\nMessage: Channel not specified'
    case 'logoff':
      return null
    default:
      return 'Response: Error\r\nMessage: Invalid/unknown command'
  }
}

export class ScriptedServer {
  /** Every action that came, in order. */
  readonly actions: Map<string, string>[] = []
  /** All that came, as it came. */
  received = ''
  /** Connections so far. */
  connections = 0
  readonly #sockets = new Set<net.Socket>()
  readonly #server: net.Server
  #script: Script

  private constructor(script: Script, certificate: SelfSigned | undefined) {
    this.#script = script
    const serve = (socket: net.Socket) => this.#serve(socket)
    this.#server = certificate ? tls.createServer({ ...certificate }, serve) : net.createServer(serve)
  }

  /** With a certificate it speaks TLS. `port`: 0 for any that is free. */
  static async listen(script: Script = {}, certificate?: SelfSigned, port = 0): Promise<ScriptedServer> {
    const server = new ScriptedServer(script, certificate)
    await new Promise<void>((resolve) => server.#server.listen(port, '127.0.0.1', resolve))
    return server
  }

  get port(): number {
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('the server does not listen')
    return address.port
  }

  follow(script: Script): void {
    this.#script = script
  }

  send(text: string | Buffer): void {
    for (const socket of this.#sockets) socket.write(text)
  }

  dropAll(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  async close(): Promise<void> {
    this.dropAll()
    await new Promise<void>((resolve) => this.#server.close(() => resolve()))
  }

  #serve(socket: net.Socket): void {
    this.connections++
    this.#sockets.add(socket)
    socket.setNoDelay(true)
    socket.on('close', () => this.#sockets.delete(socket))
    // Clients that go away reset; that is what some tests are about.
    socket.on('error', () => {})
    const { greeting = asteriskGreeting } = this.#script
    if (greeting !== null) socket.write(greeting)
    let pending = ''
    socket.setEncoding('utf8').on('data', (chunk) => {
      this.received += String(chunk)
      pending += String(chunk)
      for (let end = pending.indexOf('\r\n\r\n'); end >= 0; end = pending.indexOf('\r\n\r\n')) {
        this.#answer(socket, headersOf(pending.slice(0, end)))
        pending = pending.slice(end + 4)
      }
    })
  }

  #answer(socket: net.Socket, action: Map<string, string>): void {
    this.actions.push(action)
    const answer = (this.#script.answer ?? phoneSystem)(action)
    if (answer === null) return
    const [first = '', ...others] = answer.split('\r\n\r\n')
    const withId = `${first}\r\nActionID: ${action.get('actionid')}`
    socket.write([withId, ...others].map((block) => `${block}\r\n\r\n`).join(''))
  }
}

function headersOf(block: string): Map<string, string> {
  const pairs = block.split('\r\n').map((line) => line.split(/: (.*)/s))
  return new Map(pairs.map(([name = '', value = '']) => [name.toLowerCase(), value]))
}

/** Waits for the sockets' sake until `condition` holds; the test's own time-out ends it otherwise. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve))
}
