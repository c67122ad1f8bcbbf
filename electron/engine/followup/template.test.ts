import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentencesOf, writeText } from './template.ts'
import type { TemplateFields } from './template.ts'

const fields: TemplateFields = { business: 'Oak Dental', caller: 'Pat', line: 'Front desk', bookingLink: '' }
const stop = ' Reply STOP and we will not text you again.'

function body(template: string, changed: Partial<TemplateFields> = {}): string {
  const text = writeText(template, { ...fields, ...changed })
  if (!text.ok) throw new Error(text.problem)
  return text.body
}

describe('a template', () => {
  test('has its fields filled in and says how to opt out', () => {
    expect(body('Hi {caller}, this is {business} ({line}).')).toBe(`Hi Pat, this is Oak Dental (Front desk).${stop}`)
  })

  test('takes the fallback where there is no value', () => {
    expect(body('{business}: hi {caller|neighbour}', { caller: null })).toBe(`Oak Dental: hi neighbour${stop}`)
    expect(body('{business}: hi {caller}', { caller: 'WIRELESS CALLER' })).toBe(`Oak Dental: hi there${stop}`)
  })

  test('is not given the opt-out line when it has one of its own, and is when it only mentions a stop', () => {
    expect(body('{business}. Text STOP to end.')).toBe('Oak Dental. Text STOP to end.')
    expect(body('{business}. Reply “stop” to end.')).toBe('Oak Dental. Reply “stop” to end.')
    expect(body('{business}: text us or stop by.')).toBe(`Oak Dental: text us or stop by.${stop}`)
    expect(body('{business}: stop by any time.')).toBe(`Oak Dental: stop by any time.${stop}`)
  })

  test('names the business even when it forgets to', () => {
    expect(body('Sorry we missed you.')).toBe(`Oak Dental: Sorry we missed you.${stop}`)
  })

  test.each([
    ['Book at {bookingLink}', 'bookingLink'],
    ['Hi {name}', 'name'],
    ['Hi {caller', 'brace'],
  ])('"%s" is refused with its reason', (template, reason) => {
    const text = writeText(template, fields)
    expect(text).toMatchObject({ ok: false })
    expect(!text.ok && text.problem).toContain(reason)
  })
})

describe('a booking link', () => {
  test('that is missing leaves out its sentence, and only that', () => {
    expect(body('{business}: sorry we missed you! Ask for Dr. Lee. Book with Dr. Lee: {bookingLink} Thanks!')).toBe(
      `Oak Dental: sorry we missed you! Ask for Dr. Lee.${stop}`,
    )
    const template = '{business}: hello.\nBook here: {bookingLink}\nOr reply.'
    expect(body(template)).toBe(`Oak Dental: hello.\nOr reply.${stop}`)
    expect(body(template, { bookingLink: 'https://oak.example' })).toContain('\nBook here: https://oak.example\n')
  })

  test('that is missing gives way to its fallback', () => {
    expect(body('{business}: hello. Book: {bookingLink|call 555-0100. Or reply}.')).toBe(
      `Oak Dental: hello. Book: call 555-0100. Or reply.${stop}`,
    )
  })
})

describe('the style of a text', () => {
  const style = { namesBusiness: false, addOptOut: false, plainPunctuation: true, language: 'en' } as const

  test('leaves name and opt-out wording to the template where it shall', () => {
    expect(writeText('Can we still help?', fields, style)).toEqual({ ok: true, body: 'Can we still help?' })
  })

  test('turns typographic marks into plain ones where that saves a part, if it shall', () => {
    const long = `We’re here${'.'.repeat(80)}`
    expect(writeText(long, fields, style)).toMatchObject({ body: long.replace('’', "'") })
    expect(writeText(long, fields, { ...style, plainPunctuation: false })).toMatchObject({ body: long })
  })
})

test('the sentences of a text are the whole of it', () => {
  const piece = fc.constantFrom('a', ' ', '. ', '!', '…', '\n', '{', '}', '|', 'Dr. ')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      expect(sentencesOf(pieces.join('')).join('')).toBe(pieces.join(''))
    }),
  )
})

describe('a caller’s name', () => {
  test('is one line of plain characters, whatever the phone network sends', () => {
    expect(body('{business}: hi {caller}', { caller: 'Pat\r\nGet rich\u202e {business}\u0000' })).toBe(
      `Oak Dental: hi Pat Get rich business${stop}`,
    )
  })

  test('can neither add lines, nor fields, nor length without end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (caller) => {
        const written = body('{business}: hi {caller|there}, bye', { caller })
        expect(written).not.toMatch(/[\p{Cc}{}]/u)
        expect(written.startsWith('Oak Dental: hi ') && written.endsWith(`, bye${stop}`)).toBe(true)
        expect(written.length).toBeLessThan(250)
      }),
    )
  })
})
