import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ManualClock } from '../../../telephony/clock.ts'
import { silentLogger } from '../../../telephony/logger.ts'
import { standardTexts } from '../../contract/standard-texts.ts'
import { setLanguage } from '../../contract/text/index.ts'
import { openStore } from '../store/database.ts'
import type { Store } from '../store/database.ts'
import { applyConfig, parseConfigFile } from './config-file.ts'
import { changedAt, readSection, readSettings, saveSection, SettingError } from './settings.ts'

const now = Date.UTC(2026, 10, 24, 15, 0)
let folder: string
let store: Store

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-settings-'))
  store = await openStore({ file: join(folder, 'inbox.sqlite'), clock: new ManualClock(now), logger: silentLogger })
})

afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const noSecrets = { hasPassword: false, hasToken: false }

describe('settings', () => {
  test('have defaults until they are saved', async () => {
    const settings = await readSettings(store.db, noSecrets)
    expect(settings.followUp).toMatchObject({ enabled: true, delaySeconds: 15 })
    expect(settings.texts.steps.first.usual).toContain('{business}')
    expect(settings.hours.week.mon).toEqual([{ from: '08:00', to: '17:00' }])
    expect(settings.quietHours).toEqual({ from: '08:00', to: '21:00', byState: false })
    expect(settings.phoneSystem).toEqual({
      host: '',
      port: 5038,
      username: '',
      hasPassword: false,
      waits: false,
      trunks: [],
      tls: false,
      fingerprint: null,
      strangeFingerprint: null,
    })
    expect(settings.business.timeZone).not.toBe('')
    expect(settings.configured).toBe(false)
    expect(await changedAt(store.db, 'business')).toBeNull()
  })

  test('keep the fields that are not saved now, and the time of the change', async () => {
    await store.write((work) => saveSection(work, 'business', { name: 'Harbor Dental', country: 'DE' }, now))
    await store.write((work) => saveSection(work, 'business', { name: 'Harbor' }, now + 5))
    expect(await readSection(store.db, 'business')).toMatchObject({ name: 'Harbor', country: 'DE', bookingLink: '' })
    expect(await changedAt(store.db, 'business')).toBe(now + 5)
  })

  test('a value that is not allowed is refused by name and changes nothing', async () => {
    const save = store.write((work) => saveSection(work, 'follow-up', { delaySeconds: 301 }, now))
    await expect(save).rejects.toThrow(SettingError)
    await expect(save).rejects.toThrow('follow-up.delaySeconds')
    expect((await readSection(store.db, 'follow-up')).delaySeconds).toBe(15)
  })

  test('a row that makes no sense is told, not taken', async () => {
    await store.write(async ({ db }) => {
      await db.insertInto('setting').values({ name: 'lines', value: '{', changed_at: now }).execute()
    })
    await expect(readSection(store.db, 'lines')).rejects.toThrow('lines cannot be read')
  })

  test('texts saved before there was a choice of language stay English, whatever the window speaks', async () => {
    const value = JSON.stringify({ addOptOut: false })
    await store.write(({ db }) => db.insertInto('setting').values({ name: 'texts', value, changed_at: now }).execute())
    setLanguage('es', 'es-US')
    const texts = await readSection(store.db, 'texts')
    setLanguage('en', 'en-US')
    expect(texts).toMatchObject({
      language: 'en',
      addOptOut: false,
      steps: { first: { usual: standardTexts.en.first } },
    })
  })

  test('an office with a phone system is configured', async () => {
    await store.write((work) => saveSection(work, 'phone-system', { host: 'pbx.example' }, now))
    expect((await readSettings(store.db, noSecrets)).configured).toBe(true)
  })

  test('a config file becomes settings, its secrets do not', async () => {
    const config = parseConfigFile(
      JSON.stringify({
        business: { name: 'Harbor Dental' },
        pbx: { host: '127.0.0.1', port: 5099, username: 'ringback', password: 'pbx-secret', trunks: ['PJSIP/trunk'] },
        gateway: { kind: 'twilio', accountSid: 'AC1', authToken: 'sms-secret', from: '+12125550100' },
        followUp: { delaySeconds: 0, template: 'Hello from {business}.' },
        hours: { mon: ['08:00-12:00', '13:00-17:00'], exceptions: [{ from: '2026-12-25', name: 'Christmas' }] },
        quietHours: { from: '09:00', to: '20:00', byState: true },
        texts: { third: { closed: 'Abrimos pronto.' }, addOptOut: false, language: 'es' },
        lines: { '+12125550100': 'Main line' },
        watchOnly: true,
      }),
    )
    if (!config.ok) throw new Error(config.failure.message)
    // What set-up left half done gives way.
    await store.write((work) => saveSection(work, 'phone-system', { host: 'old.example', waits: true }, now))
    await store.write((work) => saveSection(work, 'setup', { step: 'sign-in' }, now))
    await store.write((work) => applyConfig(work, config.value, now))
    const settings = await readSettings(store.db, { hasPassword: true, hasToken: true })
    expect(settings).toMatchObject({
      business: { name: 'Harbor Dental', bookingLink: '' },
      phoneSystem: { host: '127.0.0.1', port: 5099, trunks: ['PJSIP/trunk'], hasPassword: true, waits: false },
      setup: { step: null },
      watchOnly: { on: true, lines: [] },
      texting: { accountSid: 'AC1', from: '+12125550100', baseUrl: '', hasToken: true },
      textsFrom: '(212) 555-0100',
      followUp: { enabled: true, delaySeconds: 0 },
      hours: {
        week: {
          mon: [
            { from: '08:00', to: '12:00' },
            { from: '13:00', to: '17:00' },
          ],
          tue: [],
        },
        exceptions: [{ from: '2026-12-25', to: '2026-12-25', name: 'Christmas', blocks: [] }],
      },
      quietHours: { from: '09:00', to: '20:00', byState: true },
      texts: {
        steps: {
          first: { usual: 'Hello from {business}.' },
          third: { usual: standardTexts.es.third, closed: 'Abrimos pronto.' },
        },
        language: 'es',
        addOptOut: false,
        plainPunctuation: true,
      },
      lines: [{ number: '+12125550100', name: 'Main line' }],
      configured: true,
    })
    const rows = await store.db.selectFrom('setting').select('value').execute()
    expect(JSON.stringify(rows)).not.toContain('secret')
  })

  test('a config file leaves alone what it does not name', async () => {
    const lines = [{ number: '+12125550100', name: 'Main line' }]
    await store.write((work) => saveSection(work, 'lines', lines, now))
    await store.write((work) => saveSection(work, 'follow-up', { delaySeconds: 30 }, now))
    const config = {
      business: { name: 'Harbor Dental' },
      pbx: { host: '127.0.0.1', username: 'ringback', password: 'pbx-secret' },
      gateway: { kind: 'twilio', accountSid: 'AC1', authToken: 'sms-secret', from: '+12125550100' },
    }
    const apply = async (given: object) => {
      const parsed = parseConfigFile(JSON.stringify(given))
      if (!parsed.ok) throw new Error(parsed.failure.message)
      await store.write((work) => applyConfig(work, parsed.value, now))
    }
    await apply(config)
    expect(await readSettings(store.db, noSecrets)).toMatchObject({ lines, followUp: { delaySeconds: 30 } })
    await apply({ ...config, lines: {} })
    expect(await readSettings(store.db, noSecrets)).toMatchObject({ lines: [] })
  })
})
