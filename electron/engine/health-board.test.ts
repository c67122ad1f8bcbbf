import { silentLogger } from '../../telephony/logger.ts'
import { expect, test } from 'vitest'
import type { Health } from '../contract/view-models.ts'
import { HealthBoard } from './health-board.ts'

function board() {
  const told: Health[] = []
  return {
    told,
    board: new HealthBoard({
      now: 1000,
      revision: () => 7,
      logger: silentLogger,
      tell: (health) => told.push(health),
    }),
  }
}

test('a trouble that only changes its words keeps its beginning', () => {
  const { board: health } = board()
  health.set('phoneSystem', { state: 'trouble', message: 'No answer.', remedy: null, since: 2000 })
  health.set('phoneSystem', { state: 'trouble', message: 'Refused.', remedy: null, since: 3000 })
  expect(health.now().phoneSystem).toMatchObject({ message: 'Refused.', since: 2000 })
})

test('the same words twice are told once', () => {
  const { board: health, told } = board()
  const ok = { state: 'ok', message: 'Connected.', remedy: null } as const
  health.set('texting', { ...ok, since: 2000 })
  health.set('texting', { ...ok, since: 9000 })
  expect(told).toHaveLength(1)
})

test('when the next attempt begins is told although nothing else changes', () => {
  const { board: health, told } = board()
  const trouble = { state: 'trouble', message: 'No answer.', remedy: null, since: 2000 } as const
  health.setPhoneSystem(trouble, { retryAt: 5000, lacks: [] })
  health.setPhoneSystem(trouble, { retryAt: 5000, lacks: [] })
  health.setPhoneSystem(trouble, { retryAt: 9000, lacks: [] })
  expect(told.map(({ connection }) => connection.retryAt)).toEqual([5000, 9000])
})
