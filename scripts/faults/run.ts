/** One fault run: an office, engines that are killed again and again, and the verdict on all that was sent. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { bundleEngine } from './engines.ts'
import { Course } from './course.ts'
import type { Plan } from './plan.ts'
import type { Diary } from './diary.ts'
import { judge } from './judge/judge.ts'
import type { Verdict } from './judge/judge.ts'
import { Office } from './office.ts'
import { readStore } from './store-rows.ts'

export interface FaultOptions extends Plan {
  /** Real seconds after which it ends all the same. */
  seconds: number
  /** A folder, not there yet, for the inboxes and the diary: to find out why something went wrong. */
  keep?: string
}

export interface FaultFigures extends Verdict {
  kills: number
  seconds: number
  seed: number
  /** How often each fault was drawn. */
  faults: Record<string, number>
  /** What the engine logged as warnings and errors. */
  logged: Record<string, number>
}

export async function runFaults(options: FaultOptions): Promise<FaultFigures> {
  const { seed, seconds } = options
  const startedAt = Date.now()
  const file = await bundleEngine({ whole: options.kills > 30 })
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ringback-faults-'))
  const office = await Office.open()
  const course = await Course.begin({ ...options, office, file, folder, endAt: startedAt + seconds * 1000 })
  try {
    await course.run()
    if (options.keep !== undefined) await keep(options.keep, folder, office.diary)
    const pcs = course.pcs.map((pc) => ({ diary: pc.diary, store: readStore(pc.inbox), endedAt: pc.now() }))
    return {
      ...judge(office.diary, pcs),
      kills: pcs.reduce((sum, { diary }) => sum + diary.kills.length, 0),
      seconds: Math.round((Date.now() - startedAt) / 100) / 10,
      seed,
      faults: Object.fromEntries(course.mischief.drawn),
      logged: course.logged(),
    }
  } finally {
    await course.end()
    await office.close()
    for (const made of [folder, path.dirname(file)]) await rm(made, { recursive: true, force: true })
  }
}

async function keep(to: string, folder: string, diary: Diary): Promise<void> {
  await cp(folder, to, { recursive: true })
  const plain = (_: string, value: unknown): unknown => {
    if (value instanceof Map) return Object.fromEntries(value) as unknown
    return value instanceof Set ? [...(value as Set<unknown>)] : value
  }
  await writeFile(path.join(to, 'diary.json'), JSON.stringify(diary, plain))
}
