import fc from 'fast-check'
import { expect, it } from 'vitest'
import { furtherState, isFinal } from './delivery-state.ts'
import type { DeliveryState } from './gateway.ts'

const states: DeliveryState[] = ['accepted', 'sent', 'delivered', 'failed']
const news = fc.array(fc.constantFrom(...states))

it('moves on', () => {
  expect(furtherState('accepted', 'sent')).toBe('sent')
  expect(furtherState('sent', 'failed')).toBe('failed')
})

it('never moves back, however late, often or disordered the news comes', () => {
  fc.assert(
    fc.property(news, news, (earlier, later) => {
      const before = earlier.reduce<DeliveryState>(furtherState, 'accepted')
      const after = later.reduce<DeliveryState>(furtherState, before)
      expect(states.indexOf(after)).toBeGreaterThanOrEqual(Math.min(states.indexOf(before), 2))
      if (isFinal(before)) expect(after).toBe(before)
    }),
  )
})
