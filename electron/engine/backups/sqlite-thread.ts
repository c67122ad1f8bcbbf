/** Reads database files in a thread of its own: counting and checking a gigabyte must not hold the engine up. */
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'

/**
 * Runs `code` there with `SqliteDatabase` and `data` at hand and resolves to what it returns; rejects with what it threw.
 * Handed over as text, so that it runs from sources and from the built file alike.
 */
export function inSqliteThread<T>(code: string, data: unknown): Promise<T> {
  const addon = createRequire(import.meta.url).resolve('better-sqlite3')
  const whole = `
    const { parentPort, workerData } = require('node:worker_threads')
    const SqliteDatabase = require(workerData.addon)
    const run = (data) => {${code}}
    parentPort.postMessage(run(workerData.data))
  `
  return new Promise((resolve, reject) => {
    const thread = new Worker(whole, { eval: true, workerData: { addon, data } })
    thread.once('message', (value: T) => resolve(value))
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('The thread ended without an answer')))
  })
}
