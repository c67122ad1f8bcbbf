import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ManualClock } from '../clock.ts'
import { AmiClient } from './client.ts'
import type { AmiEvent } from './events.ts'
import { readRecording } from './recording.ts'
import { unneededEvents } from './unneeded-events.ts'
import { ScriptedServer, secret, until } from './scripted-server.ts'

const traces = path.resolve(import.meta.dirname, '../../../shared/ami-traces')

const isNeeded = (event: AmiEvent) => !unneededEvents.has(event.event) || event.get('ActionID') !== undefined

let server: ScriptedServer
let client: AmiClient
let events: AmiEvent[]

async function signIn(): Promise<void> {
  events = []
  client = new AmiClient(
    { host: '127.0.0.1', port: server.port, username: 'ringback', password: secret },
    { clock: new ManualClock(0), onEvent: (event) => events.push(event) },
  )
  await client.open()
  await client.login()
}

beforeEach(async () => {
  server = await ScriptedServer.listen()
  await signIn()
})

afterEach(async () => {
  client.close()
  await server.close()
})

describe('what a phone system sends', () => {
  it('may have headers named like what every object has', async () => {
    server.send('Event: X\r\n__proto__: x\r\nconstructor: y\r\ntoString: z\r\nVariable: __proto__=1\r\n\r\n')
    await until(() => events.length === 1)
    expect(events[0]?.get('constructor')).toBe('y')
    expect(events[0]?.get('tostring')).toBe('z')
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })

  it('may name its events and ActionIDs like the package names its own', async () => {
    const names = ['close', 'error', 'rawevent', 'connect', 'end', 'data', '__proto__']
    for (const name of names) server.send(`Event: ${name}\r\n\r\nResponse: Success\r\nActionID: ${name}\r\n\r\n`)
    await until(() => events.length === names.length)
    expect(events.map((event) => event.event)).toEqual(names)
    expect(await client.action({ Action: 'Ping' })).toMatchObject({ ok: true })
  })

  it('may have a header of 1 MB and bytes that are no UTF-8', async () => {
    server.send(`Event: Big\r\nValue: ${'x'.repeat(1024 * 1024)}\r\n\r\n`)
    server.send(Buffer.from([...Buffer.from('Event: Odd\r\nName: '), 0xff, 0xc3, 0x28, ...Buffer.from('\r\n\r\n')]))
    await until(() => events.length === 2)
    expect(events[0]?.get('Value')).toHaveLength(1024 * 1024)
    expect(events[1]?.get('Name')).toContain('(')
  })

  it.each([
    ['one line without an end', 'x'.repeat(64 * 1024)],
    ['lines without an empty one', 'a: b\r\n'.repeat(10_000)],
    ['an event that never ends', `Event: DialBegin\r\n${'a: b\r\n'.repeat(10_000)}`.slice(0, -2)],
  ])('may go on and on, is passed over and counted, and what follows is understood: %s', async (_, text) => {
    for (let sent = 0; sent < 5 * 1024 * 1024; sent += text.length) {
      server.send(text)
      await new Promise((resolve) => setImmediate(resolve))
    }
    server.send('\r\n\r\nEvent: Good\r\nValue: 1\r\n\r\n')
    await until(() => events.some((event) => event.event === 'Good' && event.get('value') === '1'))
    expect(await client.action({ Action: 'Ping' })).toMatchObject({ ok: true })
    if (!text.startsWith('Event')) expect(client.skipped).toBeGreaterThan(0)
  })

  it('may come faster than it can be told: reading waits, and nothing is lost', async () => {
    const event = `Event: DialBegin\r\nPadding: ${'x'.repeat(400)}\r\n\r\n`
    const [perPiece, count] = [1000, 100]
    for (let sent = 0; sent < count; sent++) server.send(event.repeat(perPiece))
    await until(() => events.length >= perPiece * count)
    expect(events).toHaveLength(perPiece * count)
    expect(await client.action({ Action: 'Ping' })).toMatchObject({ ok: true })
  })

  it('never throws, whatever it is', async () => {
    const line = fc.oneof(
      fc.constantFrom('Event: X', 'Response: Follows', '--END COMMAND--', ': ', 'variable: a', 'event', '__proto__: 1'),
      fc.string({ unit: 'binary' }),
    )
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.array(line, { maxLength: 12 }).map((lines) => Buffer.from(`${lines.join('\r\n')}\r\n\r\n`)),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(noise, { maxLength: 5 }), async (pieces) => {
        for (const piece of pieces) server.send(Buffer.from(piece))
        // Whatever mode the noise left the reader in, these end it.
        server.send('\r\n\r\n--END COMMAND--\r\n\r\n\r\n\r\nEvent: Still here\r\n\r\n')
        const before = events.length
        await until(() => events.slice(before).some((event) => event.event === 'Still here'))
      }),
      { numRuns: 200 },
    )
  })
})

describe.skipIf(!existsSync(traces))('a recorded stream (only where the recordings are)', () => {
  const files = existsSync(traces) ? readdirSync(traces).filter((file) => file.endsWith('.ami')) : []

  it.each(files)('%s comes through with every event that somebody needs, and every value', async (file) => {
    const bytes = readFileSync(path.join(traces, file))
    const text = bytes.toString('utf8')
    server.send(Buffer.concat([bytes, Buffer.from('\r\n\r\n')]))
    const recorded = [...readRecording(text)].flatMap((block) =>
      block.kind === 'event' && isNeeded(block.event) ? [block.event] : [],
    )
    await until(() => events.length >= recorded.length)
    expect(events).toHaveLength(recorded.length)
    const headers = new Set(text.split(/\r?\n/).map((line) => line.slice(0, Math.max(0, line.indexOf(':')))))
    headers.delete('')
    for (const [index, event] of recorded.entries()) {
      for (const header of headers) {
        const value = event.get(header)
        if (events[index]?.get(header) !== value)
          expect({ index, header, value: events[index]?.get(header) }).toEqual({ index, header, value })
      }
    }
  })
})

it('keeps no answer longer than whoever asked for it', async () => {
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc') as () => void
  const answer = new WeakRef(await client.action({ Action: 'Ping' }))
  await new Promise((resolve) => setImmediate(resolve))
  collectGarbage()
  expect(answer.deref()).toBeUndefined()
})
