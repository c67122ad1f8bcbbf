import { describe, expect, it } from 'vitest'
import { isWebAddress, withScheme } from './web-address.ts'

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
