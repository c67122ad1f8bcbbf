import { describe, expect, it } from 'vitest'
import { ManualClock } from '../../../telephony/clock.ts'
import { silentLogger } from '../../../telephony/logger.ts'
import type { Store } from './database.ts'
import { Insistence } from './insist.ts'
import { asStoreError, StoreError } from './store-error.ts'

const full = new StoreError('notWritable', 'inbox.sqlite')
/** A MOCK of as much of a store as is used: no disk can be filled here. */
const store = { problemOf: (error: unknown) => asStoreError(error, 'inbox.sqlite') } as Store

function insistence() {
  const clock = new ManualClock(0)
  return { clock, insist: new Insistence({ store, clock, logger: silentLogger }) }
}

describe('what must not be lost', () => {
  it('is tried again every five seconds until the disk takes it', async () => {
    const { clock, insist } = insistence()
    let tries = 0
    const written = insist.until(async () => {
      tries++
      if (tries < 4) throw full
    })
    await clock.advance(0)
    await clock.advance(4999)
    expect(tries).toBe(1)
    await clock.advance(10_001)
    await written
    expect(tries).toBe(4)
  })

  it('is not tried again where the disk is not at fault', async () => {
    const { insist } = insistence()
    await expect(insist.until(() => Promise.reject(new Error('a mistake of ours')))).rejects.toThrow('mistake')
  })

  it('is tried once more when the engine stops, and then told', async () => {
    const { insist } = insistence()
    let tries = 0
    const written = insist.until(async () => {
      tries++
      throw full
    })
    await Promise.resolve()
    insist.stop()
    await expect(written).rejects.toThrow('cannot write')
    expect(tries).toBe(2)
  })
})
