/** Writes an answer to the wire, right or spoiled. */
import type { ServerResponse } from 'node:http'
import type { Clock } from '../../../telephony/clock.ts'
import type { Fault } from './faults.ts'
import { refusal } from './refusal.ts'
import type { Reply } from './reply.ts'

export function write(response: ServerResponse, reply: Reply): void {
  const { payload, headers } = prepared(reply)
  response.writeHead(reply.status, headers).end(payload)
}

/** `reply` is what the request was answered with; null when the fault kept it from being carried out. */
export function writeSpoiled(response: ServerResponse, reply: Reply | null, fault: Fault, clock: Clock): void {
  switch (fault.kind) {
    case 'drop-before':
    case 'drop-after':
      response.socket?.resetAndDestroy()
      return
    case 'hang-before':
    case 'hang-after':
      return
    case 'truncated': {
      const { payload, headers } = prepared(reply ?? { status: 201, body: {} })
      response.writeHead(reply?.status ?? 201, headers)
      response.write(payload.subarray(0, Math.ceil(payload.length / 2)), () => response.socket?.destroy())
      return
    }
    case 'broken-json':
      response.writeHead(reply?.status ?? 201, { 'content-type': 'application/json' }).end('{"sid": "SM')
      return
    case 'status-before':
    case 'status-after':
    case 'page':
      write(response, { status: fault.status, body: `<html><body>${fault.status}</body></html>` })
      return
    case 'too-many': {
      const headers: Record<string, string> = fault.retryAfter === '' ? {} : { 'retry-after': fault.retryAfter }
      write(response, { ...refusal(fault.code), status: 429, headers })
      return
    }
    case 'refuse':
      write(response, refusal(fault.code))
      return
    case 'slow':
      if (reply) clock.after(fault.ms, () => write(response, reply))
      return
    case 'repeated':
      if (reply) write(response, { ...reply, body: rowsTwice(reply.body) })
      return
  }
}

function rowsTwice(body: Reply['body']): Reply['body'] {
  if (typeof body !== 'object' || !('messages' in body) || !Array.isArray(body.messages)) return body
  const rows: unknown[] = body.messages
  return Object.assign({}, body, { messages: rows.flatMap((row) => [row, row]) })
}

function prepared({ body, headers }: Reply): { payload: Buffer; headers: Record<string, string> } {
  const isPage = typeof body === 'string'
  const payload = Buffer.isBuffer(body) ? body : Buffer.from(isPage ? body : JSON.stringify(body))
  return {
    payload,
    headers: {
      'content-type': isPage ? 'text/html' : 'application/json;charset=utf-8',
      'content-length': String(payload.length),
      ...headers,
    },
  }
}
