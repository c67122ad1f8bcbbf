import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CallTracker } from '../calls/tracker.ts'
import { ManualClock } from '../clock.ts'
import { silentLogger } from '../logger.ts'
import { AmiConnection } from './connection.ts'
import type { AmiEvent } from './events.ts'
import { ScriptedServer, secret, until } from './scripted-server.ts'

const folder = path.resolve(import.meta.dirname, '../calls/recordings')
const recordings = readdirSync(folder).filter((file) => file.endsWith('.ami.gz'))

let server: ScriptedServer
let connection: AmiConnection
const events: AmiEvent[] = []

beforeAll(async () => {
  server = await ScriptedServer.listen()
  const clock = new ManualClock(0)
  const tracker = new CallTracker({ trunks: [], now: () => 0, onEnded: () => {}, onLive: () => {} })
  const here = { host: '127.0.0.1', port: server.port, username: 'ringback', password: secret }
  connection = new AmiConnection({ ...here, clock, logger: silentLogger })
  connection.onEvent((event) => {
    events.push(event)
    tracker.handle(event)
  })
  connection.start()
  await until(() => connection.state.phase === 'live')
})

afterAll(async () => {
  await connection.stop()
  await server.close()
})

/** What a hostile phone system could put between the lines of a real one. */
const poison = fc.oneof(
  fc.uint8Array({ maxLength: 60 }),
  fc
    .tuple(
      fc.constantFrom('Response: Success', 'Response: Error', 'Event: Shutdown', 'Event: CoreShowChannelsComplete'),
      fc.constantFrom('ringback-1', 'ringback-2', '__proto__', 'error', '17', '', 'x'.repeat(3000)),
      fc.constantFrom(
        '__proto__: a',
        'Variable: __proto__=1',
        'constructor: b',
        'ActionID: 7',
        ':',
        'Message: follow',
        '',
      ),
    )
    .map(([first, id, more]) => Buffer.from(`${first}\r\nActionID: ${id}\r\n${more}\r\n${more}\r\n\r\n`)),
)

it('whatever a phone system sends between its events, the connection stays and the next good event is told', async () => {
  const places = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 100 }), poison), {
    maxLength: 8,
  })
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: recordings.length - 1 }), places, async (which, damages) => {
      let bytes: Uint8Array = gunzipSync(readFileSync(path.join(folder, recordings[which] ?? '')))
      for (const [at, remove, insert] of damages) {
        const place = Math.floor(at * bytes.length)
        bytes = Buffer.concat([bytes.subarray(0, place), insert, bytes.subarray(place + remove)])
      }
      events.length = 0
      server.send(Buffer.from(bytes))
      server.send('\r\nEvent: Good\r\n\r\n')
      await until(() => events.at(-1)?.event === 'Good')
      expect(connection.state.phase).toBe('live')
      expect(await connection.action({ Action: 'Ping' })).toMatchObject({ ok: true })
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 60) },
  )
  expect(server.connections).toBe(1)
  expect(({} as Record<string, unknown>)['a']).toBeUndefined()
})
