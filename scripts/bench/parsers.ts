/**
 * Each way of reading AMI, fed with bytes as a socket would bring them, through the package's own function for that.
 * Each counts the events that it tells.
 */
import { createRequire } from 'node:module'
import net from 'node:net'
import createManager from 'asterisk-manager'
import { amiEvent, eventInFrame } from '../../telephony/ami/events.ts'
import { Intake } from '../../telephony/ami/intake.ts'
import { CallTracker } from '../../telephony/calls/tracker.ts'

export interface Parser {
  feed(bytes: Buffer): void
  /** Events told so far, or dropped on purpose. */
  told(): number
  /** Calls told so far, where there is a tracker. */
  calls?(): number
}

export interface ParserKind {
  /** For people. */
  label: string
  /** What it does with an event. */
  does: string
  /** @param rivals the folder that the other packages are in */
  make(rivals: string): Promise<Parser> | Parser
}

export const parsers = {
  ringback: {
    label: 'Ringback, whole pipeline',
    does: 'frames, drops what nobody needs, reads, follows the calls to their verdicts',
    make: () => {
      let told = 0
      const { tracker, calls } = tracking()
      const intake = greeted({
        event: (frame) => {
          told++
          tracker.handle(eventInFrame(frame))
        },
      })
      return { feed: (bytes) => intake.take(bytes), told: () => told, calls }
    },
  },
  'ringback-framing': {
    label: 'Ringback, framing alone',
    does: 'frames, drops what nobody needs',
    make: () => {
      let told = 0
      const intake = greeted({ event: () => told++ })
      return { feed: (bytes) => intake.take(bytes), told: () => told }
    },
  },
  'ringback-package-reads': {
    label: 'Ringback, events read by asterisk-manager',
    does: 'the whole pipeline, but the package reads each needed event instead of our stage',
    make: async () => {
      let told = 0
      const { tracker, calls } = tracking()
      const { read, on } = await bareManager()
      on((block) => {
        told++
        tracker.handle(amiEvent(Object.entries(block).map(([header, value]) => [header, String(value)])))
      })
      const intake = greeted({ event: (frame) => read(`${frame}\r\n\r\n`) })
      return { feed: (bytes) => intake.take(bytes), told: () => told, calls }
    },
  },
  'asterisk-manager': {
    label: 'asterisk-manager 0.2.0, bare',
    does: 'makes an object of each event and emits it as `managerevent` and by its name, on the next tick',
    make: async () => {
      let told = 0
      const { read, manager } = await bareManager()
      manager.on('managerevent', () => told++)
      return { feed: (bytes) => read(bytes.toString('utf8')), told: () => told }
    },
  },
  nami: {
    label: 'nami 0.7.2, bare',
    does: 'makes an object of each event and emits it twice; formats log lines even when nobody logs',
    make: (rivals) => {
      let told = 0
      const { Nami } = requireFrom(rivals)('nami') as {
        Nami: new (options: object) => { received: string; onData(text: string): void } & NodeJS.EventEmitter
      }
      const nami = new Nami({ host: '', port: 0, username: '', secret: '', logger: silent })
      nami.received = ''
      nami.on('namiEvent', () => told++)
      return { feed: (bytes) => nami.onData(bytes.toString('ascii')), told: () => told }
    },
  },
  'asterisk-ami-client': {
    label: 'asterisk-ami-client 1.1.5, bare',
    does: 'its stream finds the ends byte by byte, makes an object of each event and emits it',
    make: (rivals) => {
      let told = 0
      const Stream = requireFrom(rivals)('asterisk-ami-events-stream') as new () => NodeJS.ReadWriteStream
      const stream = new Stream()
      stream.on('amiEvent', () => told++)
      stream.resume()
      return { feed: (bytes) => void stream.write(bytes), told: () => told }
    },
  },
  'ami-io': {
    label: 'ami-io 1.2.1, bare',
    does: 'makes an object of each event and emits it three times; wants CRLF',
    make: (rivals) => {
      let told = 0
      const { createClient } = requireFrom(rivals)('ami-io') as {
        createClient(config: object): { splitMessages(text: string): void } & NodeJS.EventEmitter
      }
      const client = createClient({ logger: silent })
      client.on('event', () => told++)
      return { feed: (bytes) => client.splitMessages(bytes.toString('utf8')), told: () => told }
    },
  },
} satisfies Record<string, ParserKind>

export type ParserName = keyof typeof parsers

const silent = { trace() {}, debug() {}, info() {}, warn() {}, error() {}, fatal() {} }

function requireFrom(folder: string): (name: string) => unknown {
  return createRequire(`${folder}/bench.cjs`)
}

function greeted({ event }: { event: (frame: string) => void }): Intake {
  const intake = new Intake({ greeted: () => {}, strange: () => {}, event, answer: () => {} })
  intake.take(Buffer.from('Asterisk Call Manager/11.0.0\r\n'))
  return intake
}

function tracking() {
  let ended = 0
  const tracker = new CallTracker({ trunks: [], now: Date.now, onEnded: () => ended++, onLive: () => {} })
  return { tracker, calls: () => ended }
}

/** asterisk-manager takes data only from a socket that it made itself: here one that nothing ever comes from. */
async function bareManager() {
  const mute = net.createServer(() => {})
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve))
  const { port } = mute.address() as net.AddressInfo
  const manager = createManager(null, '', '', '', true)
  const socket = await new Promise<net.Socket>((resolve) => {
    manager.connect({ host: '127.0.0.1', port }, function () {
      resolve(this)
    })
  })
  const [read] = socket.listeners('data') as ((text: string) => void)[]
  if (!read) throw new Error('asterisk-manager does not read')
  const on = (take: (block: Record<string, unknown>) => void) => {
    manager.removeAllListeners('rawevent')
    manager.on('rawevent', take)
  }
  return { manager: manager as typeof manager & NodeJS.EventEmitter, read, on }
}
