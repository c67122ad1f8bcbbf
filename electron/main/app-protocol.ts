/**
 * `app://ringback/…`: the window's own scheme. It serves the built renderer and the pictures of the profile, and nothing
 * else, under a content policy that allows no remote and no inline code.
 */
import path from 'node:path'
import { protocol } from 'electron'
import { fileFor, pictureFor } from './app-files.ts'

/** React Aria sets `style` attributes (positions of rows and popovers); style elements and sheets stay our own. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

/** Chromium's ERR_FILE_NOT_FOUND. */
const notFound = -6

/** Must run before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    // With a code cache, scripts are compiled once for all starts.
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/**
 * Serves the files of `folder`, and what lies in `pictures` unless the window is locked: callers sent it. Chromium
 * itself reads them: `protocol.handle`, which is newer, would first load what makes a Response in main and copy each file
 * through it, 40 ms of each start.
 */
export function serveApp(folder: string, pictures: string, isLocked: () => boolean): void {
  protocol.registerFileProtocol('app', ({ url }, answer) => {
    const picture = pictureFor(url, pictures)
    const file = picture === null ? fileFor(url, folder) : isLocked() ? null : picture
    const type = file === null ? undefined : types[path.extname(file)]
    if (file === null || type === undefined) {
      answer({ error: notFound })
      return
    }
    answer({
      path: file,
      headers: {
        'content-type': type,
        'content-security-policy': contentPolicy,
        'x-content-type-options': 'nosniff',
      },
    })
  })
}
