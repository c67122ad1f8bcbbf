/** `npm run bench:inbox`, once everything is prepared: the real app on a very large inbox. Prints one line of JSON. */
import { availableParallelism, cpus, loadavg } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { prepareRuntime } from '../../scripts/prepare/runtime.ts'
import { cachedStore } from '../../scripts/bench/big-store/cached.ts'
import { RunningApp } from '../support/app.ts'
import { idleCpu, memoryAfterAnHour, opening, scrolling, searching, starting } from './measures.ts'
import type { Figure } from './figures.ts'
import { openOffice } from './office.ts'
import { readyFor } from './to-pixels.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'start,open,search,scroll,memory,idle' },
    store: { type: 'string' },
  },
})
const wanted = new Set(values.only.split(','))
const say = (line: string) => process.stderr.write(`${line}\n`)

const { executable, kind, version } = await prepareRuntime()
const figures: Record<string, Figure> = {}
const keep = (found: Record<string, Figure>): void => {
  for (const [name, figure] of Object.entries(found)) {
    figures[name] = figure
    say(`${figure.pass ? '✓' : '✗'} ${name}: ${figure.value} ${figure.unit} (at most ${figure.limit})`)
    if (figure.beside) say(`    ${JSON.stringify(figure.beside)}`)
  }
}

const begunAt = Date.now()
const office = await openOffice(values.store ?? (await cachedStore()))
try {
  const program = { executable, runtime: kind, profile: office.profile }
  if (wanted.has('start')) keep(await starting(program))
  const app = await RunningApp.launch({ profile: office.profile })
  try {
    await app.window.getByRole('row').first().waitFor({ timeout: 120_000 })
    await readyFor(app.window)
    // First: after a burst of texts the engine looks more often for the next ones.
    if (wanted.has('idle')) keep(await idleCpu(app))
    if (wanted.has('open')) keep(await opening(app))
    if (wanted.has('search')) keep(await searching(app))
    if (wanted.has('scroll')) keep(await scrolling(app, office.sms, program))
    if (wanted.has('memory')) keep(await memoryAfterAnHour(app, office.sms, program))
  } finally {
    await app.close()
  }
} finally {
  await office.close()
}
const machine = {
  cpu: cpus()[0]?.model ?? '',
  cores: availableParallelism(),
  load: loadavg()[0],
  runtime: `${path.basename(kind)} ${version}`,
}
const pass = Object.values(figures).every((figure) => figure.pass)
const seconds = Math.round((Date.now() - begunAt) / 1000)
process.stdout.write(`${JSON.stringify({ bench: 'inbox', pass, seconds, figures, machine })}\n`)
process.exitCode = pass ? 0 : 1
