/** The lock of the window: its page, and how it is set. */
import type { LockView } from '../../../electron/contract/lock.ts'
import { info, noLock } from '../office/pc.ts'
import { saying, settings, type Shot } from './shot.ts'

const view = (change: Partial<LockView>): LockView => ({ ...noLock, ...change })

const locked = (waitMs = 0) =>
  saying({ 'app:info': { ...info, lock: 'locked' }, 'lock:get': view({ state: 'locked', waitMs }) })
const page = (lock: LockView, then?: string): Omit<Shot, 'name'> => ({
  picture: saying({ 'contacts:find': { contacts: [] }, 'lock:get': lock }),
  async act(window) {
    await settings(window, 'Privacy')
    if (then !== undefined) await window.getByRole('button', { name: then }).click()
  },
})

export const lockShots: Shot[] = [
  { name: 'locked', picture: locked() },
  {
    name: 'locked-forgot',
    picture: locked(42_000),
    act: (window) => window.getByText('I forgot my PIN').click(),
  },
  { name: 'lock-none', ...page(noLock) },
  { name: 'lock-first', ...page(noLock, 'Set a PIN…') },
  { name: 'lock-set', ...page(view({ state: 'open' })) },
  { name: 'lock-change', ...page(view({ state: 'open' }), 'Change PIN…') },
]
