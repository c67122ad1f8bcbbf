/** The PC of the front desk, and what was changed on it. */
import type { LockView } from '../../../electron/contract/lock.ts'
import type { PcSettings } from '../../../electron/contract/pc-settings.ts'
import type { SettingChange } from '../../../electron/contract/settings-file.ts'
import type { AppInfo } from '../../../electron/contract/view-models.ts'
import { hour, now } from './moment.ts'

export const info: AppInfo = {
  version: '0.1.0',
  profile: 'office',
  runtime: { kind: 'stand-in', electron: '33.2.1', chromium: '130.0.6723.137', node: '20.18.1' },
  dataFolder: '/home/office/.config/Ringback',
  logFolder: '/home/office/.config/Ringback/logs',
  platform: 'linux',
  preferences: { language: 'pc', theme: 'pc' },
  language: 'en',
  locale: 'en-US',
}

export const noLock: LockView = {
  state: 'none',
  minutes: 10,
  waitMs: 0,
  file: '/home/reception/.config/Ringback/lock.json',
}

export const pc: PcSettings = {
  toasts: { kinds: { reply: true, missed: true, trouble: false }, sound: 'replies' },
  startAtLogin: true,
  links: false,
}

const changed = (id: number, section: string, field: string, before: unknown, after: unknown): SettingChange => {
  return { id, at: now - id * 3 * hour, who: id === 3 ? '' : 'kim.day', section, field, before, after, secret: false }
}

export const settingChanges: SettingChange[] = [
  changed(1, 'follow-up', 'delaySeconds', 15, 40),
  { ...changed(2, 'phone-system', 'password', null, null), secret: true },
  changed(3, 'phone-system', 'fingerprint', null, 'AB:CD:'.repeat(16)),
  changed(4, 'texts', 'steps.first.usual', 'Hi, this is {business}.', 'W'.repeat(300)),
  changed(5, 'follow-up', 'secondOn', true, false),
  changed(
    6,
    'hours',
    'week.fri',
    [{ from: '08:00', to: '17:00' }],
    [
      { from: '08:00', to: '12:00' },
      { from: '13:00', to: '16:00' },
    ],
  ),
]
