import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * The folder for what is slow to prepare (runtime, database addon, PBX root). It lies outside the checkout, so that a
 * second checkout, or `npm ci` in this one, finds it again. Deleting it is always safe.
 *
 * RINGBACK_CACHE names another place; otherwise it is where the system keeps caches.
 * @param name sub-folder of one thing, for instance `pbx-root`; it need not exist yet
 */
export function cacheFolder(name: string, env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  return join(cacheRoot(env, platform), name)
}

function cacheRoot(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (env['RINGBACK_CACHE']) return env['RINGBACK_CACHE']
  if (env['XDG_CACHE_HOME']) return join(env['XDG_CACHE_HOME'], 'ringback')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'ringback')
  if (platform === 'win32') {
    return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'ringback', 'Cache')
  }
  return join(homedir(), '.cache', 'ringback')
}
