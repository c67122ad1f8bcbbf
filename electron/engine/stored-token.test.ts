import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { systemClock } from '../../telephony/clock.ts'
import { silentLogger } from '../../telephony/logger.ts'
import type { SecretPlaces } from '../contract/engine-port.ts'
import { Engine } from './engine.ts'

let folder: string
let stranger: Server
let heard: (string | undefined)[]
let engine: Engine

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ringback-'))
  heard = []
  stranger = createServer((request, response) => {
    heard.push(request.headers.authorization)
    response.writeHead(401).end('{}')
  })
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve))
  engine = await start()
})
/** As main does it that still has what was stored. */
const start = (places?: SecretPlaces) =>
  Engine.start({
    dataFolder: folder,
    profile: 'office',
    secrets: { pbxPassword: 'hunter22', gatewayToken: 's3cret-token', ...(places ? { places } : {}) },
    clock: systemClock,
    logger: silentLogger,
  })
afterEach(async () => {
  await engine.stop()
  await new Promise((resolve) => stranger.close(resolve))
  await rm(folder, { recursive: true })
})

it('the stored token goes to no other address than the one that it was given for', async () => {
  const baseUrl = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`
  const account = { accountSid: 'AC1', apiKey: '', baseUrl }
  const texting = { kind: 'twilio', from: '+15305550100', ...account }
  const refused = { ok: false, failure: { code: 'bad-input' } }
  expect(await engine.request('texting:senders', account)).toMatchObject(refused)
  expect(await engine.request('texting:check', texting)).toMatchObject(refused)
  expect(await engine.request('texting:save', texting)).toMatchObject(refused)
  expect(heard).toEqual([])
  // With one of its own it is asked.
  await engine.request('texting:senders', { ...account, authToken: 'another-token' })
  expect(heard.length).toBeGreaterThan(0)
})

it('a secret that a settings file made void stays so where Ringback is killed before it is forgotten', async () => {
  const place = { host: '127.0.0.1', port: 9, username: 'desk' }
  const business = { name: 'Cedar Dental' }
  const sections = { business, 'phone-system': place, texting: { accountSid: 'AC2' } }
  const text = JSON.stringify({ kind: 'ringback-settings', version: 1, sections })
  expect(await engine.request('settings:take', { text })).toMatchObject({ ok: true })
  const again = async () => {
    await engine.stop()
    engine = await start()
    return engine.request('settings:get', undefined)
  }
  const without = { value: { phoneSystem: { hasPassword: false }, texting: { hasToken: false } } }
  expect(await again()).toMatchObject(without)
  const texting = { kind: 'twilio', accountSid: 'AC2', apiKey: '', from: '+15305550100', baseUrl: '' }
  await engine.request('texting:save', { ...texting, authToken: 's3cret-token' })
  expect(await again()).toMatchObject({ value: { phoneSystem: { hasPassword: false }, texting: { hasToken: true } } })
})

it('secrets are not used where the settings are those of another place, as after a restore', async () => {
  const baseUrl = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`
  const texting = { kind: 'twilio', accountSid: 'AC1', apiKey: '', from: '+15305550100', baseUrl }
  const place = { host: '127.0.0.1', port: 9, username: 'desk', tls: false, password: 'hunter22' }
  await engine.request('phone-system:save', place)
  await engine.request('texting:save', { ...texting, authToken: 's3cret-token' })
  heard = []
  const has = async (places: SecretPlaces) => {
    await engine.stop()
    heard = []
    engine = await start(places)
    return engine.request('settings:get', undefined)
  }
  const known = (password: boolean, token: boolean) => {
    return { value: { phoneSystem: { hasPassword: password }, texting: { hasToken: token } } }
  }
  const [there, twilio] = [{ host: '127.0.0.1', tls: false }, { baseUrl: '' }]
  expect(await has({ pbxPassword: { ...there, host: 'pbx' }, gatewayToken: twilio })).toMatchObject(known(false, false))
  expect(heard).toEqual([])
  expect(await engine.request('health:get', undefined)).toMatchObject({
    value: {
      phoneSystem: { state: 'trouble', message: expect.stringContaining('password') as string },
      texting: { state: 'trouble', message: expect.stringContaining('auth token') as string },
    },
  })
  // What was given for an encrypted connection goes over no other.
  expect(await has({ pbxPassword: { ...there, tls: true }, gatewayToken: null })).toMatchObject(known(false, true))
  expect(await has({ pbxPassword: there, gatewayToken: { baseUrl } })).toMatchObject(known(true, true))
})
