import { afterEach, describe, expect, it, vi } from 'vitest'
import { fail, ok } from '../../electron/contract/result.ts'
import { listRow } from '../../electron/contract/testing.ts'
import { fakeBridge } from './fake-bridge.ts'
import { shownList } from './inbox-slice.ts'
import { createWindowStore } from './window-store.ts'

const row = listRow

async function started() {
  const engine = { rows: [row('a', 1), row('b', 2)], revision: 1, refuses: null as string | null }
  const fake = fakeBridge({
    'conversations:list': ({ ids, query, filter }) => {
      engine.revision += 1
      const rows = engine.rows.filter(({ id }) => (!ids || ids.includes(id)) && (!query || id.includes(query)))
      const count = (filter?.line ?? null) === null ? engine.rows.length : 1
      return ok({
        items: rows,
        counts: { 'needs-reply': count, waiting: 0, done: 0, all: count },
        needsReply: engine.rows.length,
        nextCursor: null,
        revision: engine.revision,
      })
    },
    'conversations:change-many': ({ ids }) =>
      engine.refuses && ids.includes(engine.refuses)
        ? fail('not-ready', 'Away.')
        : ok({ changed: ids.filter((id) => id !== 'b') }),
    'tags:list': () => ok({ tags: [], revision: 1 }),
    'conversations:get': () => fail('not-ready', 'Away.'),
    'contacts:opt-out-many': ({ ids }) => ok({ changed: ids }),
  })
  const store = createWindowStore(fake.bridge)
  await store.getState().refreshList()
  const shown = () => shownList(store.getState())?.items.map(({ id }) => id)
  return { engine, store, shown, ...fake }
}

afterEach(() => vi.useRealTimers())

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
    expect(store.getState().held?.news.size).toBe(1)
    store.getState().release()
    expect([shown(), store.getState().held]).toEqual([['n', 'a', 'b'], null])
  })

  it('counts each new row once, however often the list changes while it is kept back', async () => {
    const { engine, store } = await started()
    vi.useFakeTimers()
    store.getState().watchList(() => false)
    const comes = async (...rows: ReturnType<typeof row>[]) => {
      engine.rows = [...rows, ...engine.rows.filter(({ id }) => rows.every((other) => other.id !== id))]
      store.getState().followChanges(rows.map(({ id }) => id))
      await vi.advanceTimersByTimeAsync(250)
      return store.getState().held?.news.size
    }
    expect(await comes(row('n', -1))).toBe(1)
    expect(await comes(row('m', -2))).toBe(2)
    expect(await comes({ ...row('b', 2), lastActivityAt: 9e12 })).toBe(3)
    expect(await comes({ ...row('b', 2), lastActivityAt: 9e12, unread: false })).toBe(3)
    expect(await comes({ ...row('n', -1), lastActivityAt: 9e12 })).toBe(3)
  })

  it('keeps back, too, what comes when anything may have changed', async () => {
    const { engine, store, shown } = await started()
    vi.useFakeTimers()
    store.getState().watchList(() => false)
    engine.rows = [row('n', 0), row('a', 1), row('b', 2)]
    store.getState().followChanges([])
    await vi.advanceTimersByTimeAsync(0)
    expect([shown(), store.getState().held?.news.size]).toEqual([['a', 'b'], 1])
    engine.rows = [row('m', 0), row('n', 0), row('a', 1), row('b', 2)]
    store.getState().followChanges(Array.from({ length: 600 }, (_, n) => `x${n}`))
    await vi.advanceTimersByTimeAsync(250)
    expect(shown()).toEqual(['a', 'b'])
    await store.getState().refreshList()
    expect(shown()).toEqual(['m', 'n', 'a', 'b'])
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
    void search('a')
    await settle()
    expect([store.getState().tab, last('conversations:list')]).toMatchObject(['all', { query: 'a', tab: 'all' }])
    void search('')
    expect(store.getState().tab).toBe('needs-reply')
    void search('a')
    showTab('waiting')
    await settle()
    expect(last('conversations:list')).toMatchObject({ query: 'a', tab: 'waiting' })
    void search('')
    expect(store.getState().tab).toBe('waiting')
  })

  it('never shows the answer to words that are not in the field any more', async () => {
    const { store, shown, settle } = await started()
    void store.getState().search('a')
    void store.getState().search('ab')
    void store.getState().search('b')
    await settle()
    expect(shown()).toEqual(['b'])
  })

  it('tells when what is typed was looked for, also where it was already', async () => {
    const { store, shown } = await started()
    await store.getState().search('b')
    expect(shown()).toEqual(['b'])
    void store.getState().search('a')
    await store.getState().search(' a ')
    expect(shown()).toEqual(['a'])
  })

  it('opens the details, too, where the words stand in them', async () => {
    const { store } = await started()
    const said = { kind: 'note' as const, text: 'b', marks: [], at: null, itemId: null }
    store.getState().openRow({ ...row('b', 2), hit: { name: [], number: [], company: null, said } })
    expect(store.getState()).toMatchObject({ openId: 'b', contactShown: true })
    store.getState().openRow(row('a', 1))
    expect(store.getState().contactShown).toBe(false)
  })

  it('opens a neighbour where the words were said', async () => {
    const { engine, store } = await started()
    const hit = {
      name: [],
      number: [],
      company: null,
      said: { kind: 'text-in', text: 'b', marks: [], at: 1, itemId: 'm7' },
    }
    engine.rows = [{ ...row('b', 2), hit: hit as never }]
    await store.getState().search('b')
    const asked: unknown[] = []
    store.setState({ openConversation: (...args) => void asked.push(args) })
    store.getState().openNeighbour(1)
    expect(asked).toEqual([['b', { itemId: 'm7' }]])
  })

  it('asks with the filter, and for the whole list anew', async () => {
    const { store, last, settle } = await started()
    store.getState().narrow({ line: '+12125550100' })
    expect(shownList(store.getState())).toBeNull()
    await settle()
    expect(last('conversations:list')).toMatchObject({ filter: { line: '+12125550100', tagIds: [] } })
    // The badge tells of the whole inbox.
    expect([store.getState().counts?.['needs-reply'], store.getState().needsReply]).toEqual([1, 2])
  })
})

it('a filter goes with the tag that it was for', async () => {
  const { store } = await started()
  store.getState().narrow({ tagIds: ['vip'], line: '+12125550100' })
  await store.getState().refreshTags()
  expect(store.getState().filter).toMatchObject({ tagIds: [], line: '+12125550100' })
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

  it('stay picked out where they could not be changed', async () => {
    const { engine, store } = await started()
    engine.rows = Array.from({ length: 250 }, (_, n) => row(`r${n}`, n))
    await store.getState().refreshList()
    engine.refuses = 'r249'
    await store.getState().markAll()
    await store.getState().changeMarked('done')
    expect(store.getState().notices.map(({ message }) => message)).toEqual(['Away.', '200 conversations marked done'])
    expect(store.getState().marked.size).toBe(50)
    expect(store.getState().marked.has('r249')).toBe(true)
  })

  it('are all of the list, also what was not scrolled to yet, until something else is picked out', async () => {
    const { store } = await started()
    const page = (from: number) =>
      Array.from({ length: 100 }, (_, n) => row(`r${String(from + n).padStart(4, '0')}`, from + n))
    const list = { items: page(0), nextCursor: '100' as string | null, revision: 1 }
    const read = (most: number) => ({
      loadMore: async () => {
        const { items } = shownList(store.getState()) ?? list
        const nextCursor = items.length + 100 < most ? String(items.length + 100) : null
        store.setState({ lists: { 'needs-reply': { ...list, items: [...items, ...page(items.length)], nextCursor } } })
      },
    })
    store.setState({ lists: { 'needs-reply': list }, ...read(350) })
    await store.getState().markAll()
    expect(store.getState().marked.size).toBe(400)
    store.setState({ lists: { 'needs-reply': list }, ...read(9000) })
    await store.getState().markAll()
    expect(store.getState().marked.size).toBe(2000)
    store.setState({ lists: { 'needs-reply': list } })
    const all = store.getState().markAll()
    store.getState().mark(['r0003'])
    await all
    expect([...store.getState().marked]).toEqual(['r0003'])
  })

  it('are not picked out any more once they are not in the list', async () => {
    const { engine, store } = await started()
    store.getState().mark(['a', 'b'])
    engine.rows = [row('b', 2)]
    await store.getState().refreshList()
    expect([...store.getState().marked]).toEqual(['b'])
  })

  it('are all between two boxes when the second is pressed with Shift', async () => {
    const { engine, store } = await started()
    engine.rows = Array.from({ length: 6 }, (_, n) => row(`r${n}`, n))
    await store.getState().refreshList()
    const { toggleMark, markThrough } = store.getState()
    toggleMark('r1')
    markThrough('r4')
    expect([...store.getState().marked]).toEqual(['r1', 'r2', 'r3', 'r4'])
    markThrough('r0')
    expect(store.getState().marked.size).toBe(5)
    markThrough('gone')
    expect(store.getState().marked.size).toBe(5)
  })

  it('are none where the open conversation is not in the list: it alone is marked unread', async () => {
    const { store, last } = await started()
    store.getState().openConversation('elsewhere')
    await store.getState().toggleUnread()
    expect(last('conversations:change-many')).toEqual({ ids: ['elsewhere'], change: 'unread' })
    expect(store.getState()).toMatchObject({ openId: null })
    expect(store.getState().marked.size).toBe(0)
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
