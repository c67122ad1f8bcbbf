import { afterEach, beforeEach, expect, it } from 'vitest'
import { ScriptedServer, secret, until } from '../../telephony/ami/scripted-server.ts'
import { startTestEngine } from './testing.ts'
import type { TestEngine } from './testing.ts'

let server: ScriptedServer
let office: TestEngine

beforeEach(async () => {
  server = await ScriptedServer.listen()
  office = await startTestEngine()
})

afterEach(async () => {
  await office.end()
  await server.close()
})

it('keeps a place and its password for later, and signs in nowhere until it is told to', async () => {
  const { ask, engine } = office
  const place = { host: '127.0.0.1', port: server.port, username: 'ringback' }
  const { steps, ownAddress } = await ask('phone-system:find', { host: place.host, port: place.port })
  expect(steps[0]).toMatchObject({ state: 'ok' })
  expect(ownAddress).toMatch(/^127\./)
  await ask('setup:at', { step: 'find' })
  await ask('phone-system:save', { ...place, password: secret, connect: false })
  const kept = await ask('settings:get', undefined)
  expect(kept).toMatchObject({ configured: false, setup: { step: 'find' } })
  expect(kept.phoneSystem).toMatchObject({ host: '127.0.0.1', waits: true, hasPassword: true })
  expect((await ask('health:get', undefined)).phoneSystem.state).toBe('off')
  expect(server.received).not.toMatch(/login/i)

  // The address is put right: the kept password, which nobody has used yet, goes with it.
  await ask('phone-system:save', { ...place, host: 'localhost', connect: false })
  await ask('phone-system:save', { ...place, connect: false })
  const check = await ask('phone-system:check', place)
  expect(check.steps.map(({ state }) => state)).not.toContain('failed')
  await ask('phone-system:save', place)
  await until(() => server.received.toLowerCase().includes('action: login'))
  expect(await ask('settings:get', undefined)).toMatchObject({ configured: true, phoneSystem: { waits: false } })
  const again = await engine.request('phone-system:save', {
    ...place,
    host: '127.0.0.9',
    connect: false,
    password: 'x',
  })
  expect(again).toMatchObject({ ok: false, failure: { code: 'not-allowed' } })
  // From now on it goes to no other place.
  expect(await engine.request('phone-system:check', { ...place, host: 'localhost' })).toMatchObject({ ok: false })
})
