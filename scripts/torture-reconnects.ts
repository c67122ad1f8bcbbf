/**
 * Cuts the connection to a played phone system a thousand times in random places, and prints what came of it as one
 * line of JSON. Ends with 1 when a verdict is wrong or something grows.
 *
 *     npm run --silent torture:reconnects -- [--cuts 1000] [--seed 1] [--rights full|recommended|call]
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { tortureReconnects } from './torture/reconnects.ts'
import type { TortureFigures } from './torture/reconnects.ts'
import { readRecordings } from './torture/traffic.ts'

/** Recordings of a real Asterisk; more may lie beside the checkout. */
const folders = ['../telephony/calls/recordings', '../../shared/ami-traces']
/** The heap breathes; what leaks a thousand times shows. In MB. */
const heapBreath = 10

const { values } = parseArgs({
  options: {
    cuts: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    rights: { type: 'string', default: 'full' },
  },
})
const rights = values.rights === 'call' || values.rights === 'recommended' ? values.rights : 'full'
const startedAt = performance.now()
const figures = await tortureReconnects({
  cuts: Number(values.cuts),
  seed: Number(values.seed),
  rights,
  recordings: folders.flatMap((folder) => readRecordings(path.resolve(import.meta.dirname, folder))),
})
const ok = isRight(figures)
const seconds = Math.round((performance.now() - startedAt) / 100) / 10
process.stdout.write(`${JSON.stringify({ ok, ...figures, seconds })}\n`)
process.exitCode = ok ? 0 : 1

function isRight(came: TortureFigures): boolean {
  const { wrong, wrongPartly, lost, toldTwice, invented, warnings, errors, early, late, longestFrozen } = came
  const grows = late.sockets > early.sockets || late.waiting > early.waiting || late.heapMb > early.heapMb + heapBreath
  return wrong + wrongPartly + lost + toldTwice + invented + warnings + errors === 0 && !grows && longestFrozen <= 45
}
