/**
 * Real calls on the real Asterisk, 20 at a time, and how long after each hang-up the verdict is there:
 * `lab-run.ts CALLS`. Prints one line of JSON; `why` in it where no lab can be.
 */
import { labLink } from '../lab/lab-link.ts'
import { whyNoLab } from '../lab/pbx/availability.ts'
import { startLab } from '../lab/start-lab.ts'

const atOnce = 20

async function measure(wanted: number): Promise<object> {
  const none = await whyNoLab()
  if (none !== null) return { why: none }
  const lab = await startLab()
  const toldAt = new Map<string, number>()
  const waits: number[] = []
  let untold = 0
  try {
    // When the verdict on each caller's call was told.
    const link = await labLink(lab.ami, lab.trunk, (call) => toldAt.set(call.callerNumber ?? '', Date.now()))
    for (let first = 0; first < wanted; first += atOnce) {
      const calls = Array.from({ length: Math.min(atOnce, wanted - first) }, async (_, index) => {
        const from = `1212555${String(first + index).padStart(4, '0')}`
        // Half of them talk, half of them give up; the caller always hangs up, so that its moment is known.
        const talks = index % 2 === 0
        const { endedAt } = await lab.call(
          talks
            ? { from, to: '15305550101', phones: { '101': { answerAfter: 0.5 } }, hangUpAfter: 1 + index / 20 }
            : { from, to: '15305550110', giveUpAfter: 1 + index / 20 },
        )
        const giveUpAt = Date.now() + 5000
        while (!toldAt.has(from) && Date.now() < giveUpAt) await new Promise((resolve) => setTimeout(resolve, 5))
        const told = toldAt.get(from)
        if (told === undefined) untold++
        else waits.push(Math.max(0, told - endedAt))
      })
      await Promise.all(calls)
    }
    await link.stop()
  } finally {
    await lab.stop()
  }
  waits.sort((a, b) => a - b)
  const share = (part: number) => waits[Math.min(waits.length - 1, Math.ceil(waits.length * part) - 1)] ?? 0
  return { calls: wanted, atOnce, untold, verdictAfterMs: { p50: share(0.5), p99: share(0.99), max: share(1) } }
}

const result = await measure(Number(process.argv[2] ?? 200))
process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit())
