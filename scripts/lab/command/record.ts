/** `npm run lab -- record FILE.ami`: keeps what the PBX says, byte by byte, as `npm run replay` reads it. */
import { createWriteStream } from 'node:fs'
import { connect } from 'node:net'
import type { Writable } from 'node:stream'
import type { AmiAccess } from '../start-lab.ts'

/** Records until `stopped` resolves or the PBX goes; what comes after the answer to the sign-in is kept. */
export async function record(file: string, access: AmiAccess, stopped: Promise<void>): Promise<void> {
  const out: Writable = createWriteStream(file)
  const socket = connect(access.port, access.host)
  let before: Buffer | null = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    if (before === null) {
      out.write(chunk)
      return
    }
    before = Buffer.concat([before, chunk])
    const end = before.indexOf('\r\n\r\n')
    if (end < 0) return
    out.write(before.subarray(end + 4))
    before = null
  })
  socket.write(`Action: Login\r\nUsername: ${access.username}\r\nSecret: ${access.password}\r\n\r\n`)
  const closed = new Promise<void>((resolve, reject) => {
    socket.on('close', () => resolve())
    socket.on('error', reject)
  })
  await Promise.race([closed, stopped])
  socket.destroy()
  await new Promise<void>((resolve) => out.end(resolve))
}
