import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fail, ok } from '../../electron/contract/result.ts'
import type { Result } from '../../electron/contract/result.ts'
import { fakeBridge } from './fake-bridge.ts'
import { startSync } from './sync.ts'
import { createWindowStore } from './window-store.ts'

const away = fail('not-ready', 'Ringback’s engine stopped.', 'Try again.')
let stop = (): void => undefined

function office() {
  const engine = { answer: ok(undefined) as Result<void>, notes: new Map<string, string>() }
  const fake = fakeBridge({
    'contacts:save-notes': ({ id, notes }) => {
      if (engine.answer.ok) engine.notes.set(id, notes)
      return engine.answer
    },
  })
  return { engine, open: () => createWindowStore(fake.bridge), ...fake }
}

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  })
})
afterEach(() => {
  stop()
  vi.unstubAllGlobals()
})

it('notes are the engine’s once they are saved', async () => {
  const { engine, open } = office()
  const store = open()
  store.getState().editNotes('pat', 'Mornings')
  expect(await store.getState().saveNotes('pat')).toBe(true)
  expect(engine.notes.get('pat')).toBe('Mornings')
  expect(store.getState().unsavedNotes).toEqual({})
})

it('notes typed while the engine is away are kept without a complaint, and saved when it is back', async () => {
  const { engine, open, raise, bridge, settle } = office()
  const store = open()
  stop = startSync(store, bridge)
  await settle()
  engine.answer = away
  store.getState().editNotes('pat', 'Mornings')
  expect(await store.getState().saveNotes('pat')).toBe(false)
  store.getState().openConversation('another')
  expect(store.getState().unsavedNotes).toEqual({ pat: 'Mornings' })
  expect(store.getState().notices).toEqual([])
  engine.answer = ok(undefined)
  raise('engine:state', { state: 'running', message: null })
  await settle()
  expect(engine.notes.get('pat')).toBe('Mornings')
  expect(store.getState().unsavedNotes).toEqual({})
})

it('unsaved notes survive a reload of the window', async () => {
  const { engine, open, bridge, settle } = office()
  open().getState().editNotes('pat', 'Mornings')
  stop = startSync(open(), bridge)
  await settle()
  expect(engine.notes.get('pat')).toBe('Mornings')
})

it('what is typed while notes are being saved is kept', async () => {
  const { engine, open } = office()
  const store = open()
  store.getState().editNotes('pat', 'Morn')
  const saving = store.getState().saveNotes('pat')
  store.getState().editNotes('pat', 'Mornings')
  await saving
  expect(engine.notes.get('pat')).toBe('Morn')
  expect(store.getState().unsavedNotes).toEqual({ pat: 'Mornings' })
})

it('notes about a contact that is gone are told of and let go', async () => {
  const { engine, open } = office()
  const store = open()
  engine.answer = fail('not-found', 'This contact is no longer there.')
  store.getState().editNotes('pat', 'Mornings')
  await store.getState().saveNotes('pat')
  expect(store.getState().notices).toHaveLength(1)
  expect(store.getState().unsavedNotes).toEqual({})
})
