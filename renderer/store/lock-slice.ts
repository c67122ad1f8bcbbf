/** The lock of the window. A locked window knows nothing: main answers it nothing but this. */
import type { Bridge } from '../../electron/contract/bridge.ts'
import type { CommandInput } from '../../electron/contract/commands.ts'
import type { LockState, LockView } from '../../electron/contract/lock.ts'
import type { Failure } from '../../electron/contract/result.ts'
import { keepPlace } from './place.ts'
import type { Slice } from './slice.ts'

/** What changes the lock. */
export type LockChange = 'lock:open' | 'lock:set' | 'lock:minutes' | 'lock:remove'

export interface LockSlice {
  lock: LockState
  /** Null until it was read. */
  lockView: LockView | null
  receiveLock: (lock: LockState) => void
  refreshLock: () => Promise<void>
  lockNow: () => void
  /** What was wrong with it; null when it is done. */
  changeLock: <N extends LockChange>(command: N, input: CommandInput<N>) => Promise<Failure | null>
}

export function lockSlice(bridge: Bridge): Slice<LockSlice> {
  return (set, get) => ({
    lock: 'none',
    lockView: null,
    receiveLock: (lock) => {
      // The page that is loaded then hears that it is locked, too, and stands nowhere yet.
      if (lock === 'locked' && get().lock === 'open') keepPlace(get())
      if (lock !== get().lock) set({ lock })
    },
    refreshLock: async () => {
      const result = await bridge.request('lock:get', undefined)
      if (result.ok) set({ lockView: result.value })
    },
    lockNow: () => void bridge.request('lock:now', undefined),
    changeLock: async (command, input) => {
      const result = await bridge.request(command, input)
      if (result.ok) set({ lockView: result.value })
      // How long to wait now.
      else await get().refreshLock()
      return result.ok ? null : result.failure
    },
  })
}
