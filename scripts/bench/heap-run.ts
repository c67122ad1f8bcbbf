/**
 * Follows CALLS calls as fast as it can, and looks at the heap after each twentieth: `heap-run.ts CALLS`, with
 * `--expose-gc`. Prints one line of JSON.
 */
import { eventInFrame } from '../../telephony/ami/events.ts'
import { Intake } from '../../telephony/ami/intake.ts'
import { CallTracker } from '../../telephony/calls/tracker.ts'
import { callsIn, loadTrace, pieces, renewing, withoutUnneeded } from './trace.ts'

const wanted = Number(process.argv[2] ?? 1_000_000)
const trace = withoutUnneeded(loadTrace())
const renewed = renewing(trace)
const perRound = callsIn(trace)
const rounds = Math.ceil(wanted / perRound)
let at = 0
let calls = 0
const tracker = new CallTracker({ trunks: ['PJSIP/trunk'], now: () => at, onEnded: () => calls++, onLive: () => {} })
const intake = new Intake({
  greeted: () => {},
  strange: () => {},
  answer: () => {},
  event: (frame) => tracker.handle(eventInFrame(frame), at),
})
intake.take(Buffer.from('Asterisk Call Manager/11.0.0\r\n'))
/** In MB, after the first tenth: until then what is remembered for minutes fills up. */
const heap: number[] = []
const begun = performance.now()
for (let round = 0; round < rounds; round++) {
  at = round * trace.seconds * 1000
  for (const piece of pieces(Buffer.from(renewed(round), 'latin1'))) intake.take(piece)
  if (round % Math.ceil(rounds / 20) !== 0 || round < rounds / 10) continue
  // Twice: what the first one finalizes the second one takes away.
  globalThis.gc?.()
  await new Promise<void>((resolve) => setImmediate(resolve))
  globalThis.gc?.()
  heap.push(process.memoryUsage().heapUsed / 2 ** 20)
}
const seconds = (performance.now() - begun) / 1000
const round = (mb: number) => Math.round(mb * 10) / 10
const result = {
  calls,
  expected: rounds * perRound,
  live: tracker.liveCalls().length,
  seconds: Math.round(seconds),
  callsPerSecond: Math.round(calls / seconds),
  heapMb: {
    first: round(heap[0] ?? 0),
    last: round(heap.at(-1) ?? 0),
    least: round(Math.min(...heap)),
    most: round(Math.max(...heap)),
  },
}
process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit())
