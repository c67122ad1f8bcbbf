import { describe, expect, it, vi } from 'vitest'
import { healthWith, part } from '../../electron/contract/testing.ts'
import type { LiveCall } from '../../electron/contract/view-models.ts'
import { fakeBridge } from './fake-bridge.ts'
import { callsInSight } from './live-slice.ts'
import { createWindowStore } from './window-store.ts'

const health = healthWith()
const call: LiveCall = {
  linkedid: '1.1',
  conversationId: null,
  direction: 'inbound',
  caller: '(530) 555-0141',
  numberForPeople: '(530) 555-0141',
  line: null,
  state: 'ringing',
  since: 0,
  phones: ['101'],
  openable: true,
  about: null,
}

describe('the calls that go on', () => {
  it('are shown only while somebody tells whether they still do', () => {
    const store = createWindowStore(fakeBridge({}).bridge)
    store.setState({ health })
    store.getState().receiveLive([call])
    expect(callsInSight(store.getState())).toEqual([call])
    for (const state of ['working', 'trouble', 'off'] as const) {
      store.setState({ health: { ...health, phoneSystem: part(state) } })
      expect(callsInSight(store.getState())).toEqual([])
    }
    // The window asks again and again, and draws anew for any other list.
    expect(callsInSight(store.getState())).toBe(callsInSight(store.getState()))
    store.setState({ health })
    expect(callsInSight(store.getState())).toEqual([call])
  })

  it('lead to the conversation of who waits longest, at once where there is one', async () => {
    const opened = vi.fn(() => ({ ok: true as const, value: { conversationId: 'made' } }))
    const store = createWindowStore(fakeBridge({ 'live:open': opened }).bridge)
    store.setState({ health, page: 'calls' })
    const known = { ...call, linkedid: '1.2', since: -1, conversationId: 'pat' }
    store.getState().receiveLive([call, known, { ...call, linkedid: '1.3', since: -2, state: 'talking' }])
    await store.getState().openCaller()
    expect(store.getState()).toMatchObject({ page: 'inbox', openId: 'pat' })
    expect(opened).not.toHaveBeenCalled()
    await store.getState().openCaller(call)
    expect(store.getState().openId).toBe('made')
  })
})
