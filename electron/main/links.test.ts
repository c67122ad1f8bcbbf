import { describe, expect, it } from 'vitest'
import { outsideLink } from './links.ts'

describe('a link that leaves the app', () => {
  it.each([
    ['https://example.com/book?x=1#y', 'https://example.com/book?x=1#y'],
    ['HTTPS://EXAMPLE.com', 'https://example.com/'],
    ['tel:+15305550101', 'tel:+15305550101'],
    ['mailto:desk@example.com', 'mailto:desk@example.com'],
    // As the browser will read it, not as it was written.
    [' \thttps://example.com/\n', 'https://example.com/'],
  ])('%j opens', (url, opened) => {
    expect(outsideLink(url)).toBe(opened)
  })

  it.each([
    'http://example.com/',
    'file:///etc/hostname',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,hi',
    'smb://server/share',
    'ms-msdt:/id',
    'app://ringback/index.html',
    'https://bank.example@elsewhere.example/',
    'https://',
    'example.com',
    '//example.com',
    '',
  ])('%j does not', (url) => {
    expect(outsideLink(url)).toBeNull()
  })
})
