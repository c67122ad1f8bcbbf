import { describe, expect, it, vi } from 'vitest'
import { ok } from '../../electron/contract/result.ts'
import { listRow } from '../../electron/contract/testing.ts'
import { fakeBridge } from './fake-bridge.ts'
import { shownList } from './inbox-slice.ts'
import { createWindowStore } from './window-store.ts'

const row = listRow

async function started() {
  const engine = { rows: [row('a', 1), row('b', 2)], revision: 1, optedOut: new Set<string>() }
  const fake = fakeBridge({
    'conversations:list': ({ ids, query }) => {
      engine.revision += 1
      const rows = engine.rows.filter(({ id }) => (!ids || ids.includes(id)) && (!query || id.includes(query)))
      const count = engine.rows.length
      return ok({
        items: rows,
        counts: { 'needs-reply': count, waiting: 0, done: 0, all: count },
        nextCursor: null,
        revision: engine.revision,
      })
    },
    'conversations:change-many': ({ ids }) => ok({ changed: ids.filter((id) => id !== 'b') }),
    'contacts:opt-out-many': ({ ids }) => ok({ changed: ids }),
  })
  const store = createWindowStore(fake.bridge)
  await store.getState().refreshList()
  const shown = () => shownList(store.getState())?.items.map(({ id }) => id)
  return { engine, store, shown, ...fake }
}

describe('the list', () => {
  it('reads only what changed', async () => {
    const { engine, store, shown, last, settle } = await started()
    engine.rows = [row('b', 2), row('n', 3)]
    store.getState().followChanges(['a', 'n'])
    await settle()
    expect(last('conversations:list')).toMatchObject({ ids: ['a', 'n'] })
    expect(shown()).toEqual(['b', 'n'])
  })

  it('follows when who scrolls rests, and after five seconds even if not', async () => {
    const { engine, store, shown, count } = await started()
    vi.useFakeTimers({ now: 1_000_000 })
    try {
      const scrollFor = async (ms: number) => {
        for (let passed = 0; passed < ms; passed += 50) {
          store.getState().noteScroll()
          await vi.advanceTimersByTimeAsync(50)
        }
      }
      store.getState().noteScroll()
      engine.rows = [row('b', 2)]
      store.getState().followChanges(['a'])
      store.getState().followChanges(['b'])
      await scrollFor(3000)
      expect([count('conversations:list'), shown()]).toEqual([1, ['a', 'b']])
      await vi.advanceTimersByTimeAsync(300)
      expect([count('conversations:list'), shown()]).toEqual([2, ['b']])
      store.getState().noteScroll()
      store.getState().followChanges(['b'])
      await scrollFor(4900)
      expect(count('conversations:list')).toBe(2)
      await scrollFor(200)
      expect(count('conversations:list')).toBe(3)
    } finally {
      vi.useRealTimers()
    }
  })

  it('keeps back what would move under the pointer, and shows it when it may', async () => {
    const { engine, store, shown, settle } = await started()
    store.getState().watchList(() => false)
    engine.rows = [row('n', 0), row('a', 1), { ...row('b', 2), unread: false }]
    store.getState().followChanges(['n', 'b'])
    await settle()
    expect(shown()).toEqual(['a', 'b'])
    expect(shownList(store.getState())?.items[1]?.unread).toBe(false)
    expect(store.getState().held?.news).toBe(1)
    store.getState().release()
    expect([shown(), store.getState().held]).toEqual([['n', 'a', 'b'], null])
  })

  it('shows at once what the user did', async () => {
    const { engine, store, shown } = await started()
    store.getState().watchList(() => false)
    engine.rows = [row('b', 2)]
    await store.getState().refreshList()
    expect(shown()).toEqual(['b'])
  })

  it('searches everywhere first, stays in the tab that is chosen then, and goes back when it ends', async () => {
    const { store, last, settle } = await started()
    const { search, showTab } = store.getState()
    search('a')
    await settle()
    expect([store.getState().tab, last('conversations:list')]).toMatchObject(['all', { query: 'a', tab: 'all' }])
    search('')
    expect(store.getState().tab).toBe('needs-reply')
    search('a')
    showTab('waiting')
    await settle()
    expect(last('conversations:list')).toMatchObject({ query: 'a', tab: 'waiting' })
    search('')
    expect(store.getState().tab).toBe('waiting')
  })

  it('never shows the answer to words that are not in the field any more', async () => {
    const { store, shown, settle } = await started()
    store.getState().search('a')
    store.getState().search('ab')
    store.getState().search('b')
    await settle()
    expect(shown()).toEqual(['b'])
  })

  it('asks with the filter, and for the whole list anew', async () => {
    const { store, last, settle } = await started()
    store.getState().narrow({ line: '+12125550100' })
    expect(shownList(store.getState())).toBeNull()
    await settle()
    expect(last('conversations:list')).toMatchObject({ filter: { line: '+12125550100', tagIds: [] } })
  })
})

describe('several at once', () => {
  it('are done together, and what really changed is taken back by Undo', async () => {
    const { store, last, settle } = await started()
    store.getState().mark(['a', 'b', 'gone'])
    await store.getState().changeMarked('done')
    expect(last('conversations:change-many')).toEqual({ ids: ['a', 'b'], change: 'done' })
    expect(store.getState().marked.size).toBe(0)
    store.getState().undoLast()
    await settle()
    expect(last('conversations:change-many')).toEqual({ ids: ['a'], change: 'undo-done' })
  })

  it('get no more texts only after a yes', async () => {
    const { store, count, last } = await started()
    store.getState().mark(['a', 'b'])
    store.getState().askNoTexts(true)
    expect(store.getState().askingNoTexts).toEqual({ contactIds: ['c-a', 'c-b'], already: 0 })
    expect(count('contacts:opt-out-many')).toBe(0)
    await store.getState().stopTexts()
    expect(last('contacts:opt-out-many')).toEqual({ ids: ['c-a', 'c-b'], wish: 'no-texts' })
  })

  it('are forgotten with the list they were in', async () => {
    const { store } = await started()
    store.getState().mark(['a'])
    store.getState().showTab('all')
    expect(store.getState().marked.size).toBe(0)
  })
})
