/** `npm run bench:followup`: how soon, how fast and how cheaply follow-ups go out. */
import { mkdir, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { StandIn } from './lab/twilio/stand-in.ts'
import { prepareForEngine } from './prepare/prepare.ts'
import { run } from './prepare/run.ts'

const file = path.resolve(import.meta.dirname, '../test-results/bench/followup.json')
const say = (line: string) => process.stdout.write(`${line}\n`)

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'verdict,backlog,waiting' },
    calls: { type: 'string', default: '200' },
    due: { type: 'string', default: '10000' },
    waiting: { type: 'string', default: '100000' },
  },
})
await prepareForEngine()
const { account } = await import('./bench/followup-office.ts')
const { startTwilioStandIn } = await import('./lab/twilio/stand-in.ts')

const wanted = values.only.split(',')
const figures: Record<string, unknown> = {}
const promises: { what: string; kept: boolean }[] = []
const promise = (what: string, kept: boolean) => {
  promises.push({ what, kept })
  say(`  ${kept ? 'kept' : 'NOT KEPT'}: ${what}`)
}
if (wanted.includes('verdict')) await verdict()
if (wanted.includes('backlog')) await backlog()
if (wanted.includes('waiting')) await waiting()
const [cpu] = cpus()
const machine = { cpu: cpu?.model ?? '', cores: availableParallelism(), node: process.version, load: loadavg()[0] }
await mkdir(path.dirname(file), { recursive: true })
await writeFile(file, `${JSON.stringify({ at: new Date().toISOString(), machine, figures, promises }, null, 2)}\n`)
say(`Written to ${path.relative(process.cwd(), file)}`)
process.exitCode = promises.every(({ kept }) => kept) ? 0 : 1

async function verdict(): Promise<void> {
  const wireAt = new Map<string, number>()
  const { verdictAt } = await child<{ verdictAt: Record<string, number> }>('verdict', values.calls, (to) => {
    if (!wireAt.has(to)) wireAt.set(to, Date.now())
  })
  const waits = Object.entries(verdictAt)
    .flatMap(([number, at]) => (wireAt.get(number) ?? Infinity) - at)
    .sort((one, other) => one - other)
  const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? Infinity
  const found = { calls: waits.length, ms: { p50: at(0.5), p99: at(0.99), max: at(1) } }
  figures['verdict'] = found
  say(`From verdict to request, no delay   ${waits.length} calls   p50 ${found.ms.p50} ms   p99 ${found.ms.p99} ms`)
  promise(`verdict to request on the wire p99 ≤ 50 ms (${found.ms.p99} ms)`, found.ms.p99 <= 50)
}

async function backlog(): Promise<void> {
  interface Cost {
    cpuMsPerText: number
    delayMs: { p50: number; p99: number; max: number }
  }
  interface Found extends Cost {
    due: number
    sent: number
    seconds: number
    perSecond: number
    allowedPerSecond: number
  }
  // Side by side: what the machine and its disk make of it while others use them too falls on both.
  const [found, bare] = await Promise.all([
    child<Found>('backlog', values.due, () => {}),
    child<Cost>('bare', values.due, () => {}),
  ])
  const times = { cpu: ratio(found.cpuMsPerText, bare.cpuMsPerText), p99: ratio(found.delayMs.p99, bare.delayMs.p99) }
  figures['backlog'] = { ...found, bare, times }
  const { due, sent, seconds, perSecond, allowedPerSecond, delayMs } = found
  const cost = (what: string, { cpuMsPerText, delayMs: { p50, p99, max } }: Cost) =>
    say(`  ${what}: ${cpuMsPerText} ms of a core each, event-loop delay p50 ${p50} ms, p99 ${p99} ms, most ${max} ms`)
  say(`A backlog   ${sent} of ${due} texts in ${seconds} s: ${perSecond} a second of ${allowedPerSecond} allowed`)
  cost('these texts', found)
  cost('bare ones beside them, two rows and a request each at the same rate', bare)
  say(`  which is ${times.cpu} times the work of a bare one, and ${times.p99} times its p99 delay`)
  promise(`all of the backlog sent (${sent} of ${due})`, sent === due)
  promise(`at the sender’s rate (${perSecond} of ${allowedPerSecond} a second)`, perSecond >= allowedPerSecond * 0.95)
  promise(`event-loop delay p99 ≤ 50 ms (${delayMs.p99} ms)`, delayMs.p99 <= 50)
}

async function waiting(): Promise<void> {
  interface Idle {
    waiting: number
    percentOfACore: number
  }
  const [found, none] = await Promise.all([
    child<Idle>('waiting', values.waiting, () => {}),
    child<Idle>('waiting', '0', () => {}),
  ])
  const times = ratio(found.percentOfACore, none.percentOfACore)
  figures['waiting'] = { ...found, none, times }
  const beside = `an office beside it with none ${none.percentOfACore} %`
  say(
    `Waiting   ${found.waiting} follow-ups cost ${found.percentOfACore} % of a core, ${beside}: ${times} times as much`,
  )
  promise(`${found.waiting} waiting follow-ups ≤ 1 % of a core (${found.percentOfACore} %)`, found.percentOfACore <= 1)
}

function ratio(one: number, other: number): number {
  return Math.round((one / other) * 100) / 100
}

/** Runs a part against a stand-in of its own; `asked` hears of each request to send. */
async function child<T>(part: string, count: string, asked: (to: string) => void): Promise<T> {
  const standIn: StandIn = await startTwilioStandIn({
    ...account,
    numbers: [account.from],
    onRequest: ({ operation, form }) => {
      if (operation === 'create') asked(form.get('To') ?? '')
    },
  })
  const script = path.join(import.meta.dirname, 'bench/followup-run.ts')
  const { code, output } = await run(process.execPath, ['--import', 'tsx', script, part, standIn.url, count])
  await standIn.stop()
  const last = output.trim().split('\n').at(-1) ?? ''
  if (code !== 0 || !last.startsWith('{')) throw new Error(`the part "${part}" failed:\n${output}`)
  return JSON.parse(last) as T
}
