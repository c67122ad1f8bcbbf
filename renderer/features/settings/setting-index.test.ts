import { afterEach, describe, expect, it } from 'vitest'
import { setLanguage, text } from '../../text/index.ts'
import { findSettings, labelOf } from './setting-index.ts'
import { settingValue } from './setting-value.ts'

afterEach(() => setLanguage('en', 'en-US'))

const first = (query: string) => findSettings(query)[0]?.id

describe('a setting is found', () => {
  it.each([
    ['booking', 'business.bookingLink'],
    ['TIME ZONE', 'business.timeZone'],
    ['holiday', 'hours.exceptions'],
    ['dark', 'theme'],
    ['autostart', 'start-at-login'],
    ['twilio secret', 'texting.authToken'],
    ['espanol', 'language'],
    ['who changed', 'history'],
    ['restore', 'backups'],
  ])('by "%s"', (query, id) => {
    expect(first(query)).toBe(id)
  })

  it('in the language of the window', async () => {
    await setLanguage('es', 'es-MX')
    expect(first('feriado')).toBe('hours.exceptions')
    expect(findSettings('feriado')[0]?.label).toBe(text.hours.exceptions)
  })

  it('by nothing where nothing was typed, or no setting has it', () => {
    expect(findSettings('  ')).toEqual([])
    expect(findSettings('zebra')).toEqual([])
  })

  it('with a name and what changing it does, each of them', () => {
    const all = findSettings('e')
    expect(all.length).toBeGreaterThan(40)
    for (const { label, effect } of all) expect(label.length * effect.length).toBeGreaterThan(0)
  })
})

describe('in the history', () => {
  it('a field is called as in the window', () => {
    expect(labelOf('business', 'name')).toBe(text.setup.message.business)
    expect(labelOf('texts', 'steps.first.closed')).toBe(text.texts.steps.first)
    expect(labelOf('lines', '')).toBe(text.parties.lines)
    expect(labelOf('texting', 'authToken')).toBe(text.setup.texting.token)
    expect(labelOf('watch-only', 'on')).toBe(text.watchOnly.name)
    expect(labelOf('phone-system', 'fingerprint')).toBe('Trusted certificate')
    expect(labelOf('fax', 'on')).toBeNull()
  })

  it.each([
    [true, 'on'],
    ['', 'empty'],
    [null, 'empty'],
    [15, '15'],
    [['(530) 555-0101', 'Front desk'], '(530) 555-0101, Front desk'],
    [[], 'empty'],
  ])('%j is said as "%s"', (value, said) => {
    expect(settingValue(value)).toBe(said)
  })
})
