/**
 * Chromium's sandbox on a Linux desktop. It needs user namespaces, which some systems (Ubuntu since 23.10) keep from
 * programs that they do not know, or else its helper owned by root. Without either Chromium ends with a trap.
 */
import { statSync } from 'node:fs'
import path from 'node:path'
import { run } from './run.ts'
import type { Runtime } from './runtime.ts'

const setUserId = 0o4000

/** What to do before the runtime can start, as a sentence with the line to run; null where nothing stands in its way. */
export async function blockedSandbox(runtime: Runtime): Promise<string | null> {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return null
  const helper = path.join(runtime.folder, 'chrome-sandbox')
  const found = statSync(helper, { throwIfNoEntry: false })
  if (found && found.uid === 0 && (found.mode & setUserId) !== 0) return null
  // As root of a namespace of its own, which is what is refused; to make one alone is not.
  const allowed = await run('unshare', ['--user', '--map-root-user', 'true'])
  if (allowed.code === 0) return null
  return `this system does not let Chromium lock its pages in. Run this once, then start again:\n  sudo chown root '${helper}' && sudo chmod 4755 '${helper}'`
}
