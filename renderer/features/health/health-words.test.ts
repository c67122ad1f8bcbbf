import { describe, expect, it } from 'vitest'
import type { Health } from '../../../electron/contract/view-models.ts'
import { healthWith, part } from '../../../electron/contract/testing.ts'
import { engineTrouble, overallHealth, troubles } from './health-words.ts'

const paused = { since: 0, until: null, by: 'staff' as const }

describe('the health in one word', () => {
  it('is well only when every part is', () => {
    expect(overallHealth(healthWith(), true)).toBe('ok')
    expect(overallHealth(healthWith({ texting: part('off') }), true)).toBe('off')
  })

  it('names trouble before a pause, and a pause before anything milder', () => {
    expect(overallHealth(healthWith({ phoneSystem: part('trouble'), paused }), true)).toBe('trouble')
    expect(overallHealth(healthWith({ phoneSystem: part('working'), paused }), true)).toBe('paused')
    expect(overallHealth(healthWith({ texting: part('off'), paused }), true)).toBe('paused')
  })

  it('is trouble when the engine does not run, whatever was last heard', () => {
    expect(overallHealth(healthWith(), false)).toBe('trouble')
  })

  it('lists only the parts that need somebody', () => {
    expect(troubles(healthWith({ texting: part('trouble') })).map(({ settings }) => settings)).toEqual(['texting'])
  })

  it('tells a full disk once, and an inbox that cannot be written for another reason, too', () => {
    const inbox = { ...part('trouble', 'Nothing is stored.'), because: 'disk' as const }
    const disk = part('trouble', 'The disk is full.')
    const told = (change: Partial<Health>) => troubles(healthWith(change)).map(({ part: { message } }) => message)
    expect(told({ inbox, disk })).toEqual(['The disk is full.'])
    expect(told({ inbox })).toEqual(['Nothing is stored.'])
    expect(told({ inbox: part('trouble', 'It is damaged.'), disk })).toEqual(['It is damaged.', 'The disk is full.'])
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
