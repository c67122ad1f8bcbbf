import { describe, expect, it } from 'vitest'
import type { Settings } from '../../electron/contract/view-models.ts'
import { fakeBridge } from './fake-bridge.ts'
import { createWindowStore } from './window-store.ts'

/** As much of the settings as set-up looks at. */
function settings(change: { step?: string | null; ready?: boolean }): Settings {
  const { step = null, ready = false } = change
  return {
    configured: ready,
    setup: { step },
    business: { name: ready ? 'Cedar' : '' },
    texting: { kind: 'twilio', accountSid: '', hasToken: false, trunk: '' },
    watchOnly: { on: true, lines: [] },
  } as unknown as Settings
}

function office(stored: Settings) {
  const bridge = fakeBridge({
    'app:info': () => ({ ok: true, value: { profile: 'office', language: 'en', locale: 'en-US' } as never }),
    'settings:get': () => ({ ok: true, value: stored }),
    'setup:at': () => ({ ok: true, value: undefined }),
  })
  return { ...bridge, store: createWindowStore(bridge.bridge) }
}

async function started(stored: Settings) {
  const app = office(stored)
  await app.store.getState().refreshInfo()
  await app.store.getState().refreshSettings()
  return app
}

describe('set-up', () => {
  it('is offered to an office that has nothing, and goes on where it was left', async () => {
    expect((await started(settings({}))).store.getState().setup).toBe('welcome')
    expect((await started(settings({ step: 'texting' }))).store.getState().setup).toBe('texting')
    expect((await started(settings({ ready: true }))).store.getState().setup).toBeNull()
  })

  it('keeps the place of whoever leaves it with something left to do', async () => {
    const { store, last, count } = await started(settings({ step: 'sign-in' }))
    store.getState().showSetup('texting')
    store.getState().showSetup(null)
    expect(last('setup:at')).toEqual({ step: 'texting' })
    expect(count('setup:at')).toBe(1)
  })

  it('is over for whoever leaves it with nothing left to do', async () => {
    const { store, last } = await started(settings({ step: 'hours', ready: true }))
    store.getState().showSetup(null)
    expect(last('setup:at')).toEqual({ step: null })
    expect(store.getState().setup).toBeNull()
  })
})
