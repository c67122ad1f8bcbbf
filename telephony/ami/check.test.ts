import { expect, it } from 'vitest'
import { systemClock } from '../clock.ts'
import { checkPhoneSystem } from './check.ts'
import type { Script } from './scripted-server.ts'
import { ScriptedServer, phoneSystem, secret } from './scripted-server.ts'

async function check(script: Script, password = secret) {
  const server = await ScriptedServer.listen(script)
  try {
    const address = { host: '127.0.0.1', port: server.port, username: 'ringback', password }
    const { steps } = await checkPhoneSystem({ ...address, clock: systemClock })
    return { steps, states: steps.map((step) => step.state), server }
  } finally {
    await server.close()
  }
}

it('finds a phone system in order, and rings nobody', async () => {
  const { states, server } = await check({})
  expect(states).toEqual(['ok', 'ok', 'ok', 'ok', 'skipped'])
  expect(server.actions.some((action) => action.has('channel'))).toBe(false)
})

it('tells a wrong password, and looks no further', async () => {
  const { states, steps } = await check({}, 'wrong')
  expect(states).toEqual(['ok', 'failed', 'skipped', 'skipped', 'skipped'])
  expect(steps[1]?.said).toMatchObject({ code: 'wrong-password', facts: { username: 'ringback' } })
  expect(steps.map((step) => step.fields)).toEqual([[], ['username', 'password'], [], [], []])
  expect(steps[2]?.said).toBeNull()
})

it('tells what the user may not do', async () => {
  const { states, steps } = await check({
    answer: (action) =>
      action.get('action') === 'login' ? phoneSystem(action) : 'Response: Error\r\nMessage: Permission denied',
  })
  expect(states).toEqual(['ok', 'ok', 'skipped', 'skipped', 'skipped'])
  expect(steps.map((step) => step.said?.code).slice(2)).toEqual(['may-not-list', 'may-not-ring', 'sends-all'])
})

it('tries nothing out where the phone system lists what this user may do', async () => {
  const { states, steps, server } = await check({
    answer: (action) =>
      action.get('action') === 'ListCommands'
        ? 'Response: Success\r\nPing: (Priv: <none>)\r\nOriginate: (Priv: originate,all)\r\nFilter: (Priv: system,all)'
        : phoneSystem(action),
  })
  expect(states).toEqual(['ok', 'ok', 'skipped', 'ok', 'ok'])
  expect(steps.map((step) => step.said?.code).slice(2)).toEqual(['may-not-list', 'may-ring', 'spares-events'])
  const asked = server.actions.map((action) => action.get('action'))
  expect(asked.filter((action) => action !== 'logoff')).toEqual(['login', 'ListCommands'])
})

it('tells a host that is something else', async () => {
  const { states, steps } = await check({ greeting: 'SSH-2.0-OpenSSH_9.2\r\n' })
  expect(states).toEqual(['failed', 'skipped', 'skipped', 'skipped', 'skipped'])
  expect(steps[0]?.said).toMatchObject({ code: 'not-ami', facts: { detail: expect.stringContaining('SSH') } })
  expect(steps[0]?.fields).toEqual(['host'])
})
