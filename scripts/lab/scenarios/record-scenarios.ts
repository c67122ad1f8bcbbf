/** Makes scenarios happen one by one, and keeps what the PBX said about each beside what really happened. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { record } from '../command/record.ts'
import type { LegReport } from '../sip/behaviour.ts'
import { startLab } from '../start-lab.ts'
import type { Lab } from '../start-lab.ts'
import { freepbxLikeScenarios } from './freepbx-like.ts'
import { groundTruth } from './ground-truth.ts'
import { plainScenarios } from './plain.ts'
import type { Scenario } from './scenario.ts'
import { wait } from './scenario.ts'

/**
 * @param folder gets `NAME.ami.gz` and `NAME.json` for each
 * @param names of the scenarios wanted; empty for all
 * @param say hears what is being done
 */
export async function recordScenarios(folder: string, names: string[], say: (line: string) => void): Promise<void> {
  await mkdir(folder, { recursive: true })
  const failed: string[] = []
  for (const all of [plainScenarios, freepbxLikeScenarios]) {
    const wanted = all.filter(({ name }) => names.length === 0 || names.includes(name))
    const { office } = wanted[0] ?? {}
    if (wanted.length === 0) continue
    const lab = await startLab({ ringSeconds: 4, timestamps: true, ...(office ? { office } : {}), log: say })
    try {
      for (const scenario of wanted) {
        say(`${scenario.name}: ${scenario.description}`)
        await recordOne(lab, scenario, folder).catch((error: unknown) => {
          failed.push(scenario.name)
          say(`  failed: ${error instanceof Error ? error.message : String(error)}`)
        })
      }
    } finally {
      await lab.stop()
    }
  }
  if (failed.length > 0) throw new Error(`Not what was meant to happen: ${failed.join(', ')}`)
}

async function recordOne(lab: Lab, scenario: Scenario, folder: string): Promise<void> {
  const work = await mkdtemp(path.join(tmpdir(), 'ringback-recording-'))
  try {
    const raw = path.join(work, 'raw.ami')
    let stop = () => {}
    const recorded = record(raw, lab.amiAs('recorder'), new Promise<void>((resolve) => (stop = resolve)))
    await wait(0.3)
    const legs: LegReport[] = []
    lab.onLeg((leg) => legs.push(leg))
    const began = await scenario.make(lab)
    while (!/^0 active channels/m.test(await lab.console('core show channels'))) await wait(0.2)
    await wait(0.3)
    // Who still holds a receiver after a transfer puts it down.
    await lab.hangUpAll()
    stop()
    await recorded
    const version = (await lab.console('core show version')).split(' ')[1] ?? ''
    const truth = groundTruth(scenario, version, began, legs)
    await writeFile(path.join(folder, `${scenario.name}.json`), `${JSON.stringify(truth, null, 2)}\n`)
    await writeFile(path.join(folder, `${scenario.name}.ami.gz`), gzipSync(await readFile(raw), { level: 9 }))
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
