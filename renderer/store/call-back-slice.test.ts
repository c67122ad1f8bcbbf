import { describe, expect, it } from 'vitest'
import { healthWith, part } from '../../electron/contract/testing.ts'
import type { CallBackView, Settings } from '../../electron/contract/view-models.ts'
import { whyNoCallBack } from './call-back-slice.ts'
import { fakeBridge } from './fake-bridge.ts'
import { createWindowStore } from './window-store.ts'

const health = healthWith()
const callBack = { phone: 'PJSIP/101', context: '', prefix: '', numberForm: 'auto', callerId: 'auto' } as const
const view: CallBackView = {
  id: 'ringback-1',
  conversationId: 'pat',
  who: 'Pat Lee',
  numberForPeople: '(530) 555-0141',
  phone: '101',
  phase: 'ringing-you',
  since: 0,
  end: null,
  cancel: 'here',
}
const talked: CallBackView = {
  ...view,
  phase: 'ended',
  end: { code: 'talked', how: 'talked', message: '', remedy: null },
}
const target = { conversationId: 'pat' }

function open(phone = callBack.phone as string) {
  let saved = phone
  const settings = () => ({ callBack: { ...callBack, phone: saved } }) as Settings
  const fake = fakeBridge({
    'call-back:start': () => ({ ok: true, value: view }),
    'call-back:cancel': () => ({ ok: true, value: undefined }),
    'call-back:get': () => ({ ok: true, value: { callBack: null } }),
    'settings:get': () => ({ ok: true, value: settings() }),
    'settings:save-call-back': (input) => {
      saved = input.phone
      return { ok: true, value: undefined }
    },
  })
  const store = createWindowStore(fake.bridge)
  store.setState({ health, settings: settings(), engine: { state: 'running', message: null } })
  return { ...fake, store, now: () => store.getState() }
}

describe('calling back from the window', () => {
  it('shows the call that was begun, and each of its steps', async () => {
    const { now, last } = open()
    await now().startCallBack(target)
    expect(last('call-back:start')).toEqual(target)
    expect(now().callBack).toEqual(view)
    now().receiveCallBack({ ...view, phase: 'talking' })
    expect(now().callBack?.phase).toBe('talking')
  })

  it('asks which phone is ours before the first call, saves the answer and calls', async () => {
    const { now, last, count } = open('')
    await now().startCallBack(target)
    expect(now().choosingPhoneFor).toEqual(target)
    expect(count('call-back:start')).toBe(0)
    await now().choosePhone('102')
    expect(last('settings:save-call-back')).toMatchObject({ phone: '102', callerId: 'auto' })
    expect(last('call-back:start')).toEqual(target)
    expect(now().choosingPhoneFor).toBeNull()
  })

  it('calls nobody when the question is put away', async () => {
    const { now, count } = open('')
    await now().startCallBack(target)
    await now().choosePhone(null)
    expect([now().choosingPhoneFor, count('call-back:start'), count('settings:save-call-back')]).toEqual([null, 0, 0])
  })

  it('says why nobody can be called: another call goes on, or the phone system is away', async () => {
    const { now, store, count } = open()
    expect(whyNoCallBack(now())).toBeNull()
    store.setState({ callBack: view })
    expect(whyNoCallBack(now())).toContain('Pat Lee')
    await now().startCallBack(target)
    expect([count('call-back:start'), now().notices.length]).toEqual([0, 1])
    store.setState({ callBack: talked, health: { ...health, phoneSystem: part('trouble') } })
    expect(whyNoCallBack(now())).toContain('not connected')
    store.setState({ health: { ...health, connection: { retryAt: null, lacks: ['originate'] } } })
    expect(whyNoCallBack(now())).toContain('does not let Ringback ring phones')
  })

  it('puts away only what has ended, and calls the same once more', async () => {
    const { now, count } = open()
    await now().startCallBack(target)
    now().dismissCallBack()
    expect(now().callBack).toEqual(view)
    now().receiveCallBack(talked)
    await now().repeatCallBack()
    expect(count('call-back:start')).toBe(2)
    now().receiveCallBack(talked)
    now().dismissCallBack()
    expect(now().callBack).toBeNull()
  })

  it('forgets a call that the engine knows nothing of any more, but not how one ended', async () => {
    const { now, store } = open()
    store.setState({ callBack: view })
    await now().refreshCallBack()
    expect(now().callBack).toBeNull()
    store.setState({ callBack: talked })
    await now().refreshCallBack()
    expect(now().callBack).toEqual(talked)
  })
})
