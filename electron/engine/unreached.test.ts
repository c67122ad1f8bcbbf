/** The network is gone in the middle of set-up: each step says so within seconds, in words, and can be tried again. */
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ManualClock } from '../../telephony/clock.ts'
import { silentLogger } from '../../telephony/logger.ts'
import type { CheckStep } from '../contract/view-models.ts'
import type { Result } from '../contract/result.ts'
import { Engine } from './engine.ts'

const greeting = 'Asterisk Call Manager/7.0.3\r\n'
/** Both sides may wait so long, ms; a text service that trickles twice. */
const patience = 6000

let folder: string
let engine: Engine
let clock: ManualClock
const servers: Server[] = []
const sockets = new Set<Socket>()

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ringback-unreached-'))
  clock = new ManualClock(Date.now())
  engine = await Engine.start({
    dataFolder: folder,
    profile: 'office',
    secrets: { pbxPassword: null, gatewayToken: null },
    clock,
    logger: silentLogger,
  })
  // What carries texts takes its time to be loaded.
  await texting(9, 10_000)
})
afterEach(() => {
  for (const socket of sockets) socket.destroy()
  for (const server of servers.splice(0)) server.close()
})
afterAll(async () => {
  await engine.stop()
  await rm(folder, { recursive: true })
})

/** A port where `hear` is done with each connection. */
async function port(hear: (socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    hear(socket)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/** Somebody looks on meanwhile: how long, by the clock, ms. */
async function asked(
  command: string,
  input: object,
  realMs = 250,
): Promise<{ waited: number; result: Result<unknown> }> {
  const begun = clock.now()
  const now = { over: false }
  const asking = engine.request(command, input).finally(() => (now.over = true))
  // What goes over real sockets gets its time; then seconds pass.
  const until = performance.now() + realMs
  while (!now.over && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 5))
  while (!now.over && clock.now() - begun < 60_000) {
    await clock.advance(500)
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  }
  return { waited: clock.now() - begun, result: await asking }
}

const phone = (at: number) =>
  asked('phone-system:check', { host: '127.0.0.1', port: at, username: 'desk', password: 'p', tls: false })
const account = (at: number) => ({ accountSid: 'AC1', apiKey: '', authToken: 't', baseUrl: `http://127.0.0.1:${at}` })
const texting = (at: number, realMs?: number) =>
  asked('texting:check', { ...account(at), kind: 'twilio', from: '+15305550100' }, realMs)

function failure(result: Result<unknown>): string {
  if (!result.ok) return `${result.failure.message} ${result.failure.remedy ?? ''}`
  const { steps } = result.value as { steps: CheckStep[] }
  const failed = steps.filter(({ state }) => state === 'failed')
  expect(failed).toHaveLength(1)
  return `${failed[0]?.message} ${failed[0]?.remedy}`
}

const silent = () => port(() => {})
const closed = async () => {
  const free = await port(() => {})
  await new Promise((resolve) => servers.pop()?.close(resolve))
  return free
}

test.each<[string, () => Promise<number>, string]>([
  ['refuses the connection', closed, 'nothing listens on port'],
  ['swallows everything', silent, 'no Asterisk phone system'],
  ['hangs up at once', () => port((socket) => socket.end()), 'hangs up before it says a word'],
  ['greets and falls silent', () => port((socket) => socket.write(greeting)), 'does not answer'],
  [
    'is cut off in the middle',
    () => port((socket) => void (socket.write(greeting), socket.once('data', () => socket.destroy()))),
    'broke off. Check the network and whether the phone system is running. Then check again.',
  ],
])('a phone system that %s is told within seconds', async (_how, at, says) => {
  const { waited, result } = await phone(await at())
  expect(failure(result)).toContain(says)
  expect(failure(result)).not.toContain('by itself')
  expect(waited).toBeLessThanOrEqual(patience)
})

test('a name that nobody knows is told for both', async () => {
  // A name server may take its time.
  const place = { host: 'phones.invalid', port: 5038, username: 'desk', password: 'p', tls: false }
  expect(failure((await asked('phone-system:check', place, 10_000)).result)).toContain('is not known in this network')
  const input = { ...account(9), baseUrl: 'https://sms.invalid', kind: 'twilio', from: '+15305550100' }
  expect(failure((await asked('texting:check', input, 10_000)).result)).toContain(
    'The address of the text service is not known here.',
  )
})

test.each<[string, () => Promise<number>, string]>([
  ['refuses the connection', closed, 'The text service refuses the connection.'],
  ['swallows everything', silent, 'The text service does not answer.'],
  ['is cut off', () => port((socket) => socket.once('data', () => socket.destroy())), 'broke off.'],
  ['speaks something else', () => port((socket) => socket.write(greeting)), 'is no text service, or one in trouble.'],
])('a text service that %s is told within seconds, in the check and in the list of numbers', async (_how, at, says) => {
  const there = await at()
  for (const { waited, result } of [await texting(there), await asked('texting:senders', account(there))]) {
    expect(failure(result)).toContain(says)
    expect(failure(result)).toMatch(/then check again\.|Then check again\./)
    expect(failure(result)).not.toMatch(/by itself|ECONN|HPE_/)
    expect(waited).toBeLessThanOrEqual(2 * patience)
  }
})
