import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ScriptedServer, secret, until } from '../../telephony/ami/scripted-server.ts'
import { selfSigned } from '../../telephony/ami/self-signed.ts'
import { systemClock } from '../../telephony/clock.ts'
import { silentLogger } from '../../telephony/logger.ts'
import type { CommandInput, CommandOutput, EngineCommandName } from '../contract/commands.ts'
import type { Health } from '../contract/view-models.ts'
import { Engine } from './engine.ts'

let folder: string
let server: ScriptedServer
let engine: Engine
let health: Health['phoneSystem'] | null = null

async function ask<N extends EngineCommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>> {
  const result = await engine.request(name, input)
  if (!result.ok) throw new Error(result.failure.message)
  return result.value as CommandOutput<N>
}

const phoneSystem = async () => (await ask('settings:get', undefined)).phoneSystem
const connected = () => until(() => health?.state === 'ok')

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ringback-'))
  server = await ScriptedServer.listen({}, selfSigned())
  engine = await Engine.start({
    dataFolder: folder,
    profile: 'office',
    secrets: { pbxPassword: null, gatewayToken: null },
    clock: systemClock,
    logger: silentLogger,
    onEvent: (name, payload) => {
      if (name === 'health:changed') health = (payload as Health).phoneSystem
    },
  })
})

afterEach(async () => {
  await engine.stop()
  await server.close()
  await rm(folder, { recursive: true })
})

it('trusts the certificate it saw first, refuses another one in words, and takes it when somebody says so', async () => {
  const { port } = server
  const place = { host: '127.0.0.1', port, username: 'ringback', tls: true }
  await ask('phone-system:save', { ...place, password: secret })
  await connected()
  const { fingerprint: first, strangeFingerprint: none } = await phoneSystem()
  expect(first).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
  expect(none).toBeNull()

  await server.close()
  server = await ScriptedServer.listen({}, selfSigned(), port)
  await ask('phone-system:try-now', undefined)
  await until(() => health?.message.includes('another certificate') ?? false)
  expect(health).toMatchObject({ state: 'trouble' })
  expect(server.received).toBe('')
  // To save the same place once more is no word on its certificate.
  await ask('phone-system:save', place)
  await until(() => health?.message.includes('another certificate') ?? false)
  const changed = await phoneSystem()
  expect(changed.fingerprint).toBe(first)
  expect(changed.strangeFingerprint).not.toBe(first)

  await ask('phone-system:trust', { fingerprint: changed.strangeFingerprint ?? '' })
  await connected()
  expect(await phoneSystem()).toMatchObject({ fingerprint: changed.strangeFingerprint, strangeFingerprint: null })
})
