/** The parts of the benchmark: each runs in processes of its own, prints what it found, and says what was promised. */
import path from 'node:path'
import { run } from '../prepare/run.ts'
import { parsers } from './parsers.ts'
import type { ParserKind } from './parsers.ts'
import { prepareRivals } from './rivals.ts'

export interface Part {
  /** What was measured, for the JSON file. */
  figures: unknown
  promises: { what: string; kept: boolean }[]
}

type Say = (line: string) => void

interface Parsed {
  events: number
  perSecond: number
  perCpuSecond: number
  toldPerRound: number
  callsPerRound: number
  rssMb: number
}

/** Every way of reading AMI, side by side. */
export async function parse(events: string, say: Say): Promise<Part> {
  const rivals = await prepareRivals()
  if ('why' in rivals) say(`The other packages cannot be installed here: ${rivals.why}`)
  const found = new Map<string, Parsed>()
  say('Reading the load trace                       events/s  per CPU s  ÷ asterisk-manager   memory')
  const kinds: [string, ParserKind][] = Object.entries(parsers)
  const ours = /^(?:ringback|asterisk-manager)/
  // What all are compared with comes first.
  kinds.sort(([a], [b]) => Number(b === 'asterisk-manager') - Number(a === 'asterisk-manager'))
  for (const [name, { label, does }] of kinds) {
    if ('why' in rivals && !ours.test(name)) continue
    const folder = 'folder' in rivals ? rivals.folder : ''
    const result = await child<Parsed>('parse-run.ts', [name, events, folder])
    found.set(name, result)
    const bare = found.get('asterisk-manager') ?? result
    const ratio = (result.perCpuSecond / bare.perCpuSecond).toFixed(2)
    const columns = [count(result.perSecond, 9), count(result.perCpuSecond, 10), ratio.padStart(14)]
    say(`${label.padEnd(44)}${columns.join(' ')} ×${`${result.rssMb} MB`.padStart(13)}`)
    say(`    ${does}`)
  }
  const [whole, bare] = [found.get('ringback'), found.get('asterisk-manager')]
  const ratio = whole && bare ? whole.perCpuSecond / bare.perCpuSecond : 0
  return {
    figures: Object.fromEntries(found),
    promises: [{ what: `the whole pipeline at twice bare asterisk-manager (${ratio.toFixed(2)} ×)`, kept: ratio >= 2 }],
  }
}

interface Steady {
  sent: number
  needed: number
  calls: number
  hungUp: boolean
  longestFullMs: number
  seconds: number
  toldEvents: number
  toldCalls: number
  connectionsLost: number
  delayMs: { p50: number; p99: number; max: number }
}

/** A busy phone system that hangs up on slow readers. */
export async function steady(rate: string, seconds: string, say: Say): Promise<Part> {
  say(`A phone system that sends ${rate} events a second and hangs up on who does not read for 100 ms …`)
  const result = await child<Steady>('steady-run.ts', [rate, seconds])
  const { sent, needed, calls, toldEvents, toldCalls, delayMs, hungUp, connectionsLost, longestFullMs } = result
  say(
    `${result.seconds} s: ${sent} events sent, ${toldEvents} of ${needed} that are needed told, ${toldCalls} of ${calls} calls`,
  )
  say(
    `event-loop delay p50 ${delayMs.p50} ms, p99 ${delayMs.p99} ms, most ${delayMs.max} ms; its buffer was full for ${longestFullMs} ms at most`,
  )
  const whole = !hungUp && connectionsLost === 0 && toldEvents === needed && toldCalls === calls
  return {
    figures: result,
    promises: [
      { what: 'nothing lost', kept: whole },
      { what: `event-loop delay p99 ≤ 50 ms (${delayMs.p99} ms)`, kept: delayMs.p99 <= 50 },
    ],
  }
}

interface Heap {
  calls: number
  expected: number
  seconds: number
  callsPerSecond: number
  heapMb: { first: number; last: number; least: number; most: number }
}

/** Very many calls, and the memory they leave. */
export async function heap(calls: string, say: Say): Promise<Part> {
  say(`Following ${calls} calls …`)
  const result = await child<Heap>('heap-run.ts', [calls], ['--expose-gc'])
  const { first, last, least, most } = result.heapMb
  say(`${result.calls} of ${result.expected} calls in ${result.seconds} s (${result.callsPerSecond} calls/s)`)
  say(`heap after a tenth ${first} MB, at the end ${last} MB, between ${least} and ${most} MB`)
  return {
    figures: result,
    promises: [
      { what: 'every call told', kept: result.calls === result.expected },
      { what: `heap flat within 10 MB (${least} to ${most} MB)`, kept: most - first <= 10 && first - least <= 10 },
    ],
  }
}

interface LabResult {
  why?: string
  calls: number
  untold: number
  verdictAfterMs: { p50: number; p99: number; max: number }
}

/** Real calls on the real Asterisk. */
export async function lab(calls: string, say: Say): Promise<Part> {
  say(`${calls} real calls on the lab's Asterisk, 20 at a time …`)
  const result = await child<LabResult>('lab-run.ts', [calls])
  if (result.why !== undefined) {
    say(`There is no lab here: ${result.why}`)
    return { figures: result, promises: [] }
  }
  const { p50, p99, max } = result.verdictAfterMs
  say(`from hang-up to verdict: p50 ${p50} ms, p99 ${p99} ms, most ${max} ms; ${result.untold} without a verdict`)
  return {
    figures: result,
    promises: [
      { what: 'a verdict for each real call', kept: result.untold === 0 },
      { what: `hang-up to verdict p99 ≤ 100 ms (${p99} ms)`, kept: p99 <= 100 },
    ],
  }
}

/** Runs one of the scripts beside this one in a process of its own, and reads the JSON of its last line. */
async function child<T>(script: string, args: string[], flags: string[] = []): Promise<T> {
  const { code, output } = await run(process.execPath, [
    ...flags,
    '--import',
    'tsx',
    path.join(import.meta.dirname, script),
    ...args,
  ])
  const last = output.trim().split('\n').at(-1) ?? ''
  if (code !== 0 || !last.startsWith('{')) throw new Error(`${script} failed:\n${output}`)
  return JSON.parse(last) as T
}

function count(number: number, width: number): string {
  return number.toLocaleString('en-US').padStart(width)
}
