import { afterEach, describe, expect, it } from 'vitest'
import { commands } from './commands.ts'
import type { CommandName } from './commands.ts'
import { refusedInput } from './refused-input.ts'
import { setLanguage, words } from './text/index.ts'

afterEach(() => setLanguage('en', 'en-US'))

function refused(name: CommandName, input: unknown) {
  const { error } = commands[name].input.safeParse(input)
  if (!error) throw new Error('It was taken')
  return refusedInput(error)
}

const texting = { kind: 'twilio', accountSid: 'AC1', apiKey: '', from: '+15305550100', baseUrl: '' }
const closed = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
const night = [{ from: '20:00', to: '02:00' }]
const hours = { timeZone: 'America/Chicago', week: closed, exceptions: [] }

describe('an answer that cannot be taken', () => {
  it.each<[CommandName, object, field: string, en: string, es: string]>([
    [
      'settings:save-quiet-hours',
      { from: '21:00', to: '08:00', byState: true },
      'to',
      'earlier to a later',
      'más tarde',
    ],
    ['settings:save-quiet-hours', { from: '8', to: '21:00', byState: true }, 'from', 'like 08:30', 'como 08:30'],
    ['texting:check', { ...texting, apiKey: 'AC1' }, 'apiKey', 'starts with SK', 'empieza con SK'],
    ['texting:check', { ...texting, from: '' }, 'from', 'Fill this in', 'Llene este campo'],
    ['texting:check', { ...texting, from: '+1'.repeat(40) }, 'from', 'longer than 40', 'más de 40'],
    ['texting:check', { ...texting, baseUrl: 'nowhere' }, 'baseUrl', 'https://', 'dirección web'],
    ['phone-system:save', { host: 'pbx', port: 70_000, username: 'desk' }, 'port', '65,535 or less', '65,535 o menos'],
    ['phone-system:save', { host: 'pbx', port: Number.NaN, username: 'desk' }, 'port', 'a number', 'un número'],
  ])('of %s with %j is told beside its field, in both languages', (name, input, field, english, spanish) => {
    expect(refused(name, input).fields?.[field]).toContain(english)
    setLanguage('es', 'en-US')
    expect(refused(name, input).fields?.[field]).toContain(spanish)
    expect(refused(name, input).remedy).toBe(words.refusals.correct)
  })

  it('of the week names its day', () => {
    const mixed = { ...closed, mon: night, tue: [{ from: '01:00', to: '09:00' }] }
    const bad = { ...hours, week: mixed }
    expect(refused('settings:save-hours', bad).message).toBe('Monday: This lasts into the hours of the next day.')
    setLanguage('es', 'es-MX')
    expect(refused('settings:save-hours', bad)).toMatchObject({
      message: 'Lunes: Este horario llega hasta el del día siguiente.',
      fields: { 'week.mon': 'Este horario llega hasta el del día siguiente.' },
    })
  })

  it('that only a mistake of ours can have made is said to be incomplete', () => {
    expect(refused('conversations:get', { id: 7 })).toEqual({ code: 'bad-input', message: words.desktop.incomplete })
  })
})
