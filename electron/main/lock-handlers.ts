/** What the window asks of its lock. */
import { ok } from '../contract/result.ts'
import type { AppLock } from './app-lock.ts'
import type { MainHandlers } from './ipc-router.ts'

type LockCommand = Extract<keyof MainHandlers, `lock:${string}`>

export function lockHandlers(lock: AppLock): Pick<MainHandlers, LockCommand> {
  return {
    'lock:get': async () => ok(lock.view()),
    async 'lock:now'() {
      lock.lock('asked')
      return ok(undefined)
    },
    'lock:open': (input) => lock.open(input),
    'lock:set': (input) => lock.set(input),
    'lock:minutes': async (input) => lock.setMinutes(input),
    'lock:remove': (input) => lock.remove(input),
  }
}
