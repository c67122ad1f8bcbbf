import { afterEach, describe, expect, it } from 'vitest'
import { daysAway, waited } from './dates.ts'
import { setLanguage, text } from './index.ts'

const now = new Date(2026, 10, 24, 11, 34).getTime()
const minute = 60_000
const hour = 60 * minute

describe('the age of a waiting caller', () => {
  it.each([
    [20_000, 'now', 'fresh'],
    [minute, '1 min', 'fresh'],
    [9 * minute + 59_999, '9 min', 'fresh'],
    [10 * minute, '10 min', 'waiting'],
    [42 * minute, '42 min', 'waiting'],
    [59 * minute + 59_999, '59 min', 'waiting'],
    [hour, '1 h', 'late'],
    [26 * hour, '1 d', 'late'],
  ])('after %i ms reads "%s" and is %s', (ms, words, level) => {
    expect(text.time.waited(now - ms, now)).toBe(words)
    expect(waited(now - ms, now).level).toBe(level)
  })

  it('is "now" when the clock of the engine is a little ahead', () => {
    expect(text.time.waited(now + 5_000, now)).toBe('now')
  })
})

describe('moments in words', () => {
  it('names today, tomorrow and yesterday by the calendar, not by 24 hours', () => {
    const lateEvening = new Date(2026, 10, 24, 23, 50).getTime()
    const nextMorning = new Date(2026, 10, 25, 9, 0).getTime()
    expect(daysAway(nextMorning, lateEvening)).toBe(1)
    expect(text.time.upcoming(nextMorning, lateEvening)).toMatch(/^tomorrow /)
    expect(text.time.day(lateEvening, nextMorning)).toBe('Yesterday')
  })

  it('gives the year only where it is another', () => {
    expect(text.time.short(new Date(2024, 2, 12).getTime(), now)).toMatch(/2024/)
    expect(text.time.short(new Date(2026, 2, 12).getTime(), now)).not.toMatch(/2026/)
  })
})

describe('counts', () => {
  it('use one or many', () => {
    expect(text.composer.texts(1)).toBe('1 text')
    expect(text.composer.texts(2)).toBe('2 texts')
    expect(text.inbox.missed(1)).toBe('Missed')
    expect(text.inbox.missed(3)).toBe('Missed ×3')
  })
})

describe('in another language, on another PC', () => {
  afterEach(() => setLanguage('en', 'en-US'))
  const at = (hours: number, day = 24): number => new Date(2026, 10, day, hours, 5).getTime()
  // Chromium and Node put different spaces before "a.m.".
  const plain = (words: string): string => words.replace(/\s/g, ' ')

  it('moments and counts are Spanish, with the clock of the PC', async () => {
    await setLanguage('es', 'en-US')
    expect(plain(text.time.upcoming(at(9, 25), at(8)))).toBe('mañana a las 9:05 a.m.')
    expect(plain(text.time.since(at(13), at(14)))).toBe('desde la 1:05 p.m.')
    expect(text.time.day(at(9, 22), at(8))).toBe('Domingo')
    expect(text.app.needReply(1)).toBe('1 conversación por responder')
    expect(text.app.needReply(1204)).toBe('1,204 conversaciones por responder')
  })

  it('a PC with 24 hours keeps them, whatever the language', async () => {
    await setLanguage('en', 'de-DE')
    expect(text.time.upcoming(at(21), at(8))).toBe('today 21:05')
    await setLanguage('es', 'es-ES')
    expect(text.time.since(at(13), at(14))).toBe('desde las 13:05')
    expect(text.app.needReply(12_040)).toBe('12.040 conversaciones por responder')
  })

  it.each(['', 'C', 'en_US.UTF-8', undefined])('a PC that says %s of itself breaks nothing', async (pc) => {
    await setLanguage('es', pc)
    expect(text.app.needReply(2)).toBe('2 conversaciones por responder')
  })
})
