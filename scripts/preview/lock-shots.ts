/** The lock of the window: its page, and how it is set. */
import type { LockView } from '../../electron/contract/lock.ts'
import * as fixtures from './fixtures.ts'
import type { Picture } from './mock-bridge.ts'
import type { Shot } from './shots.ts'

const file = '/home/reception/.config/Ringback/lock.json'
const view = (change: Partial<LockView>): LockView => ({ state: 'none', minutes: 10, waitMs: 0, file, ...change })

/** @param answers of everything else. */
export function lockShots(answers: Picture['answers']): Shot[] {
  const locked = { ...answers, 'app:info': { ...fixtures.info, lock: 'locked' } }
  const settings = (lock: LockView, then?: string): Omit<Shot, 'name'> => ({
    picture: {
      answers: {
        ...answers,
        'privacy:get': { keepMonths: 24 },
        'privacy:erasure': { phase: 'none' },
        'contacts:find': { contacts: [] },
        'lock:get': lock,
      },
    },
    async act(page) {
      await page
        .getByRole('navigation', { name: /Main|Principal/ })
        .getByRole('button', { name: 'Settings' })
        .click()
      await page.getByRole('button', { name: 'Privacy' }).click()
      if (then !== undefined) await page.getByRole('button', { name: then }).click()
    },
  })
  return [
    { name: 'locked', picture: { answers: { ...locked, 'lock:get': view({ state: 'locked' }) } } },
    {
      name: 'locked-forgot',
      picture: { answers: { ...locked, 'lock:get': view({ state: 'locked', waitMs: 42_000 }) } },
      act: (page) => page.getByText('I forgot my PIN').click(),
    },
    { name: 'lock-none', ...settings(view({})) },
    { name: 'lock-first', ...settings(view({}), 'Set a PIN …') },
    { name: 'lock-set', ...settings(view({ state: 'open' })) },
    { name: 'lock-change', ...settings(view({ state: 'open' }), 'Change PIN …') },
  ]
}
