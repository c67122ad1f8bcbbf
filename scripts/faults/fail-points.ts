/**
 * Places where a process may be killed: around every commit of the inbox and every request to the gateway. They are
 * put around the packages underneath, in a run's own process only; what ships knows nothing of them. By the same way
 * it is known in which order an engine committed, claimed and asked.
 */
import http from 'node:http'
import type { ClientRequest, IncomingMessage } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import SqliteDatabase from 'better-sqlite3'

export class FailPoints {
  #left: number | null = null
  #fromClaim: number | null = null

  /** The process dies at the `count`th place from now, or from when a text is taken out of the outbox next. */
  arm(count: number, from: 'now' | 'claim'): void {
    if (from === 'now') this.#left = count
    else this.#fromClaim = count
  }

  /** It dies at no place. */
  disarm(): void {
    this.#left = null
    this.#fromClaim = null
  }

  /** A text was taken out of the outbox. */
  claimed(): void {
    if (this.#fromClaim !== null) this.#left = this.#fromClaim
    this.#fromClaim = null
  }

  /** Returns only if this is not the place. */
  pass(): void {
    if (this.#left === null) return
    this.#left -= 1
    if (this.#left <= 0) process.kill(process.pid, 'SIGKILL')
  }
}

export interface Commits {
  /** How many there were. */
  count: number
  /** The commits that took a text out of the outbox and whose request has not begun yet, first come first. */
  claims: number[]
  /** The database that was written to last. */
  writer: SqliteDatabase.Database | null
}

/** Watches all databases of this process. */
export function watchCommits(points: FailPoints): Commits {
  const commits: Commits = { count: 0, claims: [], writer: null }
  let claiming = false
  const { prototype } = SqliteDatabase
  const prepare = prototype.prepare as (this: SqliteDatabase.Database, sql: string) => SqliteDatabase.Statement
  const watched = function (this: SqliteDatabase.Database, sql: string): SqliteDatabase.Statement {
    const statement = prepare.call(this, sql)
    if (sql === 'begin immediate') commits.writer = this
    // Statements are kept and run again: what they do counts, not that they were made.
    if (sql === 'begin immediate' || sql === 'rollback') before(statement, () => (claiming = false))
    if (sql.startsWith('insert into "attempt"')) before(statement, () => (claiming = true))
    if (sql !== 'commit') return statement
    const commit = statement.run.bind(statement)
    statement.run = () => {
      points.pass()
      const result = commit()
      commits.count += 1
      if (claiming) {
        commits.claims.push(commits.count)
        points.claimed()
      }
      claiming = false
      points.pass()
      return result
    }
    return statement
  }
  Object.assign(prototype, { prepare: watched })
  return commits
}

type Act = (...parameters: unknown[]) => unknown

function before(statement: SqliteDatabase.Statement, act: () => void): void {
  for (const way of ['run', 'all', 'get'] as const) {
    const go: Act = statement[way].bind(statement)
    Object.assign(statement, {
      [way]: (...parameters: unknown[]) => {
        act()
        return go(...parameters)
      },
    })
  }
}

/** What each request says of itself. */
export const headers = {
  pc: 'x-run-pc',
  /** Which life of the PC's engine asks. */
  life: 'x-run-life',
  /** The commit that took the text out of the outbox. */
  claimed: 'x-run-claimed',
}

/** Longer than this, in real ms, nobody waits for an answer: it may never come. */
const patience = 60

/** The requests of this process that are on their way. */
export class Requests {
  readonly #begun = new Map<ClientRequest, number>()

  add(request: ClientRequest): void {
    this.#begun.set(request, Date.now())
    request.once('close', () => this.#begun.delete(request))
  }

  /** Resolves when no answer is waited for, and what followed from the last ones is done. */
  async idle(): Promise<void> {
    for (let quiet = 0; quiet < 4; quiet += 1) {
      await setImmediate()
      if (this.#isWaiting()) quiet = 0
    }
  }

  #isWaiting(): boolean {
    const since = Date.now() - patience
    return [...this.#begun.values()].some((begunAt) => begunAt > since)
  }
}

/** Watches all plain HTTP requests of this process, and marks them with who asks. */
export function watchRequests(
  points: FailPoints,
  { commits, by }: { commits: Commits; by: () => { pc: string; life: number } },
): Requests {
  const requests = new Requests()
  const request = http.request.bind(http) as (...args: unknown[]) => ClientRequest
  const watched = (...args: unknown[]): ClientRequest => {
    points.pass()
    const asked = request(...args)
    const { pc, life } = by()
    asked.setHeader(headers.pc, pc)
    asked.setHeader(headers.life, life)
    if (asked.method === 'POST') asked.setHeader(headers.claimed, commits.claims.shift() ?? 0)
    requests.add(asked)
    asked.once('finish', () => points.pass())
    asked.once('response', (response: IncomingMessage) => {
      points.pass()
      response.once('end', () => points.pass())
    })
    return asked
  }
  Object.assign(http, { request: watched })
  return requests
}
