/**
 * Looks a large inbox file through in a thread of its own, while the window shows it already: reading a gigabyte takes
 * seconds, and who opens the inbox in the morning waits for the list.
 */
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import type { Clock } from '../../../telephony/clock.ts'
import { asStoreError, damaged } from './store-error.ts'

export interface FileCheck {
  /**
   * True when the file is whole; false when the check was stopped before that was known. Rejects with `StoreError` when
   * the file is damaged.
   */
  whole(): Promise<boolean>
  /** Does not wait for what is being read. */
  stop(): void
}

/** For files that were looked through before they were opened. */
export const checkedBefore: FileCheck = { whole: () => Promise.resolve(true), stop: () => {} }

/** The first seconds belong to the list, ms. */
const restFirst = 2000

/** Handed over as text, so that it runs from sources and from the built file alike. */
const inThread = `
const { parentPort, workerData } = require('node:worker_threads')
const SqliteDatabase = require(workerData.addon)
const db = new SqliteDatabase(workerData.file, { readonly: true, timeout: 5000 })
try {
  parentPort.postMessage({ findings: db.pragma('quick_check(1)', { simple: true }) })
} catch (error) {
  parentPort.postMessage({ code: error.code, message: error.message })
} finally {
  db.close()
}
`

type Said = { findings: string } | { code: string; message: string }

/** Begins after a rest. `restMs`: other than the usual one, for tests. */
export function checkBeside(file: string, clock: Clock, restMs = restFirst): FileCheck {
  let stop = () => {}
  const result = new Promise<boolean>((resolve, reject) => {
    const begin = (): void => {
      const addon = createRequire(import.meta.url).resolve('better-sqlite3')
      const thread = new Worker(inThread, { eval: true, workerData: { file, addon } })
      stop = () => {
        resolve(false)
        void thread.terminate()
      }
      thread.once('message', (said: Said) => {
        if ('findings' in said) {
          if (said.findings === 'ok') resolve(true)
          else reject(damaged(file, new Error(said.findings)))
        } else {
          const error = Object.assign(new Error(said.message), { code: said.code })
          reject(asStoreError(error, file) ?? error)
        }
      })
      thread.once('error', reject)
    }
    const forget = clock.after(restMs, begin)
    stop = () => {
      forget()
      resolve(false)
    }
  })
  // Whoever asks hears of it; nobody may ask before it is known.
  result.catch(() => undefined)
  return { whole: () => result, stop: () => stop() }
}
