/**
 * What lies between the package and the network: its socket as it is, or with TLS around it. asterisk-manager makes its
 * socket itself and knows no TLS, but hands its first argument on to `net.createConnection`, and `net` can give the
 * bytes to us instead of to the stream (`onread`). With TLS the package's socket carries what is encrypted: then what
 * the package writes to it, which is nothing but whole actions, goes the way through TLS.
 */
import { isIP } from 'node:net'
import type { NetConnectOpts, Socket } from 'node:net'
import { connect as encrypt } from 'node:tls'
import type { TLSSocket } from 'node:tls'
import type { Reachable } from './address.ts'

export interface PackageSocketHooks {
  /** The bytes that came. They must be read at once: the next ones take their place. */
  bytes(bytes: Buffer): void
  /** There is a connection to speak on. `fingerprint`: of the certificate, null without TLS. */
  ready(fingerprint: string | null): void
  /** The other side and we cannot agree on TLS. */
  noEncryption(error: unknown): void
}

const pieceLength = 64 * 1024

export class PackageSocket {
  /** What the package is given to connect with. */
  readonly connectOptions: NetConnectOpts
  readonly #host: string
  readonly #tls: boolean
  readonly #hooks: PackageSocketHooks
  #socket: Socket | null = null
  /** What is spoken on: the socket, or TLS around it. */
  #line: Socket | TLSSocket | null = null

  constructor(
    { host, port }: Reachable,
    { tls, signal }: { tls: boolean; signal: AbortSignal },
    hooks: PackageSocketHooks,
  ) {
    const bytes = (length: number, buffer: Uint8Array) => {
      hooks.bytes(Buffer.from(buffer.buffer, buffer.byteOffset, length))
      return true
    }
    // Never more than these: another option, `path`, would name a private pipe.
    const options = { host, port, signal }
    this.connectOptions = tls ? options : { ...options, onread: { buffer: Buffer.alloc(pieceLength), callback: bytes } }
    this.#host = host
    this.#tls = tls
    this.#hooks = hooks
  }

  /** The package's socket is connected. Returns what the package reads text with. */
  connected(socket: Socket): (text: string) => void {
    const readers = socket.listeners('data') as ((text: string) => void)[]
    socket.removeAllListeners('data')
    this.#socket = socket
    // Before it was connected, the package's own wish for that came too early.
    socket.setNoDelay(true)
    if (this.#tls) this.#encrypt(socket)
    else {
      this.#line = socket
      this.#hooks.ready(null)
    }
    return (text) => {
      for (const read of readers) read(text)
    }
  }

  /** Stops reading, and the other side in the end from sending, until `resume`. */
  pause(): void {
    this.#line?.pause()
  }

  resume(): void {
    this.#line?.resume()
  }

  /** Ends the connection once all is written. */
  end(): void {
    this.#line?.destroySoon()
  }

  #encrypt(socket: Socket): void {
    const line = encrypt({
      socket,
      // Names are for those who serve several; an address is none.
      ...(isIP(this.#host) === 0 ? { servername: this.#host } : {}),
      // Whether it is the right certificate its fingerprint tells, before anything secret is said.
      rejectUnauthorized: false,
    })
    this.#line = line
    socket.write = (data: Uint8Array | string) => line.write(data)
    let agreed = false
    line.once('secureConnect', () => {
      agreed = true
      const fingerprint = line.getPeerX509Certificate()?.fingerprint256
      if (fingerprint === undefined) this.#hooks.noEncryption(new Error('it shows no certificate'))
      else this.#hooks.ready(fingerprint)
    })
    line.on('data', (bytes: Buffer) => this.#hooks.bytes(bytes))
    line.on('error', (error) => {
      // Who hangs up says nothing of encryption: a phone system that restarts does, and one with too many connections.
      if (!agreed && isAboutTls(error)) this.#hooks.noEncryption(error)
    })
    // The package tells the end of its socket, as it does without TLS.
    line.on('close', () => this.#socket?.destroy())
  }
}

/** An error of the socket underneath has the system's code, such as ECONNRESET; those of OpenSSL are told apart. */
function isAboutTls(error: Error): boolean {
  const code = 'code' in error ? String(error.code) : ''
  return code === 'EPROTO' || code.startsWith('ERR_')
}
