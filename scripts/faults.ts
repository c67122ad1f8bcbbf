/**
 * `npm run faults`: kills the engine again and again among all faults that a PC, a gateway and a phone system can have,
 * and counts from the gateway's own ledger what must never be. Prints one line of JSON; ends with 1 when anything is
 * wrong.
 *
 *     npm run --silent faults -- [--seed N] [--kills 300] [--seconds 600] [--short] [--tell] [--keep FOLDER]
 */
import { parseArgs } from 'node:util'
import { prepareForEngine } from './prepare/prepare.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    kills: { type: 'string' },
    seconds: { type: 'string' },
    /** The run that stands among the tests. */
    short: { type: 'boolean', default: false },
    /** How it goes on, on standard error. */
    tell: { type: 'boolean', default: false },
    keep: { type: 'string' },
  },
})
await prepareForEngine()
// After the preparation: it loads the database addon.
const { runFaults } = await import('./faults/run.ts')
const { shortRun } = await import('./faults/short-run.ts')
const { seed, kills, seconds, keep, tell } = values
const figures = await runFaults({
  ...(values.short ? shortRun : { seed: 1, kills: 300, seconds: 560 }),
  ...(seed === undefined ? {} : { seed: Number(seed) }),
  ...(kills === undefined ? {} : { kills: Number(kills) }),
  ...(seconds === undefined ? {} : { seconds: Number(seconds) }),
  ...(keep === undefined ? {} : { keep }),
  ...(tell ? { say: (line: string) => void process.stderr.write(`${line}\n`) } : {}),
})
process.stdout.write(`${JSON.stringify(figures)}\n`)
process.exit(figures.wrongs.length > 0 ? 1 : 0)
