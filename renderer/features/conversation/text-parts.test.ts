import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostOf, mapOf, markedPieces, partsOf } from './text-parts.ts'

const usable = (text: string) =>
  partsOf(text)
    .filter(({ kind }) => kind !== 'words')
    .map(({ kind, shown, value }) => [kind, shown, value])

describe('what can be used of a text', () => {
  it('finds links, without what ends the sentence', () => {
    expect(usable('See https://cedar.example/book. Or www.cedar.example!')).toEqual([
      ['link', 'https://cedar.example/book', 'https://cedar.example/book'],
      ['link', 'www.cedar.example', 'https://www.cedar.example/'],
    ])
    expect(usable('(https://en.example/wiki/Oak_(tree))')).toEqual([
      ['link', 'https://en.example/wiki/Oak_(tree)', 'https://en.example/wiki/Oak_(tree)'],
    ])
  })

  it('makes no link of what the app must not open', () => {
    for (const text of [
      'javascript:alert(1)',
      'ftp://cedar.example/x',
      'file:///etc/passwd',
      'https://localhost/x',
      '3.50',
    ])
      expect(usable(text), text).toEqual([])
  })

  it('opens by https what was written without it, and names with an ending that people write', () => {
    expect(usable('http://cedar.example/book and maps.app.goo.gl/aB3, or cedar-dental.com.')).toEqual([
      ['link', 'http://cedar.example/book', 'https://cedar.example/book'],
      ['link', 'maps.app.goo.gl/aB3', 'https://maps.app.goo.gl/aB3'],
      ['link', 'cedar-dental.com', 'https://cedar-dental.com/'],
    ])
    for (const text of [
      'ok.thanks',
      'See you.me too',
      'at 5.30',
      'report.pdf',
      'Dr.com',
      'Mr.Smith/Jones',
      'yes.no/maybe',
      'e.g. this',
      'a@cedar.com.',
    ])
      expect(
        usable(text).filter(([kind]) => kind === 'link'),
        text,
      ).toEqual([])
  })

  it('makes no link, and no mail address, of a part of a longer name, which is somebody else’s', () => {
    for (const text of ['Visite dueñas.org', 'muñoz-dental.com', 'ana@peña.com', 'peña@cedar.com', 'cedar.com-bar'])
      expect(usable(text), text).toEqual([])
    expect(usable('tienda.com.mx, or cedar.org.mx/citas')).toEqual([
      ['link', 'tienda.com.mx', 'https://tienda.com.mx/'],
      ['link', 'cedar.org.mx/citas', 'https://cedar.org.mx/citas'],
    ])
  })

  it('shows where a link really leads', () => {
    expect(hostOf('https://аpple.example/')).toMatch(/^xn--/)
  })

  it('finds mail addresses and places', () => {
    expect(usable('Write to pat.lee@cedar.example, please')).toEqual([
      ['mail', 'pat.lee@cedar.example', 'pat.lee@cedar.example'],
    ])
    expect(mapOf('12 Oak St & Elm')).toBe('https://www.openstreetmap.org/search?query=12%20Oak%20St%20%26%20Elm')
    expect(usable('We are at 12 Oak Street, Suite 4, Davis, CA 95616 now')).toEqual([
      ['place', '12 Oak Street, Suite 4, Davis, CA 95616', '12 Oak Street, Suite 4, Davis, CA 95616'],
    ])
    for (const address of [
      '742 Evergreen Terrace, Springfield',
      '350 5th Ave',
      '123 MAIN ST',
      '1420 Elm street',
      '88 oak ave',
      '1600 N. Main St. Apt 4B, Davis, CA 95616',
    ])
      expect(usable(`I am at ${address}`), address).toEqual([['place', address, address]])
    for (const text of ['I need 2 teeth done at 3 pm Thursday', '24 hours on the road', '2 dogs in the way', '5 st'])
      expect(usable(text), text).toEqual([])
  })

  it('takes the numbers that the engine has found', () => {
    const text = 'Call 530 555 0131 please'
    const parts = partsOf(text, [{ start: 5, end: 17, number: '+15305550131' }])
    expect(parts[1]).toEqual({ kind: 'number', shown: '530 555 0131', value: '+15305550131' })
  })

  it('loses and changes nothing, whatever is written, and is done at once', () => {
    const bits = fc.constantFrom(
      'https://',
      'www.',
      'a@b.',
      '12 Oak ',
      'Street, ',
      '(',
      ')',
      '.',
      ' ',
      '\n',
      'א',
      '👍',
      'A',
    )
    const hostile = fc.array(fc.oneof(bits, fc.string({ unit: 'grapheme', maxLength: 5 })), { maxLength: 120 })
    fc.assert(
      fc.property(hostile, (written) => {
        const text = written.join('')
        const parts = partsOf(text)
        expect(parts.map(({ shown }) => shown).join('')).toBe(text)
        // The quickest of some: what else the machine does says nothing about these words.
        const times = [1, 2, 3].map(() => {
          const before = performance.now()
          partsOf(text)
          return performance.now() - before
        })
        expect(Math.min(...times)).toBeLessThan(100)
      }),
    )
  })
})

describe('words that are looked for', () => {
  it('are marked whatever their case and accents', () => {
    expect(markedPieces('Hola José, ¿josefina?', 'jose')).toEqual([
      { shown: 'Hola ', marked: false },
      { shown: 'José', marked: true },
      { shown: ', ¿', marked: false },
      { shown: 'jose', marked: true },
      { shown: 'fina?', marked: false },
    ])
  })

  it('leave the text as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme', maxLength: 3 }), (text, query) => {
        expect(
          markedPieces(text, query)
            .map(({ shown }) => shown)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})
