/**
 * Whose data this run of Ringback works with: the office's, or the demo office's in a folder of its own. The two never
 * share a folder, a lock or a window title.
 */
import path from 'node:path'

export interface Profile {
  kind: 'office' | 'demo'
  /** Electron's userData. */
  folder: string
  /** What belongs to this PC whatever the profile. */
  home: string
}

/** @param userData Electron's folder for this app (or what `--user-data-dir` says), before anything is stored in it. */
export function profileFrom(argv: readonly string[], userData: string): Profile {
  const demo = argv.includes('--demo')
  return demo
    ? { kind: 'demo', folder: path.join(userData, 'Demo office'), home: userData }
    : { kind: 'office', folder: userData, home: userData }
}
