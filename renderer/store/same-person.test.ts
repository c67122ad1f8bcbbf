import { expect, test } from 'vitest'
import { ok } from '../../electron/contract/result.ts'
import type { ConversationDetail, ConversationListItem } from '../../electron/contract/view-models.ts'
import { fakeBridge } from './fake-bridge.ts'
import { rowOf } from './inbox-slice.ts'
import { conversationsIn, numberOf, numbersOf, shows, standsFor } from './same-person.ts'
import { createWindowStore } from './window-store.ts'

const numbers = ['a', 'b'].map((id) => ({ contactId: `c-${id}`, conversationId: id }))
const note = { kind: 'note', id: 'n1', at: 1, body: 'Mornings' }

test('another number of the person is written to on the same time line, with what was begun', async () => {
  const fake = fakeBridge({
    'conversations:get': ({ id }) =>
      ok({
        id,
        timeline: [{ ...note }],
        hasOlder: false,
        firstNew: null,
        revision: 1,
        contact: { id: `c-${id}`, numbers },
      } as unknown as ConversationDetail),
  })
  const store = createWindowStore(fake.bridge)
  const now = () => store.getState()
  now().openConversation('a')
  await fake.settle()
  const line = now().detail?.timeline[0]
  now().setDraft('a', 'Hello')
  now().writeTo('b')
  // What is drawn stays until the other number's state is known.
  expect(shows(now().detail, now().openId)).toBe(true)
  await fake.settle()
  expect(now().detail?.contact.id).toBe('c-b')
  expect(now().detail?.timeline[0]).toBe(line)
  expect(now().drafts).toEqual({ b: 'Hello' })
  expect(conversationsIn(now().detail as ConversationDetail)).toEqual(['b', 'a'])
  now().openConversation('x')
  expect(now().detail).toBeNull()
})

test('each item tells on which of several numbers it happened', () => {
  const detail = (all: { conversationId: string | null; numberForPeople: string }[]) =>
    ({ id: 'a', contact: { numbers: all } }) as ConversationDetail
  const first = { conversationId: 'a', numberForPeople: '(530) 555-0101' }
  const of = (all: Parameters<typeof detail>[0], conversationId?: string) =>
    numberOf(numbersOf(detail(all)), detail(all), conversationId === undefined ? {} : { conversationId })
  expect(of([])).toBeNull()
  // The other one was never used: what happened was on this one.
  expect(of([first, { conversationId: null, numberForPeople: '(530) 555-0102' }])).toBe('(530) 555-0101')
  const second = { conversationId: 'b', numberForPeople: '(530) 555-0102' }
  expect(of([first, second], 'b')).toBe('(530) 555-0102')
})

test('the row of a person is found by any of their conversations', () => {
  const row = { id: 'a', others: ['b'] } as ConversationListItem
  expect(['a', 'b', 'c', null].map((id) => standsFor(row, id))).toEqual([true, true, false, false])
  const store = createWindowStore(fakeBridge({}).bridge)
  store.setState({ lists: { 'needs-reply': { items: [row], nextCursor: null, revision: 1 } } })
  expect(rowOf(store.getState(), 'b')).toBe('a')
  expect(rowOf(store.getState(), 'c')).toBe('c')
})
