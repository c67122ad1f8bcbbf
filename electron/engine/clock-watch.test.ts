import { beforeEach, describe, expect, it } from 'vitest'
import { ManualClock } from '../../telephony/clock.ts'
import { silentLogger } from '../../telephony/logger.ts'
import { ClockWatch } from './clock-watch.ts'

const minute = 60_000
const noon = Date.UTC(2026, 10, 24, 12)
/** Goes on whatever the PC's clock is set to, as timers do. */
let timers: ManualClock
/** How far the PC's clock was set from what it would show, ms. */
let set: number
let watch: ClockWatch

beforeEach(() => {
  timers = new ManualClock(noon)
  set = 0
  const clock = { now: () => timers.now() + set, after: timers.after.bind(timers) }
  watch = new ClockWatch({ clock, logger: silentLogger })
  watch.start()
})

async function setBy(ms: number): Promise<void> {
  set += ms
  await timers.advance(minute)
}

describe('this PC’s clock', () => {
  it('is told to be wrong, by how much and which way, as soon as the text service says so', () => {
    watch.heard(noon - 7 * minute)
    expect(watch.health()).toMatchObject({ state: 'trouble', since: noon })
    expect(watch.health().message).toContain('7 minutes fast')
    watch.heard(noon + 3 * minute)
    expect(watch.health().message).toContain('3 minutes slow')
  })

  it('is well again once both agree', () => {
    watch.heard(noon - 7 * minute)
    watch.heard(noon - 2000)
    expect(watch.health()).toMatchObject({ state: 'ok', message: expect.stringContaining('agrees') as string })
  })

  it('is not blamed for the seconds that an answer takes, nor where nobody tells the time', () => {
    watch.heard(noon - 90_000)
    expect(watch.health().state).toBe('ok')
    watch.heard(null)
    expect(watch.health().state).toBe('ok')
  })

  it('that was set back is told of, for an hour', async () => {
    await setBy(-12 * minute)
    expect(watch.health().message).toContain('set back by 12 minutes')
    await timers.advance(62 * minute)
    expect(watch.health().message).not.toContain('set back')
  })

  it('that was set right is no longer called wrong because of what was compared before', async () => {
    watch.heard(noon - 30 * minute)
    await setBy(-30 * minute)
    expect(watch.health().state).toBe('ok')
  })

  it('of a PC that slept is well', async () => {
    await setBy(600 * minute)
    expect(watch.health().state).toBe('ok')
  })
})
