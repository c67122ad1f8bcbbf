/** One at a time, among all processes of this PC. */
import { createHash } from 'node:crypto'
import { createServer } from 'node:net'
import type { Server } from 'node:net'
import { systemClock } from '../../../telephony/clock.ts'

/** How often somebody who waits looks again, in ms. */
const lookAgain = 250

/**
 * Runs `run` while nobody else on this PC runs anything under the same name; others wait. The lock is an abstract Unix
 * socket (Linux only): the kernel frees it with its process, so that a killed one leaves no lock behind.
 * @param waiting told once when somebody else was first
 */
export async function alone<T>(name: string, run: () => Promise<T>, waiting: () => void = () => {}): Promise<T> {
  let lock = await take(name)
  if (!lock) waiting()
  while (!lock) {
    await new Promise<void>((resolve) => systemClock.after(lookAgain, resolve))
    lock = await take(name)
  }
  const held = lock
  try {
    return await run()
  } finally {
    await new Promise<void>((resolve) => held.close(() => resolve()))
  }
}

/** Null when somebody has it. */
function take(name: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null)
      else reject(error)
    })
    // Hashed, since such a name may have no more than 107 bytes, and a path can have more.
    server.listen(`\0ringback-${createHash('sha256').update(name).digest('hex')}`, () => resolve(server))
  })
}
