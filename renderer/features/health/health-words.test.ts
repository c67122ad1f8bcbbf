import { describe, expect, it } from 'vitest'
import type { Health, PartHealth } from '../../../electron/contract/view-models.ts'
import { engineTrouble, overallHealth, troubles } from './health-words.ts'

const part = (state: PartHealth['state']): PartHealth => ({ state, message: '', remedy: null, since: 0 })
const health = (change: Partial<Health> = {}): Health => ({
  phoneSystem: part('ok'),
  texting: part('ok'),
  inbox: part('ok'),
  disk: part('ok'),
  clock: part('ok'),
  connection: { retryAt: null, lacks: [] },
  paused: null,
  revision: 1,
  ...change,
})
const paused = { since: 0, until: null, by: 'staff' as const }

describe('the health in one word', () => {
  it('is well only when every part is', () => {
    expect(overallHealth(health(), true)).toBe('ok')
    expect(overallHealth(health({ texting: part('off') }), true)).toBe('off')
  })

  it('names trouble before a pause, and a pause before anything milder', () => {
    expect(overallHealth(health({ phoneSystem: part('trouble'), paused }), true)).toBe('trouble')
    expect(overallHealth(health({ phoneSystem: part('working'), paused }), true)).toBe('paused')
    expect(overallHealth(health({ texting: part('off'), paused }), true)).toBe('paused')
  })

  it('is trouble when the engine does not run, whatever was last heard', () => {
    expect(overallHealth(health(), false)).toBe('trouble')
  })

  it('lists only the parts that need somebody', () => {
    expect(troubles(health({ texting: part('trouble') })).map(({ settings }) => settings)).toEqual(['texting'])
  })
})

describe('an engine that has stopped', () => {
  it('says in its own words what to do, and is not said to start again by itself', () => {
    const message = 'The inbox file is damaged. Restore a backup.'
    expect(engineTrouble({ state: 'stopped', message })).toEqual({ what: message, remedy: null })
  })

  it('is started again where it left no word', () => {
    expect(engineTrouble({ state: 'stopped', message: null }).remedy).toContain('started again')
  })
})
