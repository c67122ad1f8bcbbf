/**
 * A server on the loopback interface that behaves like Twilio's Messages API as far as a texting client sees it, with
 * callers that can be played and faults that can be ordered. Nothing leaves this PC.
 */
import { createServer } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { systemClock } from '../../../telephony/clock.ts'
import type { Clock } from '../../../telephony/clock.ts'
import { Api } from './api.ts'
import type { Sender } from './create-rules.ts'
import { Faults, carriesOut } from './faults.ts'
import type { Fault, FaultInput, Operation } from './faults.ts'
import { answerLab } from './lab-routes.ts'
import type { Lab } from './lab-routes.ts'
import type { Reply } from './reply.ts'
import { defaultPace } from './resource.ts'
import type { Pace, StoredMessage } from './resource.ts'
import { Switchboard } from './switchboard.ts'
import type { IncomingText, LedgerEntry } from './switchboard.ts'
import { write, writeSpoiled } from './wire.ts'

export interface StandInOptions {
  /** 0 or left out: any free port. */
  port?: number
  accountSid: string
  authToken: string
  /** The account's numbers, E.164 or with what they can do. */
  numbers: readonly (string | Sender)[]
  /** `SK…` and its secret, as a second way to sign in. */
  apiKey?: { sid: string; secret: string }
  /** `MG…` → the number it sends from. */
  services?: Record<string, string>
  /** Makes it a trial account that may text these numbers only. */
  verified?: string[]
  /** Number → line type, for Lookup. */
  lineTypes?: Record<string, string>
  pace?: Pace
  /** What stands before the API's paths, e.g. `/api/laml`, as with compatible providers. */
  pathPrefix?: string
  /** How far Twilio's clock is ahead of this PC's, in milliseconds. */
  skewMs?: number
  clock?: Clock
  /** Hears each request when it is answered, or left without an answer. */
  onRequest?: (request: HeardRequest) => void
}

export interface HeardRequest {
  operation: Operation
  query: URLSearchParams
  form: URLSearchParams
  headers: IncomingHttpHeaders
  arrivedAt: number
  fault: Fault | null
  /** What would have been answered without a fault; null where the fault came before. */
  reply: Reply | null
}

export interface StandIn {
  /** E.g. `http://127.0.0.1:40123`; what goes into the gateway's base URL. */
  url: string
  port: number
  /** Every accepted text, in order; grows as they come. */
  ledger: readonly LedgerEntry[]
  /** Somebody texts the office; `to` left out is the first number. */
  receive(text: Omit<IncomingText, 'to'> & { to?: string }): StoredMessage
  /** Breaks the next requests, in this order. */
  fail(...faults: FaultInput[]): void
  /** Forgets the faults that still wait for a request. */
  mend(): void
  /** What becomes of texts to this number: a failure's code, or no receipt after `sent`. */
  setOutcome(to: string, outcome: StoredMessage['outcome']): void
  /** How far lists lag behind, in milliseconds. */
  setListLag(ms: number): void
  stop(): Promise<void>
}

export async function startTwilioStandIn(options: StandInOptions): Promise<StandIn> {
  const { accountSid, authToken, apiKey = null, verified = null, pace = defaultPace } = options
  const { clock = systemClock, skewMs = 0, port = 0, pathPrefix = '' } = options
  const senders = options.numbers.map((each) => (typeof each === 'string' ? { number: each } : each))
  const services = new Map(Object.entries(options.services ?? {}))
  const lineTypes = new Map(Object.entries(options.lineTypes ?? {}))
  const switchboard = new Switchboard({ clock, accountSid, senders, services, verified, pace, skewMs })
  const openedAt = switchboard.now()
  const api = new Api(
    { accountSid, authToken, apiKey, senders, services, pathPrefix, lineTypes, pace, openedAt },
    switchboard,
  )
  const faults = new Faults()
  const firstNumber = senders[0]?.number ?? ''
  const lab: Lab = { switchboard, faults, firstNumber }

  const server = createServer((request, response) => {
    const arrivedAt = clock.now()
    response.setHeader('date', new Date(switchboard.now()).toUTCString())
    handle(request, response, arrivedAt).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500)
      response.end(String(error))
    })
  })

  async function handle(request: IncomingMessage, response: ServerResponse, arrivedAt: number): Promise<void> {
    const { method = 'GET', headers } = request
    const url = new URL(request.url ?? '/', `http://${headers.host ?? '127.0.0.1'}`)
    const body = await read(request)
    if (url.pathname.startsWith('/lab/')) {
      write(response, answerLab(method, url.pathname, body, lab))
      return
    }
    const asked = {
      method,
      url,
      authorization: headers.authorization ?? '',
      form: new URLSearchParams(body),
      arrivedAt,
    }
    const operation = api.operation(asked)
    const fault = faults.take(operation)
    const reply = !fault || carriesOut(fault) ? api.answer(asked) : null
    options.onRequest?.({ operation, query: url.searchParams, form: asked.form, headers, arrivedAt, fault, reply })
    if (fault) writeSpoiled(response, reply, fault, clock)
    else if (reply) write(response, reply)
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve)
  })
  const bound = server.address()
  const boundPort = typeof bound === 'object' && bound ? bound.port : port

  return {
    url: `http://127.0.0.1:${boundPort}`,
    port: boundPort,
    ledger: switchboard.ledger,
    receive: (text) => switchboard.receive({ ...text, to: text.to ?? firstNumber }),
    fail: (...each) => each.forEach((fault) => faults.add(fault)),
    mend: () => faults.clear(),
    setOutcome: (to, outcome) => switchboard.setOutcome(to, outcome),
    setListLag: (ms) => {
      switchboard.listLagMs = ms
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
