import { expect, it } from 'vitest'
import { date, number, setLocale, zone } from './locale.ts'

it('is written in the variety of the PC, and in the usual one where the PC names none that is known', () => {
  setLocale('en', 'en-GB')
  expect(date(0, { dateStyle: 'short', timeZone: 'UTC' })).toBe('01/01/1970')
  for (const pc of ['C', '', 'en_US.UTF-8', undefined]) {
    setLocale('es', pc)
    expect(number(1234567)).toBe('1,234,567')
    expect(date(0, { month: 'long', timeZone: 'UTC' })).toBe('enero')
  }
})

it('keeps a time of day on one line with its AM or PM', () => {
  setLocale('en', 'en-US')
  expect(date(0, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' })).toBe('12:00\u00a0AM')
  expect(date(0, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })).toBe('Jan 1, 1970, 12:00\u00a0AM')
})

it('calls a time zone as people do, and leaves what is none as it is written', () => {
  setLocale('en', 'en-US')
  expect(['America/Chicago', 'America/Indiana/Knox', 'UTC'].map(zone)).toEqual([
    'Central Time (Chicago)',
    'Central Time (Knox, Indiana)',
    'UTC',
  ])
  expect(['', 'America/Nowhere', 'centr'].map(zone)).toEqual(['', 'America/Nowhere', 'centr'])
  setLocale('es', 'es-US')
  expect(zone('America/Los_Angeles')).toBe('Hora del Pacífico (Los Angeles)')
})
