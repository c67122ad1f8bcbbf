import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listRow } from '../../electron/contract/testing.ts'
import type { ConversationListItem, ConversationTab } from '../../electron/contract/view-models.ts'
import { before, newsAmong, inPlace, withChanged } from './list-merge.ts'

const row = (id: string, at: number, words = '') => listRow(id, at, { snippet: { kind: 'text-in', text: words } })
const ids = (items: readonly ConversationListItem[]) => items.map(({ id }) => id)
const loaded = (items: ConversationListItem[], nextCursor: string | null = null) => ({ items, nextCursor, revision: 1 })

describe('a list brought in step with what changed', () => {
  const list = loaded([row('a', 30), row('b', 20), row('c', 10)])

  it('has rows that are new or moved in their places, and without those that left', () => {
    const rows = [row('n', 25), row('c', 40)]
    expect(ids(withChanged('all', list, ['n', 'c', 'b'], { rows, revision: 2 }).items)).toEqual(['c', 'a', 'n'])
  })

  it('leaves what stands behind its last row to the next page', () => {
    const long = { ...list, nextCursor: 'more' }
    const rows = [row('old', 5), row('b', 4)]
    expect(ids(withChanged('all', long, ['old', 'b'], { rows, revision: 2 }).items)).toEqual(['a', 'c'])
  })

  it('keeps a row that says the same as the same object', () => {
    const after = withChanged('all', list, ['b'], { rows: [row('b', 20)], revision: 2 })
    expect(after.items[1]).toBe(list.items[1])
  })

  it('is the whole list in order, however it changed', () => {
    const some = fc.uniqueArray(fc.tuple(fc.nat(9).map(String), fc.nat(5)), { selector: ([id]) => id })
    const tab = fc.constantFrom<ConversationTab>('needs-reply', 'all')
    fc.assert(
      fc.property(some, some, tab, (old, changed, of) => {
        const sorted = (rows: ConversationListItem[]) => rows.toSorted((a, b) => (before(of, a, b) ? -1 : 1))
        const start = loaded(sorted(old.map(([id, at]) => row(id, at))))
        const rows = changed.map(([id, at]) => row(id, at))
        const touched = new Set(changed.map(([id]) => id))
        const whole = [...start.items.filter(({ id }) => !touched.has(id)), ...rows]
        const after = withChanged(of, start, [...touched], { rows, revision: 2 })
        expect(ids(after.items)).toEqual(ids(sorted(whole)))
      }),
    )
  })

  it('held back shows each row as it is now, in the place it had, and counts what is to be seen', () => {
    const fresh = [row('c', 50, 'new words'), row('n', 45), ...list.items.slice(0, 2)]
    const shown = inPlace(list.items, new Map(fresh.map((item) => [item.id, item])))
    expect(shown.map(({ id, snippet }) => id + snippet.text)).toEqual(['a', 'b', 'cnew words'])
    expect(newsAmong(list.items, fresh)).toHaveLength(2)
  })
})
