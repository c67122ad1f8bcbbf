import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ScriptedServer, secret, until } from '../../telephony/ami/scripted-server.ts'
import { systemClock } from '../../telephony/clock.ts'
import { silentLogger } from '../../telephony/logger.ts'
import type { CommandInput, CommandOutput, EngineCommandName } from '../contract/commands.ts'
import { Engine } from './engine.ts'

let folder: string
let server: ScriptedServer
let engine: Engine

async function ask<N extends EngineCommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>> {
  const result = await engine.request(name, input)
  if (!result.ok) throw new Error(result.failure.message)
  return result.value as CommandOutput<N>
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ringback-'))
  server = await ScriptedServer.listen()
  engine = await Engine.start({
    dataFolder: folder,
    profile: 'office',
    secrets: { pbxPassword: null, gatewayToken: null },
    clock: systemClock,
    logger: silentLogger,
  })
})

afterEach(async () => {
  await engine.stop()
  await server.close()
  await rm(folder, { recursive: true })
})

it('keeps a place and its password for later, and signs in nowhere until it is told to', async () => {
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
