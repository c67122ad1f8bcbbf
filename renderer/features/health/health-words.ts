import type { Events } from '../../../electron/contract/events.ts'
import { partsInTrouble } from '../../../electron/contract/health-troubles.ts'
import type { Health, PartHealth } from '../../../electron/contract/view-models.ts'
import { text } from '../../text/index.ts'

export type Overall = 'ok' | 'paused' | 'watching' | 'trouble' | 'working' | 'off' | 'unknown'

/** The one word at the foot of the rail: the worst thing that is true now. */
export function overallHealth(health: Health | null, engineRuns: boolean): Overall {
  if (!engineRuns) return 'trouble'
  if (!health) return 'unknown'
  const { phoneSystem, texting, inbox, disk, clock } = health
  const states = [phoneSystem, texting, inbox, disk, clock].map((part) => part.state)
  if (states.includes('trouble')) return 'trouble'
  if (health.paused) return 'paused'
  if (states.includes('working')) return 'working'
  if (health.watchOnly === 'all' && health.phoneSystem.state === 'ok') return 'watching'
  return states.includes('off') ? 'off' : 'ok'
}

export function overallWord(overall: Overall): string {
  return {
    ok: text.health.well,
    paused: text.health.paused,
    watching: text.watchOnly.name,
    trouble: text.health.look,
    working: text.health.working,
    off: text.health.off,
    unknown: text.health.unknown,
  }[overall]
}

/** The engine's own words say what to do about it; where it left none, it is started again. */
export function engineTrouble(engine: Events['engine:state']): { what: string; remedy: string | null } {
  if (engine.message !== null) return { what: engine.message, remedy: null }
  return { what: `${text.health.engineStopped}.`, remedy: text.health.engineRemedy }
}

/** The parts that need somebody, with their names, worst for the office first. */
export function troubles(
  health: Health | null,
): { name: string; part: PartHealth; settings: 'phone' | 'texting' | null }[] {
  if (!health) return []
  const settings = { phoneSystem: 'phone', texting: 'texting', inbox: null, disk: null, clock: null } as const
  return partsInTrouble(health).map((part) => ({
    name: text.health[part],
    part: health[part],
    settings: settings[part],
  }))
}

/** So long it is told that the engine had been away, ms. */
const awayTold = 24 * 60 * 60 * 1000

/** The engine as one of the parts; `since` is 0 where nobody knows. */
export function enginePart(engine: Events['engine:state'], now: number): PartHealth {
  const since = engine.since ?? 0
  if (engine.state === 'running') {
    const { away } = engine
    const remedy = away && now - away.to < awayTold ? text.health.engineBack[away.why](away.from, now) : null
    return { state: 'ok', message: text.health.engineWell, remedy, since }
  }
  if (engine.state === 'starting') return { state: 'working', message: text.health.engineStarting, remedy: null, since }
  const { what, remedy } = engineTrouble(engine)
  return { state: 'trouble', message: what, remedy, since }
}
