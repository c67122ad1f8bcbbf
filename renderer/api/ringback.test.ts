import { afterEach, expect, test, vi } from 'vitest'
import { setLanguage } from '../text/index.ts'
import { api } from './ringback.ts'

afterEach(async () => {
  vi.unstubAllGlobals()
  await setLanguage('en', 'en-US')
})

test('what the bridge itself cannot do is said in the language of the window', async () => {
  const failure = { code: 'internal', message: '' }
  vi.stubGlobal('window', { ringback: { request: async () => ({ ok: false, failure }) } })
  expect(await api.request('health:get', undefined)).toMatchObject({
    failure: { message: 'Ringback could not do that.' },
  })
  await setLanguage('es', 'en-US')
  expect(await api.request('health:get', undefined)).toMatchObject({
    failure: { message: 'Ringback no pudo hacerlo.' },
  })
})
