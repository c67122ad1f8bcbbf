import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AppInfo } from '../contract/view-models.ts'
import { mask } from './mask.ts'
import { supportDetails } from './support-details.ts'
import type { SupportFacts } from './support-details.ts'
import { healthWith, part } from '../contract/testing.ts'

const info: AppInfo = {
  version: '1.2.3',
  profile: 'office',
  runtime: { kind: 'electron', electron: '45.4.1', chromium: '140.0.7339.207', node: '24.9.0' },
  secrets: 'keychain',
  dataFolder: '/home/kim.day/.config/ringback',
  logFolder: '/home/kim.day/.config/ringback/logs',
  platform: 'linux',
  preferences: { language: 'pc', theme: 'pc' },
  language: 'en',
  locale: 'en-US',
}

const facts = (change: Partial<SupportFacts> = {}): SupportFacts => ({
  now: Date.UTC(2026, 10, 26, 12),
  info,
  system: 'Linux 6.1',
  engine: { state: 'running', message: null, since: Date.UTC(2026, 10, 26, 8) },
  deaths: 2,
  health: healthWith(),
  log: '',
  secrets: ['s3cret-token', 'pbx pass'],
  home: '/home/kim.day',
  ...change,
})

describe('the details for support', () => {
  it('tell how each part is, since when, and on what it runs', () => {
    const health = healthWith({
      texting: { ...part('trouble', 'Twilio does not accept the auth token.'), since: Date.UTC(2026, 10, 26, 9, 30) },
      connection: { retryAt: null, lacks: ['dialplan'] },
    })
    const text = supportDetails(facts({ health }))
    expect(text).toContain('Ringback 1.2.3 (office)')
    expect(text).toContain('Texting: trouble, since 2026-11-26T09:30:00.000Z. Twilio does not accept the auth token.')
    expect(text).toContain('Engine: running, since 2026-11-26T08:00:00.000Z; ended by itself 2×.')
    expect(text).toContain('Permissions missing there: dialplan')
    expect(text).toContain('Electron 45.4.1, Chromium 140.0.7339.207, Node 24.9.0')
  })

  it('can be had while the engine is away', () => {
    const text = supportDetails(facts({ health: null, engine: { state: 'stopped', message: 'It stopped.' } }))
    expect(text).toContain('Engine: stopped; ended by itself 2×. It stopped.')
  })

  it('hold of the log only what happened, how often and when: its facts may be somebody’s words', () => {
    const log = [
      '2026-11-26T09:00:00.000Z info call.ended {"from":"…0141"}',
      '2026-11-26T09:00:01.000Z warn outbox.attempt {"error":"Pat Lee: see you on Thursday"}',
      '2026-11-26T09:00:02.000Z error store.refused {"error":"disk full"}',
      '2026-11-26T09:10:01.000Z warn outbox.attempt {"error":"Pat Lee"}',
      'Pat Lee wrote this over two lines',
    ].join('\n')
    const text = supportDetails(facts({ log }))
    expect(text.slice(text.indexOf('Latest'))).toBe(
      [
        'Latest troubles in the log:',
        '2026-11-26T09:10:01.000Z warn outbox.attempt (2×)',
        '2026-11-26T09:00:02.000Z error store.refused',
      ].join('\n'),
    )
  })

  it('hold no secret and not the user’s name', () => {
    const message = 'Sign-in with s3cret-token was refused for pbx pass in /home/kim.day/x.'
    const text = supportDetails(facts({ health: healthWith({ phoneSystem: part('trouble', message) }) }))
    expect(text).not.toMatch(/s3cret|pbx pass|kim\.day/)
  })

  it('hold no phone number, however it is written', () => {
    const digits = fc.stringMatching(/^[2-9]\d{9}$/)
    const spellings = [
      (n: string) => `+1${n}`,
      (n: string) => `(${n.slice(0, 3)}) ${n.slice(3, 6)}-${n.slice(6)}`,
      (n: string) => `${n.slice(0, 3)}.${n.slice(3, 6)}.${n.slice(6)}`,
      (n: string) => `${n.slice(0, 3)} ${n.slice(3, 6)} ${n.slice(6)}`,
      (n: string) => `1-${n.slice(0, 3)}-${n.slice(3, 6)}-${n.slice(6)}`,
      (n: string) => n,
      (n: string) => n.slice(3),
    ]
    fc.assert(
      fc.property(digits, fc.constantFrom(...spellings), fc.string(), (number, spell, around) => {
        const message = `${around} ${spell(number)} ${around}`
        const text = supportDetails(facts({ health: healthWith({ texting: part('trouble', message) }) }))
        expect(text).not.toContain(spell(number))
        expect(text.replace(/\D/g, '')).not.toContain(number)
      }),
    )
  })
})

it('where the phone system is may be told', () => {
  expect(mask('The phone system at 192.168.100.210 does not answer.', [], '')).toContain('192.168.100.210')
})
