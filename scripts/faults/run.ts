/** One fault run: an office, an engine that is killed again and again, and the verdict on all that was sent. */
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { tooLateAfter } from '../../electron/engine/followup/steps.ts'
import { longestTurn } from '../../electron/engine/followup/turn.ts'
import { seeded } from '../torture/random.ts'
import type { Random } from '../torture/random.ts'
import { bundleEngine } from './engines.ts'
import { judge } from './judge.ts'
import type { Verdict } from './judge.ts'
import { Mischief } from './mischief.ts'
import { delaySeconds, Office, secondAfterMinutes } from './office.ts'
import { OfficePc } from './office-pc.ts'
import { readStore } from './store-rows.ts'
import { Traffic } from './traffic.ts'

const second = 1000
const minute = 60 * second
/** Ms of the run in one real ms. */
const speed = 30
/** Real ms of one turn of chance. */
const turn = 60
const settleStep = 10 * second

export interface FaultOptions {
  seed: number
  /** How often the engine is killed before the run may end. */
  kills: number
  /** Real seconds after which it ends all the same. */
  seconds: number
  say?: (line: string) => void
  /** Minutes of the run that pass in order at its end: a text is looked for for 15. */
  settleMinutes?: number
  /** The longest life of an engine, in turns of some 60 real ms. */
  longestLife?: number
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
  const { seed, kills, seconds, say = () => {} } = options
  const startedAt = Date.now()
  const random = seeded(seed)
  const file = await bundleEngine()
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ringback-faults-'))
  const office = await Office.open(speed)
  const pc = new OfficePc({ office, file, folder })
  const parts = { office, pc, random }
  const traffic = new Traffic(parts)
  const mischief = new Mischief(parts)
  try {
    const endAt = startedAt + seconds * second
    for (let life = 0; life < kills && Date.now() < endAt; life += 1) {
      await pc.start()
      await live(parts, { traffic, mischief }, options.longestLife ?? 38)
      if (life % 25 === 24) say(`${life + 1} kills, ${office.diary.requests.length} requests to send`)
    }
    const killed = office.diary.kills.length
    await settle(parts, { traffic, mischief }, (options.settleMinutes ?? 20) * minute)
    await pc.close()
    const verdict = judge(office.diary, readStore(pc.inbox), {
      windows: [
        { due: delaySeconds * second + longestTurn, until: delaySeconds * second + tooLateAfter[1] },
        { due: (secondAfterMinutes + 1) * minute, until: secondAfterMinutes * minute + tooLateAfter[2] },
      ],
      endedAt: pc.now(),
      grace: 150,
    })
    return {
      ...verdict,
      kills: killed,
      seconds: Math.round((Date.now() - startedAt) / 100) / 10,
      seed,
      faults: Object.fromEntries(mischief.drawn),
      logged: Object.fromEntries(pc.troubles),
    }
  } finally {
    await pc.kill()
    await office.close()
    for (const made of [folder, path.dirname(file)]) await rm(made, { recursive: true, force: true })
  }
}

interface Parts {
  office: Office
  pc: OfficePc
  random: Random
}

interface Actors {
  traffic: Traffic
  mischief: Mischief
}

/** One life of the engine: it ends at a commit or a request, or at any moment. */
async function live({ pc, random }: Parts, { traffic, mischief }: Actors, longest: number): Promise<void> {
  const turns = 4 + random.below(longest - 3)
  const atFailPoint = random.chance(0.6)
  for (let each = 0; each < turns && pc.engine; each += 1) {
    traffic.turn(0.12)
    await mischief.turn()
    if (atFailPoint && each === turns >> 1) pc.engine?.tell({ do: 'arm', count: 1 + random.below(30) })
    await rest(turn)
  }
  await pc.kill()
}

/** Everything is in order again; all that waits comes to its end. */
async function settle({ office, pc }: Parts, { traffic, mischief }: Actors, settleFor: number): Promise<void> {
  await mischief.end()
  await pc.start()
  await traffic.over()
  for (let passed = 0; passed < settleFor; passed += settleStep) {
    office.clock.advance(settleStep)
    await pc.engine?.advance(settleStep)
    await rest(20)
  }
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
