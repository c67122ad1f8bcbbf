/** What runs here: for About, and for the first line of the log. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { app } from 'electron'
import type { LockState } from '../contract/lock.ts'
import type { Language, Preferences } from '../contract/preferences.ts'
import type { SecretsKept } from '../contract/secrets.ts'
import type { AppInfo } from '../contract/view-models.ts'
import type { Profile } from './profile.ts'

/** The preparation script leaves this beside the stand-in runtime's executable. */
const standInMarker = 'ringback-runtime.json'

export interface AppFacts {
  version: string
  profile: Profile
  logFolder: string
  /** Known only when Electron is ready. */
  secrets: SecretsKept
  lock: LockState
  preferences: Preferences
  language: Language
  locale: string
}

export function appInfo({ profile, ...facts }: AppFacts): AppInfo {
  const standIn =
    process.env['RINGBACK_RUNTIME'] === 'stand-in' ||
    existsSync(path.join(path.dirname(process.execPath), standInMarker))
  return {
    ...facts,
    profile: profile.kind,
    runtime: {
      kind: standIn ? 'stand-in' : 'electron',
      electron: process.versions.electron ?? 'none',
      chromium: process.versions['chrome'] ?? 'none',
      node: process.versions.node,
    },
    dataFolder: profile.folder,
    platform: process.platform,
    emojiPanel: app.isEmojiPanelSupported(),
  }
}
