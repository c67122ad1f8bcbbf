/** The browser that states of the window are drawn in. */
import { existsSync } from 'node:fs'

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** A Chromium of this PC, or what RINGBACK_CHROMIUM names; undefined where Playwright is to look for its own. */
export function browserPath(): string | undefined {
  return process.env['RINGBACK_CHROMIUM'] ?? usual.find((file) => existsSync(file))
}
