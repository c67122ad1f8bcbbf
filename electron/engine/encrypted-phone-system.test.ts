import { afterEach, beforeEach, expect, it } from 'vitest'
import { ScriptedServer, secret, until } from '../../telephony/ami/scripted-server.ts'
import { selfSigned } from '../../telephony/ami/self-signed.ts'
import type { Health } from '../contract/view-models.ts'
import { startTestEngine } from './testing.ts'
import type { TestEngine } from './testing.ts'

let server: ScriptedServer
let office: TestEngine
let ask: TestEngine['ask']
let health: Health['phoneSystem'] | null = null

const phoneSystem = async () => (await ask('settings:get', undefined)).phoneSystem
const connected = () => until(() => health?.state === 'ok')

beforeEach(async () => {
  health = null
  server = await ScriptedServer.listen({}, selfSigned())
  office = await startTestEngine({
    onEvent: (name, payload) => {
      if (name === 'health:changed') health = (payload as Health).phoneSystem
    },
  })
  ask = office.ask
})

afterEach(async () => {
  await office.end()
  await server.close()
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
      expect(await office.engine.request(command, other)).toMatchObject({ ok: false, failure: { code: 'bad-input' } })
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
