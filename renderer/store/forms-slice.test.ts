import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeBridge } from './fake-bridge.ts'
import { startSync } from './sync.ts'
import { createWindowStore } from './window-store.ts'

afterEach(() => vi.unstubAllGlobals())

describe('a half-typed form', () => {
  it('outlives another step, Skip and a clicked toast', () => {
    const { bridge, raise } = fakeBridge({})
    const store = createWindowStore(bridge)
    const stop = startSync(store, bridge)
    store.getState().showSetup('find')
    store.getState().editForm('phone', { host: '192.0.2.10' })
    store.getState().editForm('phone', { password: 'k7Qm' })
    store.getState().showSetup('texting')
    store.getState().showSetup(null)
    raise('conversation:open', { conversationId: 'a' })
    stop()
    expect(store.getState().forms.phone).toEqual({ host: '192.0.2.10', password: 'k7Qm' })
  })

  it('is never written to the window’s storage: it may hold secrets', () => {
    const setItem = vi.fn()
    vi.stubGlobal('localStorage', { getItem: () => null, setItem })
    const store = createWindowStore(fakeBridge({}).bridge)
    store.getState().editForm('texting', { authToken: 'secret' })
    expect(setItem).not.toHaveBeenCalled()
  })

  it('is forgotten once saved, except what has been changed while it was being saved', () => {
    const store = createWindowStore(fakeBridge({}).bridge)
    store.getState().editForm('message', { name: 'Cedar', delay: '15' })
    const saved = store.getState().forms.message
    store.getState().editForm('message', { delay: '20' })
    store.getState().forgetForm('message', saved)
    expect(store.getState().forms.message).toEqual({ delay: '20' })
  })
})

it('saving a step of set-up goes on to the next only for who is still there', () => {
  const store = createWindowStore(fakeBridge({}).bridge)
  store.getState().showSetup('find')
  store.getState().goOnFrom('find', 'texting')
  expect(store.getState().setup).toBe('texting')
  store.getState().showSetup(null)
  store.getState().goOnFrom('texting', 'message')
  expect(store.getState().setup).toBeNull()
})
