import { afterEach, describe, expect, it, vi } from 'vitest'
import { firstQuestions } from '../../electron/contract/first-questions.ts'
import { ok } from '../../electron/contract/result.ts'
import { listRow } from '../../electron/contract/testing.ts'
import type { ConversationDetail, ConversationListItem } from '../../electron/contract/view-models.ts'
import { fakeBridge } from './fake-bridge.ts'
import { shownList } from './inbox-slice.ts'
import { startSync } from './sync.ts'
import { createWindowStore } from './window-store.ts'

const contact = { id: 'c', number: '+15305550101', numberForPeople: '(530) 555-0101', name: 'Pat Lee' }
const row = (id: string) => listRow(id, 0, { contact })
const detail = (id: string, revision: number): ConversationDetail => ({
  id,
  contact: {
    ...contact,
    firstSeenAt: 0,
    calls: 0,
    missedCalls: 0,
    optedOut: null,
    optOutAsked: false,
    automaticThisWeek: { sent: 0, most: 3 },
    earlier: [],
    notes: '',
    lines: [],
    tags: [],
    nameFrom: null,
    pbxName: null,
    company: '',
    blocked: false,
    numbers: [],
  },
  state: 'needs-reply',
  hasOlder: false,
  firstNew: null,
  timeline: [],
  followUp: null,
  noTextReason: null,
  quiet: null,
  bookingLink: null,
  revision,
})

let stop = (): void => undefined
afterEach(() => stop())

async function started(revision = 5) {
  const engine = { revision, rows: [row('a'), row('b')], sends: true }
  const fake = fakeBridge({
    'conversations:list': () =>
      ok({
        items: engine.rows,
        counts: { 'needs-reply': engine.rows.length, waiting: 0, done: 0, all: engine.rows.length },
        needsReply: engine.rows.length,
        nextCursor: null,
        revision: engine.revision,
      }),
    'conversations:get': ({ id }) => ok(detail(id, engine.revision)),
    'conversations:mark-done': ({ id }) => {
      engine.rows = engine.rows.filter((item) => item.id !== id)
      engine.revision += 1
      return ok(undefined)
    },
    'conversations:undo-done': ({ id }) => {
      engine.rows = [row(id), ...engine.rows]
      engine.revision += 1
      return ok(undefined)
    },
    'parties:list': () => ok({ outside: [], inside: [], lines: [], settingsRead: null }),
    'messages:send': () =>
      engine.sends
        ? ok(undefined)
        : { ok: false, failure: { code: 'not-allowed', message: 'They want no texts.', remedy: 'Call them.' } },
  })
  const store = createWindowStore(fake.bridge)
  stop = startSync(store, fake.bridge)
  await fake.settle()
  return { engine, store, ...fake }
}

describe('the window in step with the engine', () => {
  it('asks first what the preload has asked for it, word for word', async () => {
    const { last } = await started()
    for (const [name, input] of firstQuestions) expect(JSON.stringify(last(name))).toBe(JSON.stringify(input))
  })

  it('shows what main had kept, and then how it is', async () => {
    const { store, count } = await started(-1)
    expect(count('conversations:list')).toBe(2)
    expect(shownList(store.getState())?.items).toHaveLength(2)
  })

  it('reads nothing twice when it hears at its start that the engine runs', async () => {
    const { count, raise, settle } = await started()
    raise('engine:state', { state: 'running', message: null })
    await settle()
    expect(count('conversations:list')).toBe(1)
    raise('engine:state', { state: 'starting', message: null })
    raise('engine:state', { state: 'running', message: null })
    raise('engine:state', { state: 'running', message: null })
    await settle()
    expect(count('conversations:list')).toBe(2)
  })

  it('drops an event that the snapshot already holds', async () => {
    const { count, raise, settle } = await started(5)
    raise('conversations:changed', { ids: ['a'], revision: 5 })
    await settle()
    expect(count('conversations:list')).toBe(1)
  })

  it('reads again on a newer event, and the open conversation only when it is concerned', async () => {
    const { engine, store, count, raise, settle } = await started(5)
    store.getState().openConversation('a')
    await settle()
    engine.revision = 6
    raise('conversations:changed', { ids: ['b'], revision: 6 })
    await settle()
    expect([count('conversations:list'), count('conversations:get')]).toEqual([2, 1])
    engine.revision = 7
    raise('conversations:changed', { ids: [], revision: 7 })
    await settle()
    expect(count('conversations:get')).toBe(2)
  })

  it('keeps rows that did not change as the same objects', async () => {
    const { engine, store, raise, settle } = await started(5)
    const before = shownList(store.getState())?.items[0]
    engine.rows = [row('a'), { ...row('b'), unread: false }]
    engine.revision = 6
    raise('conversations:changed', { ids: ['b'], revision: 6 })
    await settle()
    const after = shownList(store.getState())?.items
    expect(after?.[0]).toBe(before)
    expect(after?.[1]?.unread).toBe(false)
  })

  it('does not let an older answer replace a newer one', async () => {
    const { engine, store, settle } = await started(5)
    engine.revision = 4
    engine.rows = []
    await store.getState().refreshList()
    await settle()
    expect(shownList(store.getState())?.items).toHaveLength(2)
  })

  it('finds out that the office has several lines, and does not forget it with the next list', async () => {
    const { engine, store, settle } = await started(5)
    const onLine = (id: string, line: string) => ({ ...row(id), line })
    const read = async (...rows: ConversationListItem[]): Promise<boolean> => {
      Object.assign(engine, { rows, revision: engine.revision + 1 })
      await store.getState().refreshList()
      await settle()
      return store.getState().severalLines
    }
    expect(await read(onLine('a', 'Front'), onLine('b', 'Front'), row('c'))).toBe(false)
    expect(await read(onLine('a', 'Service'))).toBe(true)
    expect(await read(onLine('a', 'Front'))).toBe(true)
  })

  it('takes the word of a new engine process that counts from the start again', async () => {
    const { engine, store, raise, settle } = await started(500)
    engine.revision = 1
    engine.rows = [row('a')]
    raise('engine:state', { state: 'stopped', message: null })
    raise('engine:state', { state: 'running', message: null })
    await settle()
    expect(shownList(store.getState())).toMatchObject({ revision: 1, items: [{ id: 'a' }] })
  })
})

describe('what staff do', () => {
  it('a text is seen at once, goes out under an id of the window, and the draft is gone', async () => {
    const { store, last, settle } = await started()
    store.getState().openConversation('a')
    store.getState().setDraft('a', ' Hello ')
    void store.getState().sendText('a', ' Hello ')
    expect(store.getState().outgoing[0]?.item).toMatchObject({ body: 'Hello', state: 'queued' })
    expect(store.getState().drafts['a']).toBeUndefined()
    await settle()
    expect(last('messages:send')).toMatchObject({
      conversationId: 'a',
      body: 'Hello',
      messageId: expect.stringMatching(/^[\da-f-]{36}$/) as string,
    })
  })

  it('a text that was refused comes back as the draft, with the reason', async () => {
    const { engine, store } = await started()
    engine.sends = false
    await store.getState().sendText('a', 'Hello')
    expect(store.getState().drafts['a']).toBe('Hello')
    expect(store.getState().outgoing).toEqual([])
    expect(store.getState().notices.at(-1)).toMatchObject({ message: 'They want no texts.', remedy: 'Call them.' })
  })

  it('done opens the next one who waits, and can be undone', async () => {
    const { store, last, settle } = await started()
    store.getState().openConversation('a')
    await settle()
    await store.getState().markDone('a')
    expect(store.getState().openId).toBe('b')
    expect(shownList(store.getState())?.items.map(({ id }) => id)).toEqual(['b'])
    store.getState().notices.at(-1)?.undo?.()
    await settle()
    expect(last('conversations:undo-done')).toEqual({ id: 'a' })
    expect(shownList(store.getState())?.items.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('lines and phones are read again when something new is known of them, once they were shown', async () => {
    const { store, count, raise, settle } = await started()
    raise('parties:changed', { revision: 99 })
    await settle()
    expect(count('parties:list')).toBe(0)
    await store.getState().refreshParties()
    raise('parties:changed', { revision: 100 })
    await settle()
    expect(count('parties:list')).toBe(2)
    expect(store.getState().parties?.outside).toEqual([])
  })

  it('a search looks through all conversations and gives the tab back when it is cleared', async () => {
    const { store, last, settle } = await started()
    void store.getState().search('pat')
    await settle()
    expect(last('conversations:list')).toMatchObject({ tab: 'all', query: 'pat' })
    expect(store.getState().tab).toBe('all')
    void store.getState().search('')
    expect(store.getState().tab).toBe('needs-reply')
  })
})

describe('a window that is locked', () => {
  it('shows and says nothing, and reads everything once it is open', async () => {
    let locked = true
    const refused = { ok: false, failure: { code: 'locked', message: 'Ringback is locked.' } } as const
    const { bridge, raise, settle, count } = fakeBridge({
      'conversations:list': () =>
        locked
          ? refused
          : ok({
              items: [row('a')],
              counts: { 'needs-reply': 1, waiting: 0, done: 0, all: 1 },
              needsReply: 1,
              nextCursor: null,
              revision: 1,
            }),
    })
    const store = createWindowStore(bridge)
    stop = startSync(store, bridge)
    await settle()
    expect(store.getState()).toMatchObject({ lock: 'locked', notices: [] })
    store.getState().complain(refused.failure)
    expect(store.getState().notices).toEqual([])

    locked = false
    raise('lock:changed', { lock: 'open' })
    await settle()
    expect(store.getState().lock).toBe('open')
    expect(shownList(store.getState())?.items.map(({ id }) => id)).toEqual(['a'])
    expect(count('conversations:list')).toBe(2)
  })

  it('goes on where the user stood, though its page was loaded anew', async () => {
    const kept = new Map<string, string>()
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    })
    let locked = false
    const refused = { ok: false, failure: { code: 'locked', message: 'Ringback is locked.' } } as const
    const { bridge, raise, settle } = fakeBridge({
      'conversations:list': () =>
        locked
          ? refused
          : ok({
              items: [],
              counts: { 'needs-reply': 0, waiting: 0, done: 0, all: 0 },
              needsReply: 0,
              nextCursor: null,
              revision: 1,
            }),
      'conversations:get': ({ id }) => ok(detail(id, 1)),
    })
    const page = () => {
      const store = createWindowStore(bridge)
      stop = startSync(store, bridge)
      return store
    }
    const before = page()
    raise('lock:changed', { lock: 'open' })
    before.getState().openConversation('b')
    locked = true
    raise('lock:changed', { lock: 'locked' })
    stop()
    const after = page()
    await settle()
    expect(after.getState()).toMatchObject({ lock: 'locked', openId: null })
    locked = false
    raise('lock:changed', { lock: 'open' })
    await settle()
    vi.unstubAllGlobals()
    expect(after.getState().openId).toBe('b')
  })
})
