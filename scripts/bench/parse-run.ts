/** One way of reading AMI in a process of its own: `parse-run.ts NAME EVENTS RIVALS`. Prints one line of JSON. */
import { parsers } from './parsers.ts'
import type { ParserKind, ParserName } from './parsers.ts'
import { loadTrace, pieces, renewing } from './trace.ts'

const [name = '', wanted = '500000', rivals = ''] = process.argv.slice(2)
const kind: ParserKind = parsers[name as ParserName]
const trace = loadTrace()
const renewed = renewing(trace)
const rounds = Math.ceil(Number(wanted) / trace.events)
const parser = await kind.make(rivals)
let ms = 0
let cpuMs = 0
// The first round is for the compiler, and not counted.
for (let round = 0; round <= rounds; round++) {
  // Made before the clock runs.
  const bytes = pieces(Buffer.from(renewed(round), 'latin1'))
  const before = performance.now()
  const cpuBefore = process.cpuUsage()
  for (const piece of bytes) {
    parser.feed(piece)
    // What is put off belongs to the work.
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
  if (round === 0) continue
  const { user, system } = process.cpuUsage(cpuBefore)
  ms += performance.now() - before
  cpuMs += (user + system) / 1000
}
const events = rounds * trace.events
const result = {
  events,
  ms,
  perSecond: Math.round((events / ms) * 1000),
  /** By the time that the processors worked for it: other programs' work does not count. */
  perCpuSecond: Math.round((events / cpuMs) * 1000),
  toldPerRound: parser.told() / (rounds + 1),
  callsPerRound: (parser.calls?.() ?? 0) / (rounds + 1),
  rssMb: Math.round(process.memoryUsage().rss / 2 ** 20),
}
process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit())
