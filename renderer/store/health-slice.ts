/** How phone system, texting and the inbox are doing, and whether automatic texts are paused. */
import type { Bridge } from '../../electron/contract/bridge.ts'
import type { PauseLength } from '../../electron/contract/pause.ts'
import type { Health } from '../../electron/contract/view-models.ts'
import { coalesce } from './coalesce.ts'
import type { Slice } from './slice.ts'

export interface HealthSlice {
  health: Health | null
  /** Takes a snapshot or an event, unless a newer one is held. */
  receiveHealth: (health: Health) => void
  refreshHealth: () => Promise<void>
  /** Connects to the phone system at once instead of at the next attempt. */
  tryPhoneSystem: () => Promise<void>
  /** Tries texting again, since somebody says that it is mended. */
  tryTexting: () => Promise<void>
  pause: (length: PauseLength) => Promise<void>
  resume: () => Promise<void>
  /** What somebody needs who helps from afar; null where it could not be had, which is told. */
  supportDetails: () => Promise<string | null>
}

export function healthSlice(bridge: Bridge): Slice<HealthSlice> {
  return (set, get) => ({
    health: null,
    receiveHealth: (health) => {
      const held = get().health
      if (held && held.revision > health.revision) return
      set({ health })
    },
    refreshHealth: coalesce(async () => {
      const result = await bridge.request('health:get', undefined)
      if (result.ok) get().receiveHealth(result.value)
    }),
    tryPhoneSystem: async () => {
      await get().run('phone-system:try-now', undefined)
    },
    tryTexting: async () => {
      await get().run('texting:try-now', undefined)
    },
    pause: async (length) => {
      await get().run('automation:pause', { minutes: length })
      await get().refreshHealth()
    },
    resume: async () => {
      await get().run('automation:resume', undefined)
      await get().refreshHealth()
    },
    supportDetails: async () => {
      const result = await bridge.request('app:support-details', undefined)
      if (result.ok) return result.value.text
      get().complain(result.failure)
      return null
    },
  })
}
