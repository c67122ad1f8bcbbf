import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fail, ok } from '../../electron/contract/result.ts'
import type { CommandInput } from '../../electron/contract/commands.ts'
import type { Result } from '../../electron/contract/result.ts'
import type { ConversationDetail, MessageItem } from '../../electron/contract/view-models.ts'
import { fakeBridge } from './fake-bridge.ts'
import { startSync } from './sync.ts'
import { createWindowStore } from './window-store.ts'

type Send = CommandInput<'messages:send'>

const stopped = fail('not-ready', 'Ringback’s engine stopped.', 'Try again.')

/** An engine that takes texts and may keep quiet about it. */
function office() {
  const engine = { takes: true, answer: ok(undefined) as Result<void>, tells: true, sent: [] as Send[], revision: 1 }
  const fake = fakeBridge({
    'messages:send': (input) => {
      const known = engine.sent.some(({ messageId }) => messageId === input.messageId)
      if (engine.takes && !known) engine.sent.push(input)
      engine.revision += 1
      return engine.answer
    },
    'conversations:get': ({ id }) => (engine.tells ? ok(detail(id, engine)) : stopped),
  })
  const open = () => {
    const store = createWindowStore(fake.bridge)
    store.getState().openConversation('a')
    return store
  }
  return { engine, open, ...fake }
}

function detail(id: string, { sent, revision }: { sent: Send[]; revision: number }): ConversationDetail {
  const contact = { id: 'c', number: '+15305550101', numberForPeople: '(530) 555-0101', name: 'Pat Lee' }
  const seen = { firstSeenAt: 0, calls: 0, missedCalls: 0, earlier: [], notes: '', lines: [], tags: [], numbers: [] }
  const about = { nameFrom: null, pbxName: null, company: '', blocked: false }
  return {
    id,
    contact: {
      ...contact,
      ...seen,
      ...about,
      optedOut: null,
      optOutAsked: false,
      automaticThisWeek: { sent: 0, most: 3 },
    },
    state: 'waiting',
    timeline: sent.map(({ messageId, body }): MessageItem => {
      const text = { kind: 'message', id: messageId, at: 0, direction: 'out', author: 'staff', body } as const
      return { ...text, state: 'sent', step: null, secondsAfterCall: null, problem: null, dueAt: null, pictures: [] }
    }),
    hasOlder: false,
    firstNew: null,
    followUp: null,
    noTextReason: null,
    quiet: null,
    bookingLink: null,
    revision,
  }
}

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  })
})
afterEach(() => vi.unstubAllGlobals())

describe('a text whose answer was lost', () => {
  it('is sent again under the same id, also with blanks around it, and so goes out once', async () => {
    const { engine, open } = office()
    const store = open()
    Object.assign(engine, { answer: stopped, tells: false })
    await store.getState().sendText('a', 'Hello')
    expect(store.getState().drafts['a']).toBe('Hello')
    Object.assign(engine, { answer: ok(undefined), tells: true })
    await store.getState().sendText('a', ' Hello ')
    expect(engine.sent.map(({ body }) => body)).toEqual(['Hello'])
    expect(store.getState()).toMatchObject({ drafts: {}, attempts: {} })
  })

  it('leaves the draft as soon as the time line shows that it was taken', async () => {
    const { engine, open } = office()
    const store = open()
    engine.answer = stopped
    await store.getState().sendText('a', 'Hello')
    await store.getState().refreshConversation()
    expect(store.getState()).toMatchObject({ drafts: {}, attempts: {}, outgoing: [] })
  })

  it('stays in the draft while the time line does not have it', async () => {
    const { engine, open } = office()
    const store = open()
    Object.assign(engine, { answer: stopped, takes: false })
    await store.getState().sendText('a', 'Hello')
    await store.getState().refreshConversation()
    expect(store.getState().drafts['a']).toBe('Hello')
  })

  it('keeps its id over a reload of the window', async () => {
    const { engine, open, last } = office()
    Object.assign(engine, { answer: stopped, takes: false })
    await open().getState().sendText('a', 'Hello')
    const before = last('messages:send') as Send
    const reloaded = open()
    expect(reloaded.getState().drafts['a']).toBe('Hello')
    Object.assign(engine, { answer: ok(undefined), takes: true })
    await reloaded.getState().sendText('a', 'Hello')
    expect((last('messages:send') as Send).messageId).toBe(before.messageId)
  })

  it('is back in the draft when the window is reloaded before any answer', () => {
    const { open } = office()
    const store = open()
    void store.getState().sendText('a', 'Hello')
    store.getState().setDraft('a', 'And')
    expect(open().getState().drafts['a']).toBe('Hello\nAnd')
  })

  it('takes only its own lines out of what has been typed since', async () => {
    const { engine, open, settle } = office()
    const store = open()
    engine.answer = stopped
    const asked = store.getState().sendText('a', 'Hello\nPat')
    store.getState().setDraft('a', 'See you')
    await asked
    await settle()
    expect(store.getState().drafts['a']).toBe('See you')
  })

  it('is named when something else is sent instead, so that both never go out unseen', async () => {
    const { engine, open, last } = office()
    const store = open()
    Object.assign(engine, { answer: stopped, takes: false })
    await store.getState().sendText('a', 'Helo')
    const before = last('messages:send') as Send
    engine.answer = ok(undefined)
    await store.getState().sendText('a', 'Hello')
    expect(last('messages:send')).toMatchObject({ body: 'Hello', instead: [before.messageId] })
    expect(store.getState().attempts).toEqual({})
  })

  it('is no lost text when the time line has it before the answer fails', async () => {
    const { engine, open } = office()
    const store = open()
    engine.answer = stopped
    const asked = store.getState().sendText('a', 'Hello')
    const arrived = store.getState().refreshConversation()
    await Promise.all([asked, arrived])
    expect(store.getState().drafts).toEqual({})
  })
})

describe('a text that was refused for good', () => {
  it('gets a new id next time', async () => {
    const { engine, open, last } = office()
    const store = open()
    Object.assign(engine, { answer: fail('not-allowed', 'They want no texts.'), takes: false })
    await store.getState().sendText('a', 'Hello')
    const before = last('messages:send') as Send
    await store.getState().sendText('a', 'Hello')
    expect((last('messages:send') as Send).messageId).not.toBe(before.messageId)
    expect(last('messages:send')).not.toHaveProperty('instead')
  })
})

describe('a reply in a toast whose answer was lost', () => {
  it('goes out once when it is sent from the window', async () => {
    const { engine, open, bridge, raise } = office()
    const store = open()
    engine.tells = false
    const messageId = crypto.randomUUID()
    engine.sent.push({ conversationId: 'a', messageId, body: 'Hello' })
    const stop = startSync(store, bridge)
    raise('draft:keep', { conversationId: 'a', messageId, body: 'Hello' })
    stop()
    expect(store.getState().drafts['a']).toBe('Hello')
    await store.getState().sendText('a', 'Hello')
    expect(engine.sent).toHaveLength(1)
  })
})

it('the same words sent twice on purpose go out twice', async () => {
  const { engine, open } = office()
  const store = open()
  await Promise.all([store.getState().sendText('a', 'Ok'), store.getState().sendText('a', 'Ok')])
  await store.getState().sendText('a', 'Ok')
  expect(engine.sent).toHaveLength(3)
})
