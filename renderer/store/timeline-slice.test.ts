import { beforeEach, describe, expect, it } from 'vitest'
import { fail, ok } from '../../electron/contract/result.ts'
import type { ConversationDetail, TimelineItem } from '../../electron/contract/view-models.ts'
import { fakeBridge } from './fake-bridge.ts'
import { shownTimeline, unseenBelow } from './timeline-slice.ts'
import { mostHeld } from './timeline-window.ts'
import { createWindowStore } from './window-store.ts'
import type { WindowStore } from './window-store.ts'

/** An engine with a conversation of so many notes, and two texts that wait. */
function engine(length: number) {
  const state = { length, revision: 1, firstNew: null as string | null }
  const note = (number: number): TimelineItem => ({ kind: 'note', id: `n${number}`, at: number, body: '' })
  const items = (from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from) }, (_, index) => note(from + index))
  const page = (from: number, to: number, anchor: string | null) => {
    const start = Math.max(0, from)
    const end = Math.min(state.length, to)
    return { items: items(start, end), hasOlder: start > 0, hasNewer: end < state.length, anchor, revision: 1 }
  }
  const waiting = {
    kind: 'message',
    id: 'w',
    at: 0,
    direction: 'out',
    author: 'auto',
    body: '',
    state: 'queued',
    step: null,
    secondsAfterCall: null,
    problem: null,
    dueAt: 1,
    pictures: [],
  } as const satisfies TimelineItem
  const place = (id: string) => Number(id.slice(1))
  const bridge = fakeBridge({
    'conversations:get': ({ id, limit = 60 }) => {
      const { items: newest, hasOlder } = page(state.length - limit, state.length, null)
      const { revision, firstNew } = state
      const detail = {
        id,
        timeline: [...newest, waiting],
        hasOlder,
        firstNew,
        revision,
        contact: { id: 'c', numbers: [] },
      }
      return ok(detail as unknown as ConversationDetail)
    },
    'timeline:read': ({ part, limit = 60, since }) => {
      const newer = since === undefined ? 0 : state.length - 1 - place(since)
      const read = () => {
        switch (part.kind) {
          case 'before':
            return page(place(part.id) - limit, place(part.id), null)
          case 'after':
            return page(place(part.id) + 1, place(part.id) + 1 + limit, null)
          case 'around':
            return page(place(part.id) - limit / 2, place(part.id) + limit / 2, part.id)
          case 'from':
            return page(part.at - limit / 2, part.at + limit / 2, `n${part.at}`)
          case 'between':
            return page(place(part.from), place(part.to) + 1, null)
        }
      }
      const found = read()
      return found.items.length === 0 ? fail('not-found', 'Gone.') : ok({ ...found, newer })
    },
    'timeline:find': () =>
      ok({
        hits: [
          { id: 'n900', at: 900 },
          { id: 'n100', at: 100 },
        ],
      }),
  })
  return { state, ...bridge }
}

let office: ReturnType<typeof engine>
let store: WindowStore
beforeEach(async () => {
  office = engine(1000)
  store = createWindowStore(office.bridge)
  store.getState().openConversation('a')
  await office.settle()
})

const shown = () => shownTimeline(store.getState())
/** First and last of what has happened and is drawn. */
const span = () => {
  const happened = shown().items.filter(({ kind }) => kind === 'note')
  return [happened[0]?.id, happened.at(-1)?.id]
}

describe('a long conversation', () => {
  it('opens at its end with one page, and what waits at its foot', () => {
    expect(span()).toEqual(['n940', 'n999'])
    expect(shown().items.at(-1)?.id).toBe('w')
    expect(shown()).toMatchObject({ hasOlder: true, hasNewer: false })
  })

  it('slides along as one scrolls: all of it can be read, never more than a part is held', async () => {
    const { loadOlder, loadNewer } = store.getState()
    for (let page = 0; page < 80 && shown().hasOlder; page += 1) {
      await loadOlder()
      expect(shown().items.length).toBeLessThanOrEqual(mostHeld + 1)
    }
    expect(span()[0]).toBe('n0')
    expect(shown()).toMatchObject({ hasOlder: false, hasNewer: true })
    for (let page = 0; page < 80 && shown().hasNewer; page += 1) {
      await loadNewer()
      expect(shown().items.length).toBeLessThanOrEqual(mostHeld + 1)
    }
    await office.settle()
    expect(span()).toEqual([`n${1000 - mostHeld}`, 'n999'])
    expect(store.getState().past).toBeNull()
    store.getState().toEnd()
    expect(span()).toEqual(['n940', 'n999'])
  })

  it('asks for one page at a time', async () => {
    const { loadOlder } = store.getState()
    await Promise.all([loadOlder(), loadOlder(), loadOlder()])
    expect(office.count('timeline:read')).toBe(1)
  })

  it('keeps what was scrolled to when something changes, and objects that say the same', async () => {
    await store.getState().loadOlder()
    const kept = () => shown().items.find(({ id }) => id === 'n930')
    const before = kept()
    office.state.revision = 2
    office.state.length = 1001
    await store.getState().refreshConversation()
    expect(span()).toEqual(['n926', 'n1000'])
    expect(kept()).toBe(before)
  })

  it('opens at an item that is looked for, and counts what comes in meanwhile', async () => {
    store.getState().openConversation('b', { itemId: 'n500' })
    await office.settle()
    expect(span()).toEqual(['n470', 'n529'])
    expect(store.getState()).toMatchObject({ shownItem: { id: 'n500' }, past: { newer: 0 } })
    office.state.length = 1003
    await store.getState().refreshConversation()
    expect(store.getState().past?.newer).toBe(3)
    expect(span()).toEqual(['n470', 'n529'])
    store.getState().toEnd()
    expect(span()[1]).toBe('n1002')
  })

  it('is at its end when the item that is looked for is near it', async () => {
    await store.getState().showItem('n990')
    expect(store.getState()).toMatchObject({ past: null, shownItem: { id: 'n990' } })
    await store.getState().showItem('n930')
    await office.settle()
    expect(store.getState().past?.hasNewer ?? false).toBe(true)
  })

  it('goes where it was told last, however long the answers take', async () => {
    const there = store.getState().showItem('n100')
    store.getState().toEnd()
    await there
    expect(store.getState()).toMatchObject({ past: null, shownItem: null })
    const day = store.getState().showDay(300)
    const item = store.getState().showItem('n990')
    await Promise.all([day, item])
    expect(store.getState()).toMatchObject({ past: null, shownItem: { id: 'n990' } })
  })

  it('goes to a day', async () => {
    await store.getState().showDay(300)
    expect(store.getState().shownItem).toEqual({ id: 'n300' })
  })

  it('leaves the past behind when another conversation is opened', async () => {
    await store.getState().showItem('n100')
    store.getState().openConversation('b')
    expect(store.getState()).toMatchObject({ past: null, shownItem: null, newFrom: null, find: null })
  })
})

describe('finding', () => {
  it('goes to the newest hit, then further back, and round again', async () => {
    const { openFind, findHere, nextHit, closeFind } = store.getState()
    openFind()
    await findHere(' pot ')
    expect(store.getState()).toMatchObject({ find: { query: 'pot', at: 0 }, shownItem: { id: 'n900' } })
    await nextHit(1)
    expect(store.getState().shownItem).toEqual({ id: 'n100' })
    await nextHit(1)
    expect(store.getState().shownItem).toEqual({ id: 'n900' })
    await findHere('')
    expect(store.getState().find).toEqual({ query: '', hits: [], at: 0 })
    closeFind()
    expect(store.getState().find).toBeNull()
  })
})

it('an answer that comes late is not taken for that to what was typed since', async () => {
  const answers: (() => void)[] = []
  const slow = createWindowStore({
    ...office.bridge,
    request: async (name, input) => {
      if (name === 'timeline:find') await new Promise<void>((answer) => answers.push(answer))
      return office.bridge.request(name, input)
    },
  })
  slow.getState().openConversation('b')
  slow.getState().openFind()
  const first = slow.getState().findHere('po')
  const second = slow.getState().findHere('pot')
  answers[1]?.()
  await second
  answers[0]?.()
  await first
  expect(slow.getState().find?.query).toBe('pot')
})

it('the "new" line stays where it was when the conversation was opened', async () => {
  office.state.firstNew = 'n990'
  store.getState().openConversation('b')
  await office.settle()
  office.state.firstNew = null
  office.state.revision = 3
  await store.getState().refreshConversation()
  expect(store.getState().newFrom).toBe('n990')
})

it('the "new" line goes on to what comes while nobody looks, once the earlier was read', async () => {
  office.state.firstNew = 'n990'
  store.getState().openConversation('b')
  await office.settle()
  Object.assign(office.state, { firstNew: null, revision: 3 })
  await store.getState().refreshConversation()
  Object.assign(office.state, { firstNew: 'n1000', length: 1001, revision: 4 })
  await store.getState().refreshConversation()
  expect(store.getState().newFrom).toBe('n1000')
})

describe('what is new below', () => {
  beforeEach(async () => {
    office.state.firstNew = 'n995'
    store.getState().openConversation('b')
    await office.settle()
  })
  const unseen = () => unseenBelow(store.getState())

  it('is counted from where one had read, however far one scrolls up', async () => {
    expect(unseen()).toBe(5)
    for (let page = 0; page < 15; page += 1) await store.getState().loadOlder()
    expect(store.getState().past).not.toBeNull()
    expect(unseen()).toBe(5)
    office.state.length = 1001
    await store.getState().refreshConversation()
    expect(unseen()).toBe(6)
    await store.getState().showItem('n100')
    expect(unseen()).toBe(6)
    store.getState().toEnd()
    store.getState().sawEnd()
    expect(unseen()).toBe(0)
  })

  it('is nothing once the end was in view, whether or not anything changed while it was', async () => {
    store.getState().sawEnd()
    expect(unseen()).toBe(0)
    office.state.length = 1001
    await store.getState().refreshConversation()
    expect(unseen()).toBe(1)
  })
})
