import { describe, expect, it } from 'vitest'
import { previewText } from './template-preview.ts'
import { isWebAddress, withScheme } from './web-address.ts'

const values = { business: 'Cedar Dental', caller: 'Pat', line: 'Main line', bookingLink: '' }

describe('the preview of the first text', () => {
  it('fills the fields and adds how to opt out', () => {
    expect(previewText('Hi {caller}, this is {business}.', values).body).toBe(
      'Hi Pat, this is Cedar Dental. Reply STOP and we will not text you again.',
    )
  })

  it('says who writes, and keeps the office’s own opt-out wording', () => {
    expect(previewText('Sorry we missed you! Text STOP to opt out.', values).body).toBe(
      'Cedar Dental: Sorry we missed you! Text STOP to opt out.',
    )
  })

  it('takes a fallback where a field is empty, and otherwise tells that the text cannot go out', () => {
    expect(previewText('{business}: {bookingLink|call again}. STOP', values).body).toBe(
      'Cedar Dental: call again. STOP',
    )
    expect(previewText('{business}: {bookingLink}', values).problem).toContain('booking link')
  })

  it('names a field it does not know, and a brace that belongs to none', () => {
    expect(previewText('{bussiness}', values).problem).toContain('{bussiness}')
    expect(previewText('Hi {caller', values).problem).not.toBeNull()
  })

  it('takes a value as text, even when it looks like a field or a pattern', () => {
    expect(previewText('{business} STOP', { ...values, business: '{line} $&' }).body).toBe('{line} $& STOP')
  })
})

describe('a booking link', () => {
  it('gets its scheme when people leave it out', () => {
    expect(withScheme(' cedar.example/book ')).toBe('https://cedar.example/book')
    expect(withScheme('http://cedar.example')).toBe('http://cedar.example')
    expect(withScheme('')).toBe('')
  })

  it('is refused when it is no web address', () => {
    expect(isWebAddress('https://cedar.example/book')).toBe(true)
    expect(isWebAddress(withScheme('javascript:alert(1)'))).toBe(false)
    expect(isWebAddress('https://not an address')).toBe(false)
  })
})
