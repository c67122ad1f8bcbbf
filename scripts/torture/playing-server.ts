/** A manager interface on loopback that plays an office's traffic, and is cut wherever the torturer likes. */
import net from 'node:net'
import type { PlayedOffice } from './played-office.ts'

export type Rights = 'full' | 'recommended' | 'call'

/** The actions that users with these rights are offered. */
const offered: Record<Rights, string[]> = {
  full: [
    'BridgeList',
    'CoreShowChannels',
    'CoreStatus',
    'Filter',
    'Getvar',
    'Originate',
    'Ping',
    'QueueStatus',
    'Status',
  ],
  recommended: ['BridgeList', 'CoreShowChannels', 'CoreStatus', 'Getvar', 'Originate', 'Ping', 'QueueStatus', 'Status'],
  call: ['BridgeList', 'Ping', 'QueueStatus'],
}

export interface PlayingServerHooks {
  now(): number
  /** Comes right before the channels are listed: the office may go on, or the wire be cut. */
  beforeChannels(): void
}

export class PlayingServer {
  /** Connections so far. */
  connections = 0
  readonly #server: net.Server
  readonly #office: PlayedOffice
  readonly #rights: Rights
  readonly #hooks: PlayingServerHooks
  #socket: net.Socket | null = null
  #signedIn = false
  #frozen = false
  #outgoing = ''

  private constructor(office: PlayedOffice, rights: Rights, hooks: PlayingServerHooks) {
    this.#office = office
    this.#rights = rights
    this.#hooks = hooks
    this.#server = net.createServer((socket) => this.#serve(socket))
  }

  static async listen(office: PlayedOffice, rights: Rights, hooks: PlayingServerHooks): Promise<PlayingServer> {
    const server = new PlayingServer(office, rights, hooks)
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve))
    return server
  }

  get port(): number {
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('the server does not listen')
    return address.port
  }

  /** Somebody is signed in and can be told events. */
  get listened(): boolean {
    return this.#signedIn && this.#socket !== null && !this.#frozen
  }

  /** Says something, which goes out with the next `trickle` or answer. */
  send(text: string): void {
    if (this.listened) this.#outgoing += text
  }

  /** Sends a part of what was said, be it in the middle of a line. `part` from 0 to 1. */
  trickle(part: number): void {
    const length = Math.round(this.#outgoing.length * part)
    if (this.listened) this.#socket?.write(this.#outgoing.slice(0, length))
    this.#outgoing = this.#outgoing.slice(length)
  }

  /** Ends the connection after `lastWords`: in order, so that all of them arrive, or at once, so that some may not. */
  cut(lastWords: string, inOrder: boolean): void {
    const socket = this.#socket
    const words = this.#outgoing + lastWords
    this.#outgoing = ''
    this.#socket = null
    this.#signedIn = false
    if (inOrder) socket?.end(words)
    else {
      socket?.write(words)
      socket?.resetAndDestroy()
    }
  }

  /** Takes everything and says nothing, like a PC behind a router that was switched off; until the next connection. */
  freeze(): void {
    this.#frozen = true
  }

  async close(): Promise<void> {
    this.#socket?.destroy()
    await new Promise<void>((resolve) => this.#server.close(() => resolve()))
  }

  #serve(socket: net.Socket): void {
    this.connections++
    this.#socket = socket
    this.#signedIn = false
    this.#frozen = false
    this.#outgoing = ''
    socket.setNoDelay(true)
    // Whoever is cut off resets.
    socket.on('error', () => {})
    socket.on('close', () => {
      if (this.#socket === socket) this.#socket = null
    })
    socket.write('Asterisk Call Manager/11.0.0\r\n')
    let pending = ''
    socket.setEncoding('utf8').on('data', (chunk) => {
      pending += String(chunk)
      for (let end = pending.indexOf('\r\n\r\n'); end >= 0; end = pending.indexOf('\r\n\r\n')) {
        const headers = new Map(pending.slice(0, end).split('\r\n').map(pair))
        pending = pending.slice(end + 4)
        if (this.#socket === socket && !this.#frozen) this.#answer(socket, headers)
      }
    })
  }

  #answer(socket: net.Socket, headers: ReadonlyMap<string, string>): void {
    const action = headers.get('action') ?? ''
    const id = `ActionID: ${headers.get('actionid')}`
    const say = (first: string, blocks: string[] = []) => {
      const whole = [first, ...blocks].map((block) => `${block}\r\n${id}\r\n\r\n`).join('')
      if (this.#socket !== socket) return
      socket.write(this.#outgoing + whole)
      this.#outgoing = ''
    }
    const list = (items: string[]) =>
      say('Response: Success\r\nEventList: start', [...items, `Event: ${action}Complete\r\nEventList: Complete`])
    if (/^login$/i.test(action)) {
      this.#signedIn = true
      say('Response: Success\r\nMessage: Authentication accepted')
      return
    }
    if (action === 'ListCommands') {
      say(`Response: Success\r\n${offered[this.#rights].map((name) => `${name}: it  (Priv: any)`).join('\r\n')}`)
      return
    }
    if (action !== 'Events' && !offered[this.#rights].includes(action)) {
      say('Response: Error\r\nMessage: Permission denied')
      return
    }
    switch (action) {
      case 'BridgeList':
        list(this.#office.bridgeList())
        return
      case 'QueueStatus':
        list(this.#office.queueStatus(this.#hooks.now()))
        return
      case 'Status':
        list(this.#office.status())
        return
      case 'CoreShowChannels':
        this.#hooks.beforeChannels()
        list(this.#office.coreShowChannels(this.#hooks.now()))
        return
      case 'Getvar':
        say('Response: Success\r\nVariable: CALLERID(pres)\r\nValue: allowed_not_screened')
        return
      default:
        say('Response: Success')
    }
  }
}

function pair(line: string): [string, string] {
  const colon = line.indexOf(':')
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
}
