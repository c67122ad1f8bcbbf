import { describe, expect, it } from 'vitest'
import type { MessageItem } from '../../../electron/contract/view-models.ts'
import { rowsOf } from './timeline-rows.ts'

const noon = new Date(2026, 10, 24, 12).getTime()
const minute = 60_000

function text(id: string, at: number, change: Partial<MessageItem> = {}): MessageItem {
  const said = { kind: 'message', id, at, direction: 'in', author: 'contact', body: id, state: 'received' } as const
  return { ...said, step: null, secondsAfterCall: null, problem: null, dueAt: null, pictures: [], ...change }
}
const ours = { direction: 'out', author: 'staff', state: 'delivered' } as const
const groups = (items: MessageItem[], newFrom: string | null = null) =>
  rowsOf(items, newFrom, true).map(({ inGroup }) => inGroup)

describe('texts', () => {
  it('by one side soon after one another are one group', () => {
    expect(groups([text('a', noon), text('b', noon + minute), text('c', noon + 2 * minute)])).toEqual([
      'first',
      'middle',
      'last',
    ])
    expect(groups([text('a', noon), text('b', noon + 6 * minute)])).toEqual(['alone', 'alone'])
    expect(groups([text('a', noon), text('b', noon + minute, ours)])).toEqual(['alone', 'alone'])
  })

  it('that came differently far say so each', () => {
    expect(groups([text('a', noon, ours), text('b', noon, { ...ours, state: 'sent' })])).toEqual(['alone', 'alone'])
    expect(groups([text('a', noon, { ...ours, state: 'failed' }), text('b', noon, ours)])).toEqual(['alone', 'alone'])
  })

  it('on both sides of midnight or of the "new" line are two groups', () => {
    const midnight = noon + 12 * 60 * minute
    expect(groups([text('a', midnight - minute), text('b', midnight + minute)])).toEqual(['alone', 'alone'])
    expect(groups([text('a', noon), text('b', noon + minute)], 'b')).toEqual(['alone', 'alone'])
  })
})

it('a line tells where the new begins, but not above all there ever was', () => {
  const items = [text('a', noon), text('b', noon + minute)]
  expect(rowsOf(items, 'b', false).map(({ isNew }) => isNew)).toEqual([false, true])
  expect(rowsOf(items, 'a', false)[0]?.isNew).toBe(false)
  expect(rowsOf(items, 'a', true)[0]?.isNew).toBe(true)
})

it('each day has its heading', () => {
  const items = [text('a', noon), text('b', noon + minute), text('c', noon + 24 * 60 * minute)]
  expect(rowsOf(items, null, false).map(({ newDay }) => newDay)).toEqual([true, false, true])
})
