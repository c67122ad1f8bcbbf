/**
 * `npm run faults`: kills the engine again and again among all faults that a PC, a gateway and a phone system can have,
 * and counts from the gateway's own ledger what must never be. Prints one line of JSON; ends with 1 when anything is
 * wrong.
 *
 *     npm run --silent faults -- [--seed N] [--kills 300] [--seconds 600] [--tell] [--keep FOLDER]
 */
import { parseArgs } from 'node:util'
import { prepareForEngine } from './prepare/prepare.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    kills: { type: 'string', default: '300' },
    seconds: { type: 'string', default: '560' },
    /** How it goes on, on standard error. */
    tell: { type: 'boolean', default: false },
    keep: { type: 'string' },
  },
})
await prepareForEngine()
// After the preparation: it loads the database addon.
const { runFaults } = await import('./faults/run.ts')
const figures = await runFaults({
  seed: Number(values.seed),
  kills: Number(values.kills),
  seconds: Number(values.seconds),
  ...(values.keep === undefined ? {} : { keep: values.keep }),
  ...(values.tell ? { say: (line: string) => void process.stderr.write(`${line}\n`) } : {}),
})
process.stdout.write(`${JSON.stringify(figures)}\n`)
process.exit(figures.wrongs.length > 0 ? 1 : 0)
