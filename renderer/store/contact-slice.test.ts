import { expect, it } from 'vitest'
import { ok } from '../../electron/contract/result.ts'
import { fakeBridge } from './fake-bridge.ts'
import { createWindowStore } from './window-store.ts'

it('what was done is told to its end, whatever whom it was done to is called', async () => {
  const { bridge } = fakeBridge({
    'contacts:block': () => ok(undefined),
    'contacts:unblock': () => ok(undefined),
    'bookings:mark': () => ok(undefined),
  })
  const store = createWindowStore(bridge)
  const who = `\u202e${'A'.repeat(300)}`
  const { blockContact, unblockContact, markBooked } = store.getState()
  for (const deed of [blockContact, unblockContact, markBooked]) await deed('a', who)
  const told = store.getState().notices.map(({ message }) => message)
  expect(told).toHaveLength(3)
  for (const message of told) {
    expect(message.length).toBeLessThan(100)
    expect(message).not.toContain('\u202e')
  }
})
