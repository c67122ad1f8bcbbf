/** Pictures of the window for people to look at: `npm run screens` keeps them in docs/screens/. */
import path from 'node:path'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'

const root = path.resolve(import.meta.dirname, '../..')
/** A test run leaves the checkout as it was; only who asks for new pictures gets them where the README shows them. */
const folder = path.join(root, process.env['RINGBACK_KEEP_SCREENS'] ? 'docs/screens' : 'test-results/screens')

/** Light and dark, at the size of the window; fails when the window as a whole has been scrolled. */
export async function picture(window: Page, name: string): Promise<void> {
  const { scrolled, taller } = await window.evaluate(() => ({
    scrolled: document.documentElement.scrollTop + document.body.scrollTop,
    taller: document.documentElement.scrollHeight - innerHeight,
  }))
  expect({ scrolled, taller }).toEqual({ scrolled: 0, taller: 0 })
  for (const theme of ['light', 'dark']) {
    await window.evaluate((value) => {
      document.documentElement.dataset['theme'] = value
    }, theme)
    await window.screenshot({ path: path.join(folder, `${name}-${theme}.png`), animations: 'disabled' })
  }
  await window.evaluate(() => {
    delete document.documentElement.dataset['theme']
  })
}
