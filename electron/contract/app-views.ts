/** The app itself. */
import type { Language, Preferences } from './preferences.ts'
import type { LockState } from './lock.ts'
import type { SecretsKept } from './secrets.ts'

export interface AppInfo {
  version: string
  profile: 'office' | 'demo'
  /** `stand-in`: the older runtime used for development on closed networks, never shipped. */
  runtime: { kind: 'electron' | 'stand-in'; electron: string; chromium: string; node: string }
  /** Where passwords and tokens are kept. */
  secrets?: SecretsKept
  lock?: LockState
  dataFolder: string
  logFolder: string
  platform: string
  preferences: Preferences
  /** The language in force. */
  language: Language
  /** How this PC writes numbers, dates and times, such as `en-GB`. */
  locale: string
  /** The system has a panel of emoji that can be opened. */
  emojiPanel?: boolean
}
