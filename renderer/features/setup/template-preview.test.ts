import { describe, expect, it } from 'vitest'
import { fillTemplate } from './template-preview.ts'
import { isWebAddress, withScheme } from './web-address.ts'

const values = { business: 'Cedar Dental', caller: 'Pat', line: 'Main line', bookingLink: '' }

describe('the preview of the first text', () => {
  it('fills the fields', () => {
    expect(fillTemplate('Hi {caller}, this is {business}.', values)).toBe('Hi Pat, this is Cedar Dental.')
  })

  it('leaves no gap where a field is empty, and unknown fields as written', () => {
    expect(fillTemplate('Book here: {bookingLink}  or reply {soon}', values)).toBe('Book here: or reply {soon}')
  })

  it('takes a value as text, even when it looks like a field or a pattern', () => {
    expect(fillTemplate('{business}', { ...values, business: '{line} $&' })).toBe('{line} $&')
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
