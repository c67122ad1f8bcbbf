/** What axe-core finds wrong in the window as it is now. */
import type { Page } from '@playwright/test'
import { seriousFindings } from '../../scripts/testing/axe.ts'

/** One line for each finding that keeps somebody from using the window, in both themes; empty is good. */
export async function barriers(window: Page): Promise<string[]> {
  // A theme that fades in would be measured half way.
  await window.emulateMedia({ reducedMotion: 'reduce' })
  const found: string[] = []
  for (const theme of ['light', 'dark']) {
    await window.evaluate((value) => (document.documentElement.dataset['theme'] = value), theme)
    for (const finding of await seriousFindings(window)) found.push(`${theme}: ${finding}`)
  }
  await window.evaluate(() => delete document.documentElement.dataset['theme'])
  await window.emulateMedia({ reducedMotion: null })
  return found
}
