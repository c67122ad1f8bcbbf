/** The package's HTTP client with what it lacks: a limit on the whole request, and the headers of a 429. */
import http from 'node:http'
import type twilio from 'twilio'
import type RequestClient from 'twilio/lib/base/RequestClient'
import type { Clock } from '../../clock.ts'
import { TooManyRequests } from './trouble.ts'

export interface HttpClientOptions {
  clock: Clock
  /** Milliseconds without a byte after which a request is given up. */
  timeoutMs: number
  /** False: a connection for each request, so that a stale one cannot swallow a send. */
  keepAlive: boolean
}

/** Built from the loaded package, because the package is loaded late. */
export function createHttpClient(Base: typeof twilio.RequestClient, options: HttpClientOptions): RequestClient {
  const { clock, timeoutMs, keepAlive } = options

  class HttpClient extends Base {
    constructor() {
      super({ timeout: timeoutMs, keepAlive, autoRetry: false })
      // The package sets up connections for https only; the stand-in and the tests speak http.
      this.axios.defaults.httpAgent = new http.Agent({ keepAlive })
    }

    override async request<TData>(request: RequestClient.RequestOptions<TData>) {
      const response = await within(clock, timeoutMs * 2, super.request(request))
      if (response.statusCode === 429) throw tooMany(response, clock)
      return response
    }
  }

  return new HttpClient()
}

/** The package's time-out starts again with each byte; this one does not. */
async function within<T>(clock: Clock, ms: number, work: Promise<T>): Promise<T> {
  let giveUp = () => {}
  const tooLong = new Promise<never>((_resolve, reject) => {
    giveUp = clock.after(ms, () => reject(new Error(`no complete answer within ${ms} ms`)))
  })
  try {
    return await Promise.race([work, tooLong])
  } finally {
    giveUp()
  }
}

function tooMany(response: { body: unknown; headers: unknown }, clock: Clock): TooManyRequests {
  const body = parsed(response.body)
  const code = typeof body['code'] === 'number' ? body['code'] : null
  const said = typeof body['message'] === 'string' ? body['message'] : 'Too many requests'
  const headers: Record<string, unknown> = isRecord(response.headers) ? response.headers : {}
  return new TooManyRequests(said, code, retryAfterMs(headers['retry-after'], clock.now()))
}

/** RFC 9110 allows seconds or a date. */
function retryAfterMs(header: unknown, now: number): number | null {
  if (typeof header !== 'string' || header.trim() === '') return null
  const seconds = Number(header)
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now
  return Number.isFinite(ms) ? Math.max(0, ms) : null
}

function parsed(body: unknown): Record<string, unknown> {
  if (typeof body !== 'string') return isRecord(body) ? body : {}
  try {
    const value: unknown = JSON.parse(body)
    return isRecord(value) ? value : {}
  } catch {
    return {}
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
