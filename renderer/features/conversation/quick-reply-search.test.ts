import { describe, expect, it } from 'vitest'
import type { QuickReply } from '../../../electron/contract/writing.ts'
import { askedAt, fitting } from './quick-reply-search.ts'

const reply = (name: string, body: string): QuickReply => ({ id: name, name, template: body, body, uses: 0 })

describe('a slash', () => {
  it('asks at the beginning of a word, up to the caret', () => {
    expect(askedAt('/', 1)).toEqual({ start: 0, query: '' })
    expect(askedAt('Hi /bo ok?', 6)).toEqual({ start: 3, query: 'bo' })
    expect(askedAt('Hi\n/call back', 13)).toEqual({ start: 3, query: 'call back' })
  })

  it('asks nothing within a word, an address or a date', () => {
    for (const draft of ['and/or', 'https://x', '1/2', 'Hi', 'a //', 'Tue / Wed', 'now / '])
      expect(askedAt(draft, draft.length), draft).toBeNull()
  })
})

describe('replies that fit', () => {
  const replies = [reply('thanks', 'You can book again'), reply('rebook', 'x'), reply('Book', 'y'), reply('café', 'z')]
  const names = (query: string) => fitting(replies, query).map(({ name }) => name)

  it('begin with what was typed, or have it somewhere', () => {
    expect(names('book')).toEqual(['Book', 'rebook', 'thanks'])
    expect(names('CAFE')).toEqual(['café'])
    expect(names('nothing')).toEqual([])
    expect(names('')).toHaveLength(4)
  })

  it('are found among five hundred well within 50 ms', () => {
    const many = Array.from({ length: 500 }, (_, index) => reply(`reply ${index}`, `Words of ${index}. `.repeat(20)))
    fitting(many, 'nine')
    const times = ['4', '49', '499', 'words of 3'].map((query) => {
      const before = performance.now()
      fitting(many, query)
      return performance.now() - before
    })
    // The quickest: what else the machine does says nothing about the search.
    expect(Math.min(...times)).toBeLessThan(50)
  })
})
