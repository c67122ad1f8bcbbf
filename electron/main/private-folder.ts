/** The profile is for nobody else on this PC. Windows gives a user's folders to that user alone by itself. */
import { chmodSync, mkdirSync } from 'node:fs'
import type { Logger } from '../../telephony/logger.ts'

/** A folder that cannot be closed to others is used all the same, and the log says so. */
export function keepPrivate(folder: string, logger: Logger): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (process.platform !== 'win32') chmodSync(folder, 0o700)
  } catch (error) {
    logger.warn('profile.not-private', { error: error instanceof Error ? error.name : 'unknown' })
  }
}
