/** Finds what a request asks for, checks who asks, and answers. */
import type { Operation } from './faults.ts'
import { listMessages } from './message-list.ts'
import { account, listNumbers, lookUp } from './other-resources.ts'
import { listMedia, mediaFile, oneMedia, whereMediaLies } from './pictures.ts'
import { refusal } from './refusal.ts'
import { registrations } from './registrations.ts'
import { json } from './reply.ts'
import type { Reply } from './reply.ts'
import type { Sender } from './create-rules.ts'
import type { Pace } from './resource.ts'
import type { Switchboard } from './switchboard.ts'

export interface ApiRequest {
  method: string
  url: URL
  authorization: string
  form: URLSearchParams
  /** When it came in, by the PC's clock. */
  arrivedAt: number
}

export interface ApiOptions {
  accountSid: string
  authToken: string
  apiKey: { sid: string; secret: string } | null
  senders: readonly Sender[]
  services: ReadonlyMap<string, string>
  /** What stands before the paths of the API, as with providers that are compatible; mostly empty. */
  pathPrefix: string
  lineTypes: ReadonlyMap<string, string>
  pace: Pace
  openedAt: number
}

export class Api {
  readonly #options: ApiOptions
  readonly #switchboard: Switchboard

  constructor(options: ApiOptions, switchboard: Switchboard) {
    this.#options = options
    this.#switchboard = switchboard
  }

  /** What kind of request this is, for faults that wait for one kind. */
  operation({ method, url }: Pick<ApiRequest, 'method' | 'url'>): Operation {
    if (url.pathname.endsWith('/Messages.json')) return method === 'POST' ? 'create' : 'list'
    if (/\/Messages\/[^/]+\.json$/.test(url.pathname)) return 'fetch'
    if (/\/Media\/\w+$/.test(url.pathname)) return 'picture'
    if (url.pathname.includes('/v1/')) return 'registration'
    return url.pathname.endsWith('/IncomingPhoneNumbers.json') ? 'numbers' : 'other'
  }

  answer(request: ApiRequest): Reply {
    const { url } = request
    if (url.pathname.startsWith('/cdn/')) {
      return mediaFile(this.#switchboard.messages, url.pathname, request.authorization)
    }
    const by = this.#signedInBy(request.authorization)
    if (!by) return refusal(20003)
    const prefix = this.#options.pathPrefix
    if (!url.pathname.startsWith(`${prefix}/`)) return { status: 404, body: 'Not found' }
    const reply = this.#below(url.pathname.slice(prefix.length), request, by)
    if (prefix === '' || typeof reply.body === 'string' || Buffer.isBuffer(reply.body)) return reply
    // Such providers name their paths in full.
    const named = JSON.stringify(reply.body).replaceAll('"/2010-04-01/', `"${prefix}/2010-04-01/`)
    return { ...reply, body: JSON.parse(named) as object }
  }

  #below(pathname: string, request: ApiRequest, by: 'token' | 'key'): Reply {
    const { url } = request
    const lookup = /^\/v2\/PhoneNumbers\/([^/]+)$/.exec(pathname)
    if (lookup) {
      const fields = url.searchParams.get('Fields') ?? ''
      return lookUp(decodeURIComponent(lookup[1] ?? ''), fields, this.#options.lineTypes, url.origin)
    }
    // Only Twilio itself has them.
    const registered = this.#options.pathPrefix === '' ? registrations(pathname, url.searchParams, this.#options) : null
    if (registered) return registered
    const path = /^\/2010-04-01\/Accounts\/([^/]+?)(?:\.json|\/(.+?)(?:\.json|(?<=\/Media\/ME\w+)))$/.exec(pathname)
    if (!path || path[1] !== this.#options.accountSid) return refusal(20404)
    return this.#resource(request, path[2] ?? '', by)
  }

  #resource(request: ApiRequest, path: string, by: 'token' | 'key'): Reply {
    const { accountSid, senders, pace, openedAt } = this.#options
    const { method, url, form, arrivedAt } = request
    const board = this.#switchboard
    if (path === 'Messages' && method === 'POST') return board.create(form, arrivedAt)
    if (method !== 'GET') return refusal(20004)
    if (path === '') return account(accountSid, openedAt, by === 'key')
    if (path === 'Messages') {
      return listMessages(board.messages, url.searchParams, { accountSid, pace, now: board.now() })
    }
    if (path === 'IncomingPhoneNumbers') return listNumbers(senders, url.searchParams, accountSid, openedAt)
    const [, sid, media, picture] = /^Messages\/(\w+)(\/Media(?:\/(ME\w+))?)?$/.exec(path) ?? []
    const message = board.messages.find((each) => each.sid === sid)
    if (!message) return refusal(20404)
    if (picture !== undefined) {
      const isResource = url.pathname.endsWith('.json')
      return isResource ? oneMedia(message, accountSid, picture) : whereMediaLies(message, picture, url.port)
    }
    return media ? listMedia(message, accountSid, board.now()) : json(200, board.resource(message))
  }

  #signedInBy(authorization: string): 'token' | 'key' | null {
    const { accountSid, authToken, apiKey } = this.#options
    if (authorization === basic(accountSid, authToken)) return 'token'
    return apiKey && authorization === basic(apiKey.sid, apiKey.secret) ? 'key' : null
  }
}

function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
}
