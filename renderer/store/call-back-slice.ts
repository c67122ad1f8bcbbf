/** Calling back: the one call that is under way, and the question which phone is ours. */
import type { Bridge } from '../../electron/contract/bridge.ts'
import type { CommandInput } from '../../electron/contract/commands.ts'
import type { CallBackView } from '../../electron/contract/view-models.ts'
import { text } from '../text/index.ts'
import type { Slice, WindowState } from './slice.ts'

export type CallBackTarget = CommandInput<'call-back:start'>

export interface CallBackSlice {
  /** Under way, or ended and not put away yet. */
  callBack: CallBackView | null
  /** Who shall be called once the phone is chosen; null while that question is not asked. */
  choosingPhoneFor: CallBackTarget | null
  startCallBack: (target: CallBackTarget) => Promise<void>
  cancelCallBack: () => Promise<void>
  /** The same once more. */
  repeatCallBack: () => Promise<void>
  /** Puts an ended one away. */
  dismissCallBack: () => void
  /** Answers the question which phone is ours, and calls; null leaves it unanswered. True when it is answered. */
  choosePhone: (phone: string | null) => Promise<boolean>
  receiveCallBack: (view: CallBackView) => void
  refreshCallBack: () => Promise<void>
}

/** Why nobody can be called back right now; null when somebody can. */
export function whyNoCallBack({ callBack, health, engine }: WindowState): string | null {
  if (callBack && callBack.phase !== 'ended') return text.callBack.already(callBack.who)
  if (engine.state !== 'running' || health?.phoneSystem.state !== 'ok') return text.callBack.notConnected
  if (health.connection.lacks.includes('originate')) return text.callBack.notPermitted
  return null
}

export function callBackSlice(bridge: Bridge): Slice<CallBackSlice> {
  let last: CallBackTarget | null = null
  let events = 0
  return (set, get) => ({
    callBack: null,
    choosingPhoneFor: null,
    startCallBack: async (target) => {
      const { settings, complain } = get()
      const reason = whyNoCallBack(get())
      if (reason !== null) {
        complain({ code: 'not-ready', message: reason })
        return
      }
      if (settings?.callBack.phone === '') {
        set({ choosingPhoneFor: target })
        return
      }
      last = target
      set({ callBack: null })
      const before = events
      const result = await bridge.request('call-back:start', target)
      if (!result.ok) complain(result.failure)
      // Its events are newer than the answer.
      else if (events === before) set({ callBack: result.value })
    },
    cancelCallBack: async () => {
      const { callBack, run } = get()
      if (callBack) await run('call-back:cancel', { id: callBack.id })
    },
    repeatCallBack: async () => {
      if (last) await get().startCallBack(last)
    },
    dismissCallBack: () => set(({ callBack }) => (callBack?.phase === 'ended' ? { callBack: null } : {})),
    choosePhone: async (phone) => {
      const { choosingPhoneFor: target, settings, run, refreshSettings, startCallBack } = get()
      if (phone !== null && settings) {
        if (!(await run('settings:save-call-back', { ...settings.callBack, phone }))) return false
        await refreshSettings()
      }
      set({ choosingPhoneFor: null })
      if (phone !== null && target) await startCallBack(target)
      return true
    },
    receiveCallBack: (view) => {
      events += 1
      // One that came to nothing before the phone system had it is told by the answer to the request.
      set({ callBack: view.phase === 'ended' && view.end === null ? null : view })
    },
    refreshCallBack: async () => {
      const before = events
      const result = await bridge.request('call-back:get', undefined)
      if (!result.ok || events !== before) return
      const { callBack } = result.value
      // One that ended meanwhile stays until it is put away.
      set((state) => ({ callBack: callBack ?? (state.callBack?.phase === 'ended' ? state.callBack : null) }))
    },
  })
}
