/**
 * Places where a process may be killed: around every commit of the inbox and every request to the gateway. They are
 * put around the packages underneath, in a run's own process only; what ships knows nothing of them.
 */
import http from 'node:http'
import type { ClientRequest, IncomingMessage } from 'node:http'
import SqliteDatabase from 'better-sqlite3'

export class FailPoints {
  #left: number | null = null

  /** The process dies at the `count`th place from now. */
  arm(count: number): void {
    this.#left = count
  }

  /** Returns only if this is not the place. */
  pass(): void {
    if (this.#left === null) return
    this.#left -= 1
    if (this.#left <= 0) process.kill(process.pid, 'SIGKILL')
  }
}

/** Watches all databases of this process. Returns the one that was written to last. */
export function watchCommits(points: FailPoints): () => SqliteDatabase.Database | null {
  const last: { writer: SqliteDatabase.Database | null } = { writer: null }
  const { prototype } = SqliteDatabase
  const prepare = prototype.prepare as (this: SqliteDatabase.Database, sql: string) => SqliteDatabase.Statement
  const watched = function (this: SqliteDatabase.Database, sql: string): SqliteDatabase.Statement {
    const statement = prepare.call(this, sql)
    if (sql === 'begin immediate') last.writer = this
    if (sql !== 'commit') return statement
    const commit = statement.run.bind(statement)
    statement.run = () => {
      points.pass()
      const result = commit()
      points.pass()
      return result
    }
    return statement
  }
  Object.assign(prototype, { prepare: watched })
  return () => last.writer
}

/** When a request began, by the real clock of the process that asks: it may be on its way for a while. */
export const begunHeader = 'x-run-begun'

/** Watches all plain HTTP requests of this process. */
export function watchRequests(points: FailPoints): void {
  const request = http.request.bind(http) as (...args: unknown[]) => ClientRequest
  const watched = (...args: unknown[]): ClientRequest => {
    points.pass()
    const asked = request(...args)
    asked.setHeader(begunHeader, Date.now())
    asked.once('finish', () => points.pass())
    asked.once('response', (response: IncomingMessage) => {
      points.pass()
      response.once('end', () => points.pass())
    })
    return asked
  }
  Object.assign(http, { request: watched })
}
