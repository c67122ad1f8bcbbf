/** `npm run bench:calls`: how fast calls are followed, and whether that stays so. */
import { mkdir, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { heap, lab, parse, steady } from './bench/parts.ts'
import type { Part } from './bench/parts.ts'

const help = `npm run bench:calls -- [options]

  --only PARTS     some of parse,steady,heap,lab (default: all, some 20 minutes)
  --events N       parse: events for each way of reading (default 500000)
  --seconds N      steady: how long, at --rate N events a second (default 300, 2000)
  --calls N        heap: calls that are followed (default 1000000)
  --lab-calls N    lab: real calls, 20 at a time (default 200)

Results also go to test-results/bench/calls.json. The exit code is 1 when something is slower than promised.
`

const file = path.resolve(import.meta.dirname, '../test-results/bench/calls.json')

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: 'parse,steady,heap,lab' },
      events: { type: 'string', default: '500000' },
      seconds: { type: 'string', default: '300' },
      rate: { type: 'string', default: '2000' },
      calls: { type: 'string', default: '1000000' },
      'lab-calls': { type: 'string', default: '200' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(help)
    return
  }
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const all: Record<string, () => Promise<Part>> = {
    parse: () => parse(values.events, say),
    steady: () => steady(values.rate, values.seconds, say),
    heap: () => heap(values.calls, say),
    lab: () => lab(values['lab-calls'], say),
  }
  const parts: Record<string, Part> = {}
  for (const name of values.only.split(',')) {
    const run = all[name]
    if (!run) throw new Error(`There is no part "${name}".`)
    parts[name] = await run()
    say('')
  }
  const [cpu] = cpus()
  const machine = { cpu: cpu?.model ?? '', cores: availableParallelism(), node: process.version, load: loadavg()[0] }
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, `${JSON.stringify({ at: new Date().toISOString(), machine, parts }, null, 2)}\n`)
  say(`Written to ${path.relative(process.cwd(), file)}`)
  const broken = Object.values(parts).flatMap((part) => part.promises.filter((promise) => !promise.kept))
  for (const { what } of broken) say(`NOT KEPT: ${what}`)
  if (broken.length > 0) process.exitCode = 1
}

await main()
