import { expect, test } from 'vitest'
import type { CallRow } from '../../electron/contract/call-list.ts'
import { fakeBridge } from './fake-bridge.ts'
import { createWindowStore } from './window-store.ts'

const call = (id: string) => ({ id, at: 1, endedAt: 2 }) as CallRow
const page = (ids: string, nextCursor: string | null) => ({
  ok: true as const,
  value: { items: ids.split('').map(call), gaps: [], nextCursor },
})

/** Pages of two: all calls are a to f, the missed ones x and y. */
function pages() {
  const fake = fakeBridge({
    'calls:list': ({ filter, cursor }) => {
      if (filter?.kind === 'missed') return page('xy', null)
      return cursor === undefined ? page('ab', 'b') : cursor === 'b' ? page('cd', 'd') : page('ef', null)
    },
    'export:calls': () => {
      fake.raise('export:progress', { calls: 1000 })
      seen.push(store.getState().exportedCalls)
      return { ok: true, value: { file: 'C:\\Users\\Kim\\calls.csv', calls: 1204 } }
    },
  })
  const store = createWindowStore(fake.bridge)
  const seen: (number | null)[] = []
  const ids = () =>
    store
      .getState()
      .calls?.map(({ id }) => id)
      .join('')
  return { ...fake, store, ids, seen }
}

test('older pages that were read stay when something changes', async () => {
  const { store, ids } = pages()
  await store.getState().refreshCalls()
  await store.getState().loadOlderCalls()
  await store.getState().refreshCalls()
  expect(ids()).toBe('abcd')
  await store.getState().loadOlderCalls()
  expect(ids()).toBe('abcdef')
  expect(store.getState().callsCursor).toBeNull()
})

test('a filter shows what passes it and nothing that was listed before', async () => {
  const { store, ids, settle } = pages()
  await store.getState().refreshCalls()
  await store.getState().loadOlderCalls()
  store.getState().showCalls({ kind: 'missed' })
  expect(store.getState().page).toBe('calls')
  await settle()
  expect(ids()).toBe('xy')
})

test('an older page that comes after another filter was chosen is dropped', async () => {
  const { store, ids, settle } = pages()
  await store.getState().refreshCalls()
  const older = store.getState().loadOlderCalls()
  store.getState().filterCalls({ kind: 'missed' })
  await older
  await settle()
  expect(ids()).toBe('xy')
})

test('an export says how many calls are written meanwhile, and where they are in the end', async () => {
  const { store, seen, last } = pages()
  store.getState().filterCalls({ kind: 'missed' })
  await store.getState().exportCalls()
  expect(seen).toEqual([1000])
  expect(store.getState().exportedCalls).toBeNull()
  expect(store.getState().notices.at(-1)?.message).toBe('1,204 calls saved to calls.csv')
  expect(last('export:calls')).toMatchObject({ filter: { kind: 'missed' } })
})
