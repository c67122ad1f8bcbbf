import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileFor, pictureFor } from './app-files.ts'

const folder = path.resolve('/opt/ringback/out/renderer')
const inside = (...parts: string[]) => path.join(folder, ...parts)

describe('the file of an address', () => {
  it.each([
    ['app://ringback/', inside('index.html')],
    ['app://ringback/index.html?theme=dark#top', inside('index.html')],
    ['app://ringback/assets/index-1a.js', inside('assets', 'index-1a.js')],
    ['app://ringback/assets/a%20b.svg', inside('assets', 'a b.svg')],
  ])('%s is found', (url, file) => {
    expect(fileFor(url, folder)).toBe(file)
  })

  it.each([
    'app://ringback/..%2f..%2fpackage.json',
    'app://ringback/assets/..%2f..%2fmain/index.js',
    // A neighbour whose name begins with the folder's own.
    'app://ringback/..%2frenderer-secrets/key.json',
    'app://ringback/index.html%00.png',
    'app://ringback/%E0%A4%A',
    'app://elsewhere/index.html',
    'app://ringback.example/index.html',
    'file:///opt/ringback/out/renderer/index.html',
    'https://ringback/index.html',
    'index.html',
  ])('%s is none', (url) => {
    expect(fileFor(url, folder)).toBeNull()
  })

  it('never lies outside, whatever is asked', () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '',
      '/',
      '\\',
      '%2e%2e',
      '%2f',
      '%5c',
      '..%2f',
      'a',
      'etc',
      '%00',
      'C:',
      '~',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), fc.constantFrom('/', ''), (parts, joint) => {
        const file = fileFor(`app://ringback/${parts.join(joint)}`, folder)
        expect(file === null || file.startsWith(folder + path.sep)).toBe(true)
      }),
    )
  })
})

describe('the picture of an address', () => {
  it('is found by its name', () => {
    expect(pictureFor('app://ringback/pictures/ME1f.png', folder)).toBe(inside('ME1f.png'))
  })

  it.each([
    'app://ringback/pictures/..%2finbox.sqlite',
    'app://ringback/pictures/../inbox.png',
    'app://ringback/pictures/secrets.json',
    'app://ringback/pictures/a.svg',
    'app://ringback/pictures/a.b.png',
    'app://ringback.example/pictures/a.png',
    'https://ringback/pictures/a.png',
  ])('%s is none', (url) => {
    expect(pictureFor(url, folder)).toBeNull()
  })
})
