/**
 * The demo office's phone system: a server on the loopback interface that speaks as much of Asterisk's manager
 * interface as Ringback listens to, so that the demo runs through the same `telephony/ami` code as a real office.
 * It accepts one user with a password of its own making; nothing outside this PC can reach it.
 */
import { randomBytes } from 'node:crypto'
import net from 'node:net'

/** Header names and values of one manager block, in the order they are written. */
export type Block = Record<string, string>

/** Asterisk's greeting; the version is the manager interface's, as Asterisk 22 has it. */
const greeting = 'Asterisk Call Manager/11.0.0\r\n'

/** What goes on behind the phone system. */
export interface SimulatedOffice {
  /** What `CoreShowChannels` lists: the calls that are going on. */
  channels(): Block[]
  /** A call is asked for; `action` has its headers in lower case. */
  originate(action: Block): void
  /** False when there is no such channel (by name or Uniqueid). */
  hangUp(channel: string): boolean
}

/** What this phone system lets its user do. */
const commands = ['CoreShowChannels', 'Hangup', 'ListCommands', 'Originate', 'Ping', 'ShowDialPlan']

export class SimulatedPbx {
  readonly username = 'demo'
  readonly password = randomBytes(12).toString('hex')
  readonly #server = net.createServer((socket) => this.#serve(socket))
  readonly #signedIn = new Set<net.Socket>()
  readonly #sockets = new Set<net.Socket>()
  readonly #office: SimulatedOffice

  constructor(office: SimulatedOffice) {
    this.#office = office
  }

  /** Listens on a free loopback port and says which. */
  async listen(): Promise<{ host: string; port: number }> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(0, '127.0.0.1', resolve)
    })
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('the demo phone system has no port')
    return { host: address.address, port: address.port }
  }

  /** Tells everybody who signed in about an event. */
  emit(event: Block): void {
    for (const socket of this.#signedIn) write(socket, event)
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise<void>((resolve) => this.#server.close(() => resolve()))
  }

  #serve(socket: net.Socket): void {
    this.#sockets.add(socket)
    socket.setEncoding('utf8')
    // Each event is a small write of its own; the last one must not wait until the others were received.
    socket.setNoDelay(true)
    socket.write(greeting)
    let pending = ''
    socket.on('data', (chunk: string) => {
      pending += chunk
      for (let end = pending.indexOf('\r\n\r\n'); end >= 0; end = pending.indexOf('\r\n\r\n')) {
        const action = parse(pending.slice(0, end))
        pending = pending.slice(end + 4)
        this.#answer(socket, action)
      }
    })
    const forget = () => {
      this.#sockets.delete(socket)
      this.#signedIn.delete(socket)
    }
    // A reset is how a client that goes away may look from here; there is nobody to tell.
    socket.on('error', forget)
    socket.on('close', forget)
  }

  #answer(socket: net.Socket, action: Block): void {
    const id: Block = action['actionid'] === undefined ? {} : { ActionID: action['actionid'] }
    const name = (action['action'] ?? '').toLowerCase()
    if (name === 'login') {
      if (action['username'] !== this.username || action['secret'] !== this.password) {
        write(socket, { Response: 'Error', ...id, Message: 'Authentication failed' })
        socket.end()
        return
      }
      write(socket, { Response: 'Success', ...id, Message: 'Authentication accepted' })
      this.#signedIn.add(socket)
      write(socket, { Event: 'FullyBooted', Privilege: 'system,all', Status: 'Fully Booted' })
      return
    }
    if (!this.#signedIn.has(socket)) {
      write(socket, { Response: 'Error', ...id, Message: 'Permission denied' })
      return
    }
    switch (name) {
      case 'ping':
        write(socket, { Response: 'Success', ...id, Ping: 'Pong' })
        return
      case 'coreshowchannels': {
        const channels = this.#office.channels()
        write(socket, { Response: 'Success', ...id, EventList: 'start', Message: 'Channels will follow' })
        for (const channel of channels) write(socket, { Event: 'CoreShowChannel', ...id, ...channel })
        write(socket, {
          Event: 'CoreShowChannelsComplete',
          ...id,
          EventList: 'Complete',
          ListItems: String(channels.length),
        })
        return
      }
      case 'listcommands': {
        const list = Object.fromEntries(commands.map((command) => [command, '']))
        write(socket, { Response: 'Success', ...id, ...list })
        return
      }
      case 'showdialplan':
        // It knows a way for every number.
        write(socket, { Response: 'Success', ...id, EventList: 'start', Message: 'DialPlan list will follow' })
        write(socket, { Event: 'ShowDialPlanComplete', ...id, EventList: 'Complete', ListItems: '0' })
        return
      case 'originate':
        write(socket, { Response: 'Success', ...id, Message: 'Originate successfully queued' })
        this.#office.originate(action)
        return
      case 'hangup': {
        const found = this.#office.hangUp(action['channel'] ?? '')
        const [response, message] = found ? ['Success', 'Channel Hungup'] : ['Error', 'No such channel']
        write(socket, { Response: response, ...id, Message: message })
        return
      }
      case 'getvar':
        // The only variable Ringback asks for is the caller's presentation; nobody in the demo hides a number that
        // the provider passes on all the same.
        write(socket, { Response: 'Success', ...id, Variable: action['variable'] ?? '', Value: 'allowed_not_screened' })
        return
      case 'logoff':
        write(socket, { Response: 'Goodbye', ...id, Message: 'Goodbye' })
        socket.end()
        return
      case 'events':
      case 'filter':
        write(socket, { Response: 'Success', ...id, Message: 'Events: On' })
        return
      default:
        write(socket, { Response: 'Error', ...id, Message: 'Invalid/unknown command' })
    }
  }
}

function parse(text: string): Block {
  const block = Object.create(null) as Block
  for (const line of text.split('\r\n')) {
    const colon = line.indexOf(':')
    if (colon > 0) block[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim()
  }
  return block
}

function write(socket: net.Socket, block: Block): void {
  if (socket.destroyed) return
  let text = ''
  for (const [name, value] of Object.entries(block)) text += `${name}: ${value}\r\n`
  socket.write(`${text}\r\n`)
}
