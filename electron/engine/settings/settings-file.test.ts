import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SettingsFileContext } from './settings-file-commands.ts'
import { settingsFileCommands } from './settings-file-commands.ts'
import { TextingOffice } from '../outbox/testing.ts'
import { Secrets } from '../secrets.ts'
import { recordSecret } from './changes.ts'
import { readSection, saveSection } from './settings.ts'

let office: TextingOffice
let secrets: Secrets
let done: string[]

beforeEach(async () => {
  office = new TextingOffice()
  await office.open()
  secrets = new Secrets({ pbxPassword: 'hunter22', gatewayToken: 's3cret-token' })
  done = []
  await save('business', { name: 'Cedar Dental' })
  await save('phone-system', { host: 'pbx.cedar.example', username: 'ringback', tls: true })
  await save('texting', { accountSid: 'AC1', from: '+15305550100' })
})
afterEach(() => office.end())

const save = (...[name, value, who]: [Parameters<typeof saveSection>[1], object, string?]) =>
  office.store.write((work) => saveSection(work, name, value, office.clock.now(), who))
const context = (): SettingsFileContext => ({
  store: office.store,
  clock: office.clock,
  secrets,
  reconnect: async () => void done.push('reconnect'),
  regate: async () => void done.push('regate'),
  linesChanged: async () => void done.push('lines'),
  watchOnlyChanged: async () => void done.push('watch-only'),
  settingsChanged: () => void done.push('settings'),
})

async function history() {
  const found = await settingsFileCommands['settings:history']({ before: null }, context())
  return found.ok ? found.value.changes : []
}
async function file(): Promise<string> {
  const found = await settingsFileCommands['settings:text'](undefined, context())
  return found.ok ? found.value.text : ''
}
const compare = (text: string) => settingsFileCommands['settings:compare']({ text }, context())
const take = (text: string) => settingsFileCommands['settings:take']({ text }, context())
/** The file, with one field of one section otherwise. */
async function fileWith(section: string, change: object): Promise<string> {
  const parsed = JSON.parse(await file()) as { sections: Record<string, object> }
  return JSON.stringify({
    ...parsed,
    sections: { ...parsed.sections, [section]: { ...parsed.sections[section], ...change } },
  })
}

describe('the history of the settings', () => {
  test('tells who changed what, from what to what, newest first', async () => {
    await save('follow-up', { delaySeconds: 40, secondOn: false }, 'kim')
    const [second, first] = await history()
    expect([first, second]).toMatchObject([
      { who: 'kim', section: 'follow-up', field: 'delaySeconds', before: 15, after: 40, secret: false },
      { who: 'kim', section: 'follow-up', field: 'secondOn', before: true, after: false },
    ])
  })

  test('has nothing of what was saved as it was', async () => {
    const before = (await history()).length
    await save('business', { name: 'Cedar Dental' })
    expect(await history()).toHaveLength(before)
  })

  test('of a secret tells only that it was changed', async () => {
    await office.store.write((work) => recordSecret(work, 'phone-system', 'password', office.clock.now()))
    expect((await history())[0]).toMatchObject({ field: 'password', before: null, after: null, secret: true })
  })

  test('comes in pages', async () => {
    await office.store.write(async (work) => {
      for (let seconds = 100; seconds < 160; seconds += 1)
        await saveSection(work, 'follow-up', { delaySeconds: seconds }, 0)
    })
    const first = await settingsFileCommands['settings:history']({ before: null }, context())
    if (!first.ok) throw new Error('no history')
    expect(first.value).toMatchObject({ more: true })
    const last = first.value.changes.at(-1)
    const next = await settingsFileCommands['settings:history']({ before: last?.id ?? null }, context())
    expect(next).toMatchObject({ ok: true, value: { more: false } })
    expect(next.ok && next.value.changes[0]?.id).toBe((last?.id ?? 0) - 1)
  })
})

describe('the settings file', () => {
  test('holds no secret, and changes nothing where it comes from', async () => {
    const text = await file()
    expect(text).toContain('Cedar Dental')
    expect(text).not.toMatch(/hunter22|s3cret-token/)
    expect(await compare(text)).toEqual({ ok: true, value: { changes: [], unknown: [], needs: [] } })
  })

  test('is shown before it is taken, and then holds at once', async () => {
    const text = await fileWith('business', { name: 'Oak Dental' })
    const change = { section: 'business', field: 'name', before: 'Cedar Dental', after: 'Oak Dental' }
    expect(await compare(text)).toEqual({ ok: true, value: { changes: [change], unknown: [], needs: [] } })
    expect((await readSection(office.store.db, 'business')).name).toBe('Cedar Dental')
    expect(await take(text)).toEqual({ ok: true, value: { needs: [] } })
    expect((await readSection(office.store.db, 'business')).name).toBe('Oak Dental')
    expect((await history())[0]).toMatchObject(change)
    expect(done).toContain('settings')
    expect(secrets.pbxPassword).toBe('hunter22')
  })

  test('that turns watch only on takes back what waits, and window and tray hear of it', async () => {
    await office.call()
    expect(await office.states()).toEqual(['queued'])
    expect(await take(await fileWith('watch-only', { on: true }))).toMatchObject({ ok: true })
    expect(await office.states()).toEqual(['cancelled'])
    expect(done).toContain('watch-only')
  })

  test('never sends a stored secret to another place', async () => {
    const cases = [
      ['phone-system', { host: '203.0.113.9' }, 'password'],
      ['phone-system', { tls: false }, 'password'],
      ['texting', { baseUrl: 'https://203.0.113.9' }, 'token'],
      ['texting', { accountSid: 'AC2' }, 'token'],
    ] as const
    for (const [section, change, needed] of cases) {
      secrets = new Secrets({ pbxPassword: 'hunter22', gatewayToken: 's3cret-token' })
      const text = await fileWith(section, change)
      expect(await compare(text)).toMatchObject({ ok: true, value: { needs: [needed] } })
      expect(secrets.known()).toEqual({ hasPassword: true, hasToken: true })
      expect(await take(text)).toEqual({ ok: true, value: { needs: [needed] } })
      expect(secrets.known()).toEqual({ hasPassword: needed !== 'password', hasToken: needed !== 'token' })
    }
  })

  test('that is none, of a later Ringback, or of what cannot be, is refused, and nothing is changed', async () => {
    const before = await file()
    const texts = [
      'Dear Ringback',
      '{"kind":"other","version":1,"sections":{}}',
      '{"kind":"ringback-settings","version":2,"sections":{}}',
      '{"kind":"ringback-settings","version":1,"sections":{"follow-up":{"delaySeconds":-1}}}',
      '{"kind":"ringback-settings","version":1,"sections":{"texts":{"steps":{"first":{"usual":"Hi {nobody}"}}}}}',
    ]
    for (const text of texts) {
      expect(await compare(text)).toMatchObject({ ok: false, failure: { code: 'bad-input' } })
      expect(await take(text)).toMatchObject({ ok: false })
    }
    expect(await file()).toBe(before)
  })

  test('leaves out what this Ringback does not know, and says so', async () => {
    const text = '{"kind":"ringback-settings","version":1,"sections":{"fax":{"on":true}}}'
    expect(await compare(text)).toEqual({ ok: true, value: { changes: [], unknown: ['fax'], needs: [] } })
  })
})
