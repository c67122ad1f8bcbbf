/** Lets other terminals make calls on a running lab: a server on the loopback interface, and its client. */
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CallReport } from '../sip/behaviour.ts'
import type { OutsideCall } from '../trunk.ts'
import type { RunningLab } from './state-file.ts'

export interface Control {
  port: number
  token: string
  stop(): Promise<void>
}

/** @param call makes a call and resolves when it is over */
export async function serveControl(call: (call: OutsideCall) => Promise<CallReport>): Promise<Control> {
  const token = randomBytes(16).toString('hex')
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      reply(response, 400, { error: error instanceof Error ? error.message : String(error) })
    })
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers.authorization !== `Bearer ${token}`) {
      reply(response, 401, { error: 'This is not the lab that was looked for.' })
      return
    }
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    reply(response, 200, await call(JSON.parse(Buffer.concat(chunks).toString('utf8')) as OutsideCall))
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  const bound = server.address()
  return {
    port: typeof bound === 'object' && bound ? bound.port : 0,
    token,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Makes a call on the running lab. Rejects with a sentence for people. */
export async function callOn({ control }: RunningLab, call: OutsideCall): Promise<CallReport> {
  const response = await fetch(`http://127.0.0.1:${control.port}/call`, {
    method: 'POST',
    headers: { authorization: `Bearer ${control.token}` },
    body: JSON.stringify(call),
  }).catch(() => {
    throw new Error('The lab went away during the call.')
  })
  const body = (await response.json()) as CallReport & { error?: string }
  if (!response.ok) throw new Error(body.error ?? `The lab answered ${response.status}.`)
  return body
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
