import { afterEach, describe, expect, it } from 'vitest'
import { setLocale } from '../../../electron/contract/text/locale.ts'
import { settingValue } from './setting-value.ts'

afterEach(() => setLocale('en', 'en-US'))

/** As the runtime's space before AM and PM is a narrow one, in some versions. */
const said = (value: unknown) => settingValue(value).replaceAll(/\s/g, ' ')

const day = { from: '2026-11-26', to: '2026-11-26', name: 'Thanksgiving', blocks: [] }
const short = { from: '2026-12-24', to: '2026-12-31', name: '', blocks: [{ from: '08:00', to: '12:00' }] }

describe('a setting in words', () => {
  it('writes hours and days as this PC does', () => {
    setLocale('en', 'en-US')
    const blocks = [
      { from: '08:00', to: '12:30' },
      { from: '13:30', to: '17:00' },
    ]
    expect(said(blocks)).toBe('8:00 AM – 12:30 PM, 1:30 PM – 5:00 PM')
    expect(said('09:00')).toBe('9:00 AM')
    expect(said([day, short])).toBe(
      'November 26, 2026 Thanksgiving, December 24, 2026 – December 31, 2026 8:00 AM – 12:00 PM',
    )
    setLocale('es', 'en-US')
    expect(said(blocks[0])).toMatch(/^8:00 a\. ?m\. – 12:30 p\. ?m\.$/)
    setLocale('en', 'en-GB')
    expect(said(blocks[1])).toBe('13:30 – 17:00')
  })

  it('leaves alone what only looks like one', () => {
    expect(said('We open at 08:00')).toBe('We open at 08:00')
    expect(said('2026-99-99')).toBe('2026-99-99')
    expect(said('25:00')).toBe('25:00')
    expect(said([])).toBe('empty')
  })
})
