/** The end of the log, for whoever helps. */
import { open } from 'node:fs/promises'
import { logFileName } from './log.ts'
import path from 'node:path'

/** Of an office's day far more than is asked for, bytes. */
const most = 256 * 1024

/** The last lines of the log in `folder`; empty where there is none that can be read. */
export async function readLogTail(folder: string): Promise<string> {
  try {
    const file = await open(path.join(folder, logFileName))
    try {
      const { size } = await file.stat()
      const start = Math.max(0, size - most)
      const { buffer, bytesRead } = await file.read(Buffer.alloc(size - start), 0, size - start, start)
      return buffer.toString('utf8', 0, bytesRead)
    } finally {
      await file.close()
    }
  } catch {
    return ''
  }
}
