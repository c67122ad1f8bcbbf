/** The app itself. */
import type { Language, Preferences } from './preferences.ts'

export interface AppInfo {
  version: string
  profile: 'office' | 'demo'
  /** `stand-in`: the older runtime used for development on closed networks, never shipped. */
  runtime: { kind: 'electron' | 'stand-in'; electron: string; chromium: string; node: string }
  /** Where passwords and tokens are kept: `file` is readable for this user only but unencrypted, for want of a keychain. */
  secrets?: 'keychain' | 'file'
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
