import { afterEach, describe, expect, test } from 'vitest'
import { countSegments } from '../../../telephony/sms/segments.ts'
import { languages } from '../../contract/preferences.ts'
import type { Language } from '../../contract/preferences.ts'
import { standardTexts } from '../../contract/standard-texts.ts'
import { setLanguage } from '../../contract/text/index.ts'
import { stepNames } from '../../contract/texts.ts'
import { second, TextingOffice } from '../outbox/testing.ts'
import { wish } from '../opt-out/wish.ts'
import { withoutQuotes } from '../opt-out/quoted.ts'
import { defaultsOf } from '../settings/sections.ts'
import { previewOf } from './lint.ts'
import { writeText } from './template.ts'

afterEach(() => setLanguage('en', 'en-US'))

const fields = { business: 'Northside Family Dental and Implants', caller: null, line: null, bookingLink: '' }
const style = { namesBusiness: true, addOptOut: true, plainPunctuation: true }

function body(template: string, language: Language, caller: string | null = null): string {
  const text = writeText(template, { ...fields, business: 'Oak Dental', caller }, { ...style, language })
  if (!text.ok) throw new Error(text.problem)
  return text.body
}

describe.each(languages)('the standard texts in %s', (language) => {
  test.each(stepNames)(
    'the %s fits one SMS with a long name and how to opt out, and is nothing to object to',
    (name) => {
      const business = fields.business.slice(0, 35)
      const options = { first: name === 'first', fields: { ...fields, business }, ...style, language }
      const { body: said, segments, findings } = previewOf(standardTexts[language][name], options)
      expect([segments, countSegments(said ?? '').encoding]).toEqual([1, 'GSM-7'])
      expect(said).toContain(business)
      expect(said).toMatch(/STOP/)
      expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([])
    },
  )

  test('name the booking link in plain characters', () => {
    const { body: said } = previewOf(standardTexts[language].second, {
      first: false,
      fields: { ...fields, bookingLink: 'https://oak.example/book' },
      ...style,
      language,
    })
    expect(said).toContain('https://oak.example/book')
    expect(countSegments(said ?? '').encoding).toBe('GSM-7')
  })

  test('quoted back by a phone are no wish for no more texts', () => {
    const said = body(standardTexts[language].first, language)
    expect(wish(withoutQuotes(`Le gustó “${said}”`, [said]))).toBeNull()
  })
})

describe('a text in Spanish', () => {
  test.each([
    ['Hola {caller}, gracias por llamar', 'Hola, gracias por llamar'],
    ['¿Le llamamos, {caller}?', '¿Le llamamos?'],
    ['{caller}, gracias por llamar', 'Gracias por llamar'],
    ['Hola. {caller|}, le escribimos', 'Hola. Le escribimos'],
    ['Hola {caller|vecino}, gracias', 'Hola vecino, gracias'],
    ['Gracias por llamar a {line}', 'Gracias por llamar a nuestra oficina'],
  ])('goes without the name of a caller who has none: "%s"', (template, said) => {
    expect(body(template, 'es')).toBe(`Oak Dental: ${said} Responda STOP si no quiere mensajes.`)
  })

  test('has the name where there is one', () => {
    expect(body('Hola {caller}, gracias', 'es', 'Ana')).toContain('Hola Ana, gracias')
    expect(body('Hola {caller}, gracias', 'es', 'DESCONOCIDO')).toContain('Hola, gracias')
  })

  test('is not told twice how to opt out', () => {
    expect(body('{business}. Envíe stop para no recibir mensajes.', 'es')).toBe(
      'Oak Dental. Envíe stop para no recibir mensajes.',
    )
  })

  test('with an accent that plain SMS lacks says what it costs, and what it would cost without', () => {
    const options = { first: true, fields, ...style, language: 'es' as const }
    const { segments, findings } = previewOf('{business}: aquí estamos. ¿Qué día le conviene mañana?', options)
    expect(segments).toBe(2)
    expect(findings.find(({ severity }) => severity === 'warning')?.message).toBe(
      'í makes this text dear: it is sent and billed as 2 texts. With plain letters in their place it would be 1 text.',
    )
  })
})

describe('the language of the texts', () => {
  test('is the window’s until the office saves its texts', () => {
    expect(defaultsOf('texts')).toMatchObject({ language: 'en', steps: { first: { usual: standardTexts.en.first } } })
    setLanguage('es', 'es-US')
    expect(defaultsOf('texts')).toMatchObject({ language: 'es', steps: { third: { usual: standardTexts.es.third } } })
  })

  test('goes out as it was previewed, byte for byte', async () => {
    const office = new TextingOffice()
    await office.open()
    const template = 'Hola {caller}: aquí {business} – “le” llamamos… ¿mañana?'
    Object.assign(office.settings.texts, { language: 'es' })
    office.settings.texts.steps.first.usual = template
    await office.call()
    await office.pass(16 * second)
    const { body: previewed } = previewOf(template, {
      first: true,
      fields: { business: 'Oak Dental', caller: null, line: null, bookingLink: '' },
      ...style,
      language: 'es',
    })
    expect(office.sent()).toEqual([previewed])
    await office.end()
  })
})
