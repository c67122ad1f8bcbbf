/** What of Ringback's health needs somebody: the window's banners and the tray say the same. */
import type { Health } from './health-views.ts'

const worstFirst = ['inbox', 'disk', 'phoneSystem', 'texting', 'clock'] as const

export type HealthPart = (typeof worstFirst)[number]

/** The parts in trouble, worst for the office first; one that is so because of another is told with that one. */
export function partsInTrouble(health: Health): HealthPart[] {
  return worstFirst.filter((name) => {
    const { state, because } = health[name]
    return state === 'trouble' && !(because && health[because].state === 'trouble')
  })
}
