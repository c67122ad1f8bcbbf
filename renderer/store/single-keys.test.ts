import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fakeBridge } from './fake-bridge.ts'
import { createWindowStore } from './window-store.ts'

const open = () => createWindowStore(fakeBridge({}).bridge)

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  })
})
afterEach(() => vi.unstubAllGlobals())

it('single-key shortcuts are on until turned off, and then stay off when the window opens again', () => {
  expect(open().getState().singleKeys).toBe(true)
  open().getState().setSingleKeys(false)
  expect(open().getState().singleKeys).toBe(false)
  open().getState().setSingleKeys(true)
  expect(open().getState().singleKeys).toBe(true)
})
