import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fail, ok } from '../../electron/contract/result.ts'
import type { CommandInput } from '../../electron/contract/commands.ts'
import type { Draft } from '../../electron/contract/writing.ts'
import { fakeBridge } from './fake-bridge.ts'
import { createWindowStore } from './window-store.ts'

/** An inbox that keeps drafts, and may be away. */
function inbox() {
  const state = {
    drafts: [] as Draft[],
    gone: [] as string[],
    away: false,
    takesNotes: true,
    sent: [] as CommandInput<'messages:send'>[],
  }
  const away = fail('not-ready', 'Away.')
  const fake = fakeBridge({
    'drafts:list': () => (state.away ? away : ok({ drafts: state.drafts })),
    'drafts:save': (draft) => {
      if (state.away) return away
      if (state.gone.includes(draft.conversationId)) return ok({ gone: true })
      const others = state.drafts.filter(
        (each) => each.conversationId !== draft.conversationId || each.kind !== draft.kind,
      )
      state.drafts = draft.body === '' ? others : [...others, { ...draft, changedAt: Date.now() }]
      return ok({ gone: false })
    },
    'messages:send': (input) => {
      state.sent.push(input)
      return ok(undefined)
    },
    'messages:cancel': () => ok({ body: 'Hello' }),
    'notes:save': () => (state.takesNotes ? ok(undefined) : away),
  })
  return { state, ...fake, open: () => createWindowStore(fake.bridge) }
}

let kept: Map<string, string>
beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
  kept = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a text that can still be taken back', () => {
  it('is what Ctrl-Z takes back, into the field, and no more than once', async () => {
    const { open, last, count } = inbox()
    const store = open()
    store.setState({ settings: { writing: { undoSeconds: 5 } } as never })
    const before = vi.fn()
    store.getState().tell('Kim marked done', before)
    await store.getState().sendText('a', 'Hello')
    const { messageId } = last('messages:send') as CommandInput<'messages:send'>
    expect(store.getState().undoable.at(-1)).toMatchObject({ messageId, conversationId: 'a' })
    store.getState().openConversation('b')
    store.getState().showPage('calls')
    store.getState().undoLast()
    await vi.advanceTimersByTimeAsync(0)
    expect(last('messages:cancel')).toEqual({ id: messageId })
    expect(store.getState()).toMatchObject({ drafts: { a: 'Hello' }, openId: 'a', page: 'inbox' })
    expect(store.getState().notices.map(({ message }) => message)).toEqual(['Kim marked done'])
    store.getState().undoLast()
    expect([before.mock.calls.length, count('messages:cancel')]).toEqual([1, 1])
  })

  it('is not, once its seconds are over, or it was taken back by its own button', async () => {
    const { open, last } = inbox()
    const store = open()
    store.setState({ settings: { writing: { undoSeconds: 5 } } as never })
    await store.getState().sendText('a', 'Hello')
    await vi.advanceTimersByTimeAsync(5000)
    expect(store.getState().undoable).toEqual([])
    await store.getState().sendText('a', 'Hello again')
    const { messageId } = last('messages:send') as CommandInput<'messages:send'>
    await store.getState().takeBack('a', messageId)
    expect(store.getState().undoable).toEqual([])
    await store.getState().sendText('a', 'Later', 9_000_000)
    expect(store.getState().undoable).toEqual([])
  })
})

it('other words for a note outlive the switch to another conversation and the window, until they are saved', async () => {
  const { open } = inbox()
  const store = open()
  store.getState().editNote('n', 'Ask Kim, not Ben')
  store.getState().openConversation('b')
  expect(open().getState().noteEdits).toEqual({ n: 'Ask Kim, not Ben' })
  expect(await store.getState().saveNote('a', 'Ask Kim, not Ben', 'n')).toBe(true)
  expect([store.getState().noteEdits, open().getState().noteEdits]).toEqual([{}, {}])
})

describe('a draft', () => {
  it('is kept at least every two seconds of those who never pause', async () => {
    const { state, open } = inbox()
    const store = open()
    for (let typed = 1; typed <= 40; typed += 1) {
      store.getState().setDraft('a', 'x'.repeat(typed))
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(state.drafts[0]?.body.length).toBeGreaterThanOrEqual(20)
    await vi.advanceTimersByTimeAsync(600)
    expect(state.drafts[0]?.body.length).toBe(40)
  })

  it('is kept with the inbox once nobody types, and comes back into a window that has lost everything', async () => {
    const { state, open, count } = inbox()
    const store = open()
    store.getState().setDraft('a', 'Hel')
    store.getState().setDraft('a', 'Hello')
    store.getState().setNoteDraft('a', 'Ask Kim')
    await vi.advanceTimersByTimeAsync(600)
    expect(count('drafts:save')).toBe(2)
    expect(state.drafts.map(({ body }) => body)).toEqual(['Hello', 'Ask Kim'])
    kept.clear()
    const anew = open()
    await anew.getState().syncDrafts()
    expect(anew.getState()).toMatchObject({ drafts: { a: 'Hello' }, noteDrafts: { a: 'Ask Kim' } })
  })

  it('that was sent does not come back, even where the inbox has not heard that it is gone', async () => {
    const { state, open } = inbox()
    const store = open()
    store.getState().setDraft('a', 'Hello')
    await vi.advanceTimersByTimeAsync(600)
    await store.getState().sendText('a', 'Hello')
    expect(state.drafts).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(600)
    await open().getState().syncDrafts()
    expect(store.getState().drafts).toEqual({})
    expect(state.drafts).toEqual([])
  })

  it('of somebody who was erased is gone from the window, too, and so are other words for notes', async () => {
    const { state, open } = inbox()
    const store = open()
    store.getState().setDraft('a', 'Hello')
    store.getState().setNoteDraft('a', 'Ask Kim')
    store.getState().setDraft('b', 'Good morning')
    store.getState().editNote('n', 'Ask Kim, not Ben')
    await vi.advanceTimersByTimeAsync(600)
    state.gone = ['a']
    state.drafts = state.drafts.filter(({ conversationId }) => conversationId !== 'a')
    store.getState().receiveErasure({ phase: 'done' } as never)
    await vi.advanceTimersByTimeAsync(0)
    for (const window of [store, open()])
      expect(window.getState()).toMatchObject({ drafts: { b: 'Good morning' }, noteDrafts: {}, noteEdits: {} })
    expect([...kept.values()].join()).not.toMatch(/Hello|Kim/)
  })

  it('written while the engine was away is given to it when it is back', async () => {
    const { state, open } = inbox()
    state.away = true
    const store = open()
    store.getState().setDraft('a', 'Hello')
    await vi.advanceTimersByTimeAsync(600)
    state.away = false
    await store.getState().syncDrafts()
    expect(state.drafts).toMatchObject([{ conversationId: 'a', kind: 'text', body: 'Hello' }])
  })

  it('that the inbox did not take, since the disk is full, is offered again until it does', async () => {
    const { state, open, count } = inbox()
    state.away = true
    const store = open()
    store.getState().setDraft('a', 'Hello')
    await vi.advanceTimersByTimeAsync(600)
    store.getState().setDraft('a', 'Hello again')
    await vi.advanceTimersByTimeAsync(6_000)
    state.away = false
    await vi.advanceTimersByTimeAsync(6_000)
    expect(state.drafts).toMatchObject([{ conversationId: 'a', body: 'Hello again' }])
    const before = count('drafts:save')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(count('drafts:save')).toBe(before)
  })
})

describe('a text', () => {
  it('can be undone, or is for the time that was chosen', async () => {
    const { state, open } = inbox()
    const store = open()
    await store.getState().sendText('a', 'Hello')
    await store.getState().sendText('a', 'See you', 2_000_000)
    expect(state.sent.map(({ when }) => when)).toEqual([{ kind: 'undoable' }, { kind: 'at', at: 2_000_000 }])
  })

  it('that was taken back stands in the composer again, before what has been typed since', async () => {
    const { open } = inbox()
    const store = open()
    await store.getState().sendText('a', 'Hello')
    store.getState().setDraft('a', 'And')
    await store.getState().takeBack('a', 'id')
    expect(store.getState()).toMatchObject({ drafts: { a: 'Hello\nAnd' }, outgoing: [{}] })
  })
})

describe('a note', () => {
  it('leaves its draft when it is saved, and comes back when it could not be', async () => {
    const { state, open, last } = inbox()
    const store = open()
    store.getState().setNoteDraft('a', 'Ask Kim ')
    expect(await store.getState().saveNote('a', 'Ask Kim ')).toBe(true)
    expect(last('notes:save')).toMatchObject({ conversationId: 'a', body: 'Ask Kim' })
    expect(store.getState().noteDrafts).toEqual({})
    state.takesNotes = false
    expect(await store.getState().saveNote('a', 'Ask Pat')).toBe(false)
    expect(store.getState().noteDrafts).toEqual({ a: 'Ask Pat' })
  })
})
