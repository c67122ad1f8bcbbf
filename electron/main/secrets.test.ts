import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ManualClock } from '../../telephony/clock.ts'
import type { Settings } from '../contract/view-models.ts'
import { keepSecrets, noteSecretPlaces, SecretsFile, systemKeychain } from './secrets.ts'
import type { Keychain } from './secrets.ts'
import { listeningLogger } from './testing.ts'

const nothing = { pbxPassword: null, gatewayToken: null }

/** Not a cipher; enough to tell stored from plain. */
const scrambling: Keychain = {
  isEncryptionAvailable: () => true,
  encryptString: (plain) => Buffer.from(plain).reverse(),
  decryptString: (encrypted) => Buffer.from(encrypted).reverse().toString(),
}
const none: Keychain = {
  isEncryptionAvailable: () => false,
  encryptString: () => {
    throw new Error('no keychain')
  },
  decryptString: () => {
    throw new Error('no keychain')
  },
}

let folder: string
let log: ReturnType<typeof listeningLogger>
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ringback-secrets-'))
  log = listeningLogger()
})
afterEach(() => rmSync(folder, { recursive: true }))

const open = (keychain: Keychain) => new SecretsFile({ folder, keychain, logger: log.logger })
const stored = () => readFileSync(path.join(folder, 'secrets.json'), 'utf8')
const events = () => log.logged.map(({ event }) => event)

describe('secrets', () => {
  it('are none at first', () => {
    expect(open(scrambling).known()).toEqual(nothing)
    expect(events()).toEqual([])
  })

  it('come back in the next run, and are not readable in the file', () => {
    const file = open(scrambling)
    file.save('pbxPassword', 'correct horse')
    file.save('gatewayToken', 'battery staple')
    expect(stored()).not.toMatch(/horse|battery/)
    expect(open(scrambling).known()).toEqual({ pbxPassword: 'correct horse', gatewayToken: 'battery staple' })
  })

  it('are for this user’s eyes only, and the log says so, where there is no keychain', () => {
    const file = open(none)
    file.choose('file')
    file.save('pbxPassword', 'correct horse')
    expect(events()).toContain('secrets.unprotected')
    expect(file.kept()).toBe('file')
    expect(open(none).known()).toEqual({ ...nothing, pbxPassword: 'correct horse' })
    if (process.platform !== 'win32') expect(statSync(path.join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
  })

  it('hold for this run only where there is no keychain and nobody has chosen, or who chose wants to be asked', () => {
    const file = open(none)
    file.save('pbxPassword', 'correct horse')
    expect([file.kept(), file.known().pbxPassword]).toEqual(['undecided', 'correct horse'])
    expect(open(none).known()).toEqual(nothing)
    file.choose('file')
    expect(open(none).known().pbxPassword).toBe('correct horse')
    file.choose('ask')
    expect(stored()).not.toContain('horse')
    expect([open(none).kept(), open(none).known()]).toEqual(['ask', nothing])
  })

  it('that stood unprotected are encrypted as soon as there is a keychain', () => {
    const file = open(none)
    file.choose('file')
    file.save('pbxPassword', 'correct horse')
    expect(open(scrambling).known().pbxPassword).toBe('correct horse')
    expect(stored()).not.toContain('horse')
  })

  it('are not protected by what Linux has for want of a keyring', () => {
    const basic = { ...scrambling, getSelectedStorageBackend: () => 'basic_text' }
    expect(systemKeychain(basic).isEncryptionAvailable()).toBe(process.platform !== 'linux')
  })

  it('hold for this run when the disk refuses them', () => {
    const file = open(scrambling)
    rmSync(folder, { recursive: true })
    writeFileSync(folder, 'not a folder')
    file.save('pbxPassword', 'correct horse')
    expect(file.known().pbxPassword).toBe('correct horse')
    expect(events()).toEqual(['secrets.not-stored'])
  })

  it.each(['', '{', '{"pbxPassword":7}', 'null'])('are none, and the log says so, when the file holds %j', (text) => {
    writeFileSync(path.join(folder, 'secrets.json'), text)
    expect(open(scrambling).known()).toEqual(nothing)
    expect(events()).toEqual(['secrets.not-readable'])
  })

  it('of a keychain that is gone have to be entered again', () => {
    open(scrambling).save('pbxPassword', 'correct horse')
    expect(open(none).known()).toEqual(nothing)
    expect(events()).toContain('secrets.not-readable')
  })

  it('that cannot be read today are kept for the day they can, also when the other one is entered anew', () => {
    const file = open(scrambling)
    file.save('pbxPassword', 'correct horse')
    file.save('gatewayToken', 'battery staple')
    const locked = open(none)
    expect(locked.known()).toEqual(nothing)
    locked.choose('file')
    locked.save('pbxPassword', 'another horse')
    expect(open(scrambling).known()).toEqual({ pbxPassword: 'another horse', gatewayToken: 'battery staple' })
  })

  it('are there as soon as the keychain is', () => {
    open(scrambling).save('pbxPassword', 'correct horse')
    let unlocked = false
    const file = open({
      ...scrambling,
      decryptString: (encrypted) => (unlocked ? scrambling.decryptString(encrypted) : none.decryptString(encrypted)),
    })
    expect(file.known()).toEqual(nothing)
    unlocked = true
    expect(file.known().pbxPassword).toBe('correct horse')
  })

  it('never stand in the log', () => {
    open(none).save('pbxPassword', 'correct horse')
    open(scrambling)
    expect(JSON.stringify(log.logged)).not.toContain('horse')
  })
})

describe('on the way to the engine', () => {
  const phone = { host: 'pbx', port: 5038, username: 'desk' }
  const texting = { accountSid: 'AC1', from: '+15305550100', baseUrl: '' }

  it('the password and the token are kept', () => {
    const file = open(scrambling)
    keepSecrets('phone-system:save', { ...phone, password: 'p' }, file)
    keepSecrets('texting:save', { ...texting, authToken: 't' }, file)
    expect(file.known()).toEqual({ pbxPassword: 'p', gatewayToken: 't' })
  })

  it('those left out stay as they are', () => {
    const file = open(scrambling)
    file.save('pbxPassword', 'p')
    keepSecrets('phone-system:save', phone, file)
    keepSecrets('texting:save', texting, file)
    expect(file.known()).toEqual({ pbxPassword: 'p', gatewayToken: null })
  })

  it('each is handed over with the place that it was given for, and follows it where the engine uses it elsewhere', () => {
    const file = open(scrambling)
    keepSecrets('phone-system:save', { ...phone, tls: true, password: 'p' }, file)
    keepSecrets('texting:save', { ...texting, baseUrl: 'https://sms.example', authToken: 't' }, file)
    const places = { pbxPassword: { host: 'pbx', tls: true }, gatewayToken: { baseUrl: 'https://sms.example' } }
    expect(open(scrambling).forEngine()).toEqual({ pbxPassword: 'p', gatewayToken: 't', places })
    const settings = {
      phoneSystem: { host: 'other', tls: false, hasPassword: true },
      texting: { kind: 'twilio', baseUrl: '', hasToken: false },
    } as Settings
    noteSecretPlaces(settings, file)
    expect(open(scrambling).forEngine().places).toEqual({ ...places, pbxPassword: { host: 'other', tls: false } })
    file.forget('pbxPassword')
    expect(open(scrambling).forEngine().places?.pbxPassword).toBeNull()
  })

  it('those that the disk refused hold for this run, leave nothing half, and are stored once there is room', async () => {
    const clock = new ManualClock(0)
    const file = new SecretsFile({ folder, keychain: scrambling, logger: log.logger, clock })
    file.save('pbxPassword', 'first')
    mkdirSync(path.join(folder, 'secrets.json.new'))
    file.save('pbxPassword', 'second')
    expect([file.known().pbxPassword, open(scrambling).known().pbxPassword]).toEqual(['second', 'first'])
    rmdirSync(path.join(folder, 'secrets.json.new'))
    await clock.advance(10_000)
    expect(open(scrambling).known().pbxPassword).toBe('second')
    expect(readdirSync(folder)).toEqual(['secrets.json'])
  })

  it('those that are only tried out are not kept', () => {
    const file = open(scrambling)
    keepSecrets('phone-system:check', { ...phone, password: 'p' }, file)
    keepSecrets('texting:check', { ...texting, authToken: 't' }, file)
    expect(file.known()).toEqual(nothing)
  })

  it('are forgotten where a settings file names another place', () => {
    const file = open(scrambling)
    file.save('pbxPassword', 'p')
    file.save('gatewayToken', 't')
    keepSecrets('settings:take', { text: '' }, file, { needs: ['password'] })
    expect(file.known()).toEqual({ pbxPassword: null, gatewayToken: 't' })
    keepSecrets('settings:take', { text: '' }, file, { needs: ['token'] })
    expect(file.known()).toEqual({ pbxPassword: null, gatewayToken: null })
  })
})
