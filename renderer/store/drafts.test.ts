import { describe, expect, it } from 'vitest'
import { recent, reconcile } from './drafts.ts'

const text = (body: string, changedAt = 0) => ({ conversationId: 'a', kind: 'text' as const, body, changedAt })
const key = 'text a'

describe('a draft in two places', () => {
  it('comes back into a window that has lost it', () => {
    expect(reconcile([], {}, [text('Hello', 5)])).toEqual({ forWindow: [text('Hello', 5)], forInbox: [] })
  })

  it('is what was typed last', () => {
    expect(reconcile([text('Hello Pat')], { [key]: 9 }, [text('Hello', 5)])).toMatchObject({
      forWindow: [],
      forInbox: [{ body: 'Hello Pat' }],
    })
    expect(reconcile([text('Hello')], { [key]: 3 }, [text('Hello Pat', 5)])).toMatchObject({
      forWindow: [{ body: 'Hello Pat' }],
      forInbox: [],
    })
  })

  it('that was sent or deleted does not come back', () => {
    expect(reconcile([], { [key]: 9 }, [text('Hello', 5)])).toMatchObject({ forWindow: [], forInbox: [{ body: '' }] })
  })

  it('that the inbox does not have yet is given to it', () => {
    expect(reconcile([text('Hello')], {}, [])).toMatchObject({ forWindow: [], forInbox: [{ body: 'Hello' }] })
  })

  it('is left alone where both say the same', () => {
    expect(reconcile([text('Hello')], { [key]: 1 }, [text('Hello', 5)])).toEqual({ forWindow: [], forInbox: [] })
  })
})

it('what was gone long ago is forgotten', () => {
  const day = 24 * 60 * 60 * 1000
  expect(recent({ 'text a': 1, 'text b': 1, 'note c': 99 * day }, [text('Hello')], 100 * day)).toEqual({
    'text a': 1,
    'note c': 99 * day,
  })
})
