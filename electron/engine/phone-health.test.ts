import { expect, test } from 'vitest'
import type { ConnectionState } from '../../telephony/ami/connection.ts'
import { nothingKnown } from '../../telephony/ami/permissions.ts'
import { connectionProblem } from '../../telephony/ami/problems.ts'
import type { ConnectionProblemCode } from '../../telephony/ami/problems.ts'
import { connectionOf, phoneHealth } from './phone-health.ts'

const address = { host: '192.0.2.10', port: 5038, username: 'ringback', password: '' }
const state = (phase: ConnectionState['phase'], more: Partial<ConnectionState> = {}): ConnectionState => ({
  phase,
  since: 1000,
  retryAt: null,
  problem: null,
  caughtUp: true,
  permissions: nothingKnown,
  ...more,
})
const waiting = (code: ConnectionProblemCode) => state('waiting', { problem: connectionProblem(code, address) })

test('a line that is lost for a moment is no trouble yet, and one that stays lost is', () => {
  expect(phoneHealth(waiting('lost'), 9000)).toMatchObject({ state: 'working', since: 1000 })
  expect(phoneHealth(waiting('lost'), 12_000)).toMatchObject({ state: 'trouble', since: 1000 })
})

test('a restart may take some minutes', () => {
  expect(phoneHealth(waiting('restarting'), 150_000)).toMatchObject({
    state: 'working',
    details: { message: 'The phone system is restarting.' },
  })
  expect(phoneHealth(waiting('restarting'), 200_000)).toMatchObject({ state: 'trouble' })
})

test('what does not mend itself is trouble at once, with what to do', () => {
  for (const code of ['wrong-password', 'banned', 'full', 'refused', 'in-use', 'sign-in-changed'] as const) {
    const { state: standing, remedy } = phoneHealth(waiting(code), 1000)
    expect({ code, standing }).toEqual({ code, standing: 'trouble' })
    expect(remedy).not.toBe('')
  }
})

test('a connection that is told of no calls is trouble although it is live', () => {
  const deaf = state('live', { permissions: { ...nothingKnown, call: false } })
  expect(phoneHealth(deaf, 2000)).toMatchObject({ state: 'trouble' })
  expect(phoneHealth(deaf, 2000).details?.remedy).toContain('call')
})

test('only what is surely not permitted is said to lack, and only while connected', () => {
  const permissions = { ...nothingKnown, agent: false, dialplan: true, reporting: false }
  expect(connectionOf(state('live', { permissions })).lacks).toEqual(['agent', 'reporting'])
  expect(connectionOf(state('waiting', { permissions, retryAt: 5000 }))).toEqual({ retryAt: 5000, lacks: [] })
})
