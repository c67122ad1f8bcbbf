import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { handlers } from '../calls/fold.ts'
import { CallTracker } from '../calls/tracker.ts'
import { eventInFrame } from './events.ts'
import type { AmiEvent } from './events.ts'
import { Intake } from './intake.ts'
import { unneededEvents } from './unneeded-events.ts'

const greeting = 'Asterisk Call Manager/11.0.0\r\n'
const good = 'Event: DialBegin\r\nChannel: PJSIP/101-0001\r\nName: Zoë 🦷\r\n\r\n'

/** Takes `pieces` and tells what came of them. */
function take(pieces: Uint8Array[], { greet = true } = {}) {
  const events: AmiEvent[] = []
  const answers: string[] = []
  const strange: string[] = []
  let greeted = 0
  const intake = new Intake({
    greeted: () => greeted++,
    strange: (words) => strange.push(words),
    event: (frame) => events.push(eventInFrame(frame)),
    answer: (frame) => answers.push(frame),
  })
  if (greet) intake.take(Buffer.from(greeting))
  for (const piece of pieces) intake.take(Buffer.from(piece))
  return { intake, events, answers, strange, greeted: () => greeted }
}

const text = (...pieces: string[]) => take(pieces.map((piece) => Buffer.from(piece)))
const names = ({ events }: { events: AmiEvent[] }) => events.map(({ event }) => event)

/** Cuts `bytes` at these places (0 to 1). */
function cut(bytes: Uint8Array, places: number[]): Uint8Array[] {
  const at = [0, ...places.map((place) => Math.floor(place * bytes.length)).sort((a, b) => a - b), bytes.length]
  return at.slice(1).map((end, index) => bytes.subarray(at[index], end))
}

describe('what comes from a phone system', () => {
  it.each([
    ['with CRLF', good],
    ['with LF alone', good.replaceAll('\r', '')],
    ['with a blank line that ends otherwise', good.replace('\r\n\r\n', '\n\r\n')],
    ['after blank lines', `\r\n\n\r\n${good}`],
    ['after lines that are nothing', `nonsense\r\n${good}`],
    ['without the space after the colon', good.replaceAll(': ', ':')],
  ])('is understood %s', (_, event) => {
    const taken = text(event)
    expect(names(taken)).toEqual(['DialBegin'])
    expect(taken.events[0]?.get('channel')).toBe('PJSIP/101-0001')
    expect(taken.events[0]?.get('name')).toBe('Zoë 🦷')
  })

  it('is understood wherever it is cut, in the middle of a letter or of a line end, and byte by byte', () => {
    const bytes = Buffer.from(good + good.replaceAll('\r', '') + good)
    const byteByByte = take([...bytes].map((byte) => Buffer.from([byte])))
    expect(names(byteByByte)).toHaveLength(3)
    const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 })
    fc.assert(
      fc.property(places, (chosen) => {
        const { events } = take(cut(bytes, chosen))
        expect(events.map((event) => event.get('Name'))).toEqual(['Zoë 🦷', 'Zoë 🦷', 'Zoë 🦷'])
      }),
    )
  })

  it('may lack the blank line between two events', () => {
    const taken = text('Event: VarSet\r\nVariable: a\r\nEvent: Hangup\r\nCause: 16\r\n', good)
    expect(names(taken)).toEqual(['Hangup', 'DialBegin'])
    expect(taken.events[0]?.get('cause')).toBe('16')
  })

  it('may have values with colons, spaces, nothing, HTML, RTL marks and 300 characters: they are data', () => {
    const values = ['a: b', '  c ', '', '<script>alert(1)</script>', '\u202eabc', 'x'.repeat(300), '😀'.repeat(90)]
    const { events } = text(`Event: X\r\n${values.map((value, index) => `H${index}: ${value}\r\n`).join('')}\r\n`)
    expect(values.map((_, index) => events[0]?.get(`h${index}`))).toEqual(values)
  })

  it('may hold names that objects have, and bytes that are no text', () => {
    const odd = Buffer.from([
      ...Buffer.from('Event: X\r\n__proto__: a\r\nconstructor: b\r\nbytes: '),
      0xff,
      0,
      0xc3,
      0x28,
    ])
    const { events } = take([odd, Buffer.from('\r\n\r\n')])
    expect(events[0]?.get('__proto__')).toBe('a')
    expect(events[0]?.get('constructor')).toBe('b')
    expect(events[0]?.get('hasOwnProperty')).toBeUndefined()
    expect(events[0]?.get('bytes')).toBe('\ufffd\0\ufffd(')
  })

  it('is passed over where it is longer than anything can be, is counted, and keeps no memory', () => {
    const { intake, events } = take([])
    const line = Buffer.from(`Header: ${'x'.repeat(60_000)}\r\n`)
    for (let sent = 0; sent < 64 * 2 ** 20; sent += line.length) intake.take(line)
    intake.take(Buffer.from(`\r\n${good}`))
    expect(events.map(({ event }) => event)).toEqual(['DialBegin'])
    expect(intake.skipped).toBe(1)
  })

  it('costs no more when a long event comes byte by byte', () => {
    const bytes = Buffer.from(`Event: X\r\nValue: ${'x'.repeat(300_000)}\r\n\r\n`)
    const begun = performance.now()
    const { events } = take(Array.from(bytes, (_, index) => bytes.subarray(index, index + 1)))
    expect(events[0]?.get('value')).toHaveLength(300_000)
    // Reading all of it again for each byte would take minutes.
    expect(performance.now() - begun).toBeLessThan(5000)
  })

  it('is no answer where it is the output of a command, which has no end that could be told', () => {
    const taken = text('Response: Follows\r\nPrivilege: Command\r\n\r\n', 'Response: Success\r\nActionID: 1\r\n\r\n')
    expect(taken.answers).toEqual(['Response: Success\r\nActionID: 1'])
  })
})

describe('the greeting', () => {
  it('comes in pieces, once', () => {
    const { greeted, events } = take(cut(Buffer.from(greeting + good), [0.1, 0.2]), { greet: false })
    expect(greeted()).toBe(1)
    expect(events).toHaveLength(1)
  })

  it.each(['SSH-2.0-OpenSSH_9.2\r\n', 'HTTP/1.1 400 Bad Request\r\n\r\n', 'x'.repeat(10_000)])(
    'of something else is told, and nothing is read after it (%#)',
    (words) => {
      const taken = take([Buffer.from(words), Buffer.from(greeting + good)], { greet: false })
      expect(taken.strange).toHaveLength(1)
      expect(taken.events).toEqual([])
    },
  )
})

describe('events that nobody needs', () => {
  it('are none that the tracker follows', () => {
    expect(Object.keys(handlers).filter((name) => unneededEvents.has(name))).toEqual([])
  })

  it('are dropped, unless they list what was asked for', () => {
    const taken = text(
      'Event: VarSet\r\nVariable: a\r\n\r\nEvent: DeviceStateChange\r\nActionID: 7\r\n\r\nEvent: Any\r\n\r\n',
    )
    expect(names(taken)).toEqual(['DeviceStateChange', 'Any'])
  })
})

describe('a recording, damaged anywhere', () => {
  const folder = path.resolve(import.meta.dirname, '../calls/recordings')
  const files = readdirSync(folder).filter((file) => file.endsWith('.ami.gz'))
  const recording = (index: number) => gunzipSync(readFileSync(path.join(folder, files[index % files.length] ?? '')))
  const damage = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.nat({ max: 300 }),
    insert: fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc
        .constantFrom(
          '\r\n',
          '\r\n\r\n',
          '\n\n',
          'Event: ',
          'Response: Follows\r\n',
          '--END COMMAND--',
          '__proto__: x\r\n',
          'constructor: y\r\n',
          'Uniqueid: ',
          '\0',
          '\ud800',
          'Asterisk Call Manager/1\r\n',
        )
        .map((words) => Buffer.from(words)),
      fc.nat({ max: 100_000 }).map((length) => Buffer.alloc(length, 'x')),
    ),
  })

  it('breaks nothing: no exception, and the next good event is understood', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.array(damage, { minLength: 1, maxLength: 12 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }),
        (which, damages, places) => {
          let bytes: Uint8Array = recording(which)
          for (const { at, remove, insert } of damages) {
            const place = Math.floor(at * bytes.length)
            bytes = Buffer.concat([bytes.subarray(0, place), insert, bytes.subarray(place + remove)])
          }
          const tracker = new CallTracker({ trunks: [], now: () => 0, onEnded: () => {}, onLive: () => {} })
          const told: AmiEvent[] = []
          const intake = new Intake({
            greeted: () => {},
            strange: () => {},
            answer: () => {},
            event: (frame) => {
              const event = eventInFrame(frame)
              told.push(event)
              tracker.handle(event)
            },
          })
          for (const piece of [Buffer.from(greeting), ...cut(bytes, places)]) intake.take(Buffer.from(piece))
          intake.take(Buffer.from(`\r\n${good}`))
          expect(told.at(-1)?.event).toBe('DialBegin')
          expect(told.at(-1)?.get('Name')).toBe('Zoë 🦷')
        },
      ),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 150) },
    )
  })
})
