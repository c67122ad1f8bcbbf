/** The settings' history and their file. */

export interface SettingDifference {
  /** As the engine keeps it, e.g. `follow-up`. */
  section: string
  /** Within the section, e.g. `steps.first.usual`; empty: all of it. */
  field: string
  /** Any value of JSON. */
  before: unknown
  after: unknown
}

export interface SettingChange extends SettingDifference {
  id: number
  at: number
  /** The PC's user; empty: Ringback by itself. */
  who: string
  /** It was a password or token: nothing more is known of it. */
  secret: boolean
}

/** What a settings file would change. */
export interface SettingsComparison {
  changes: SettingDifference[]
  /** Parts of the file that this Ringback does not know, and leaves out. */
  unknown: string[]
  /** These have to be typed in again, since they must not go to the place that the file names. */
  needs: ('password' | 'token')[]
}

/** Longer than any, characters. */
export const largestSettingsFile = 1_000_000
