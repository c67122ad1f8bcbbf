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
  health = null
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
  await until(() => health?.details?.message.includes('another certificate') ?? false)
  expect(health).toMatchObject({ state: 'trouble' })
  expect(server.received).toBe('')
  // To save the same place once more is no word on its certificate.
  await ask('phone-system:save', place)
  await until(() => health?.details?.message.includes('another certificate') ?? false)
  const changed = await phoneSystem()
  expect(changed.fingerprint).toBe(first)
  expect(changed.strangeFingerprint).not.toBe(first)

  await ask('phone-system:trust', { fingerprint: changed.strangeFingerprint ?? '' })
  await connected()
  expect(await phoneSystem()).toMatchObject({ fingerprint: changed.strangeFingerprint, strangeFingerprint: null })
})

it('sends the stored password nowhere else, and not without encryption where it was encrypted', async () => {
  const place = { host: '127.0.0.1', port: server.port, username: 'ringback', tls: true }
  await ask('phone-system:save', { ...place, password: secret })
  await connected()
  expect((await ask('phone-system:check', place)).steps[1]?.state).toBe('ok')
  const elsewhere = [
    { ...place, host: 'localhost' },
    { ...place, tls: false },
  ]
  const { connections } = server
  for (const other of elsewhere) {
    for (const command of ['phone-system:check', 'phone-system:save']) {
      expect(await engine.request(command, other)).toMatchObject({ ok: false, failure: { code: 'bad-input' } })
    }
  }
  expect(server.connections).toBe(connections)
  expect(await phoneSystem()).toMatchObject(place)
})

it('connects to the very certificate that the check saw', async () => {
  const { port } = server
  const place = { host: '127.0.0.1', port, username: 'ringback', tls: true, password: secret }
  const { fingerprint: seen } = await ask('phone-system:check', place)
  expect(seen).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
  await server.close()
  server = await ScriptedServer.listen({}, selfSigned(), port)
  await ask('phone-system:save', { ...place, fingerprint: seen ?? undefined })
  await until(() => health?.details?.message.includes('another certificate') ?? false)
  expect(server.received).toBe('')
  // A certificate that is not the trusted one is no news to save.
  const { fingerprint: none } = await ask('phone-system:check', { ...place, fingerprint: seen ?? undefined })
  expect(none).toBeNull()
})
