/** What axe-core finds wrong in the window as it is now. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults, ElementContext, RunOptions } from 'axe-core'

declare global {
  var axe: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** One line for each finding that keeps somebody from using the window, in both themes; empty is good. */
export async function barriers(window: Page): Promise<string[]> {
  // A theme that fades in would be measured half way.
  await window.emulateMedia({ reducedMotion: 'reduce' })
  // Through the debugger, which the page's own policy does not bind.
  await window.evaluate(axe)
  const found: string[] = []
  const run: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }
  for (const theme of ['light', 'dark']) {
    const { violations } = await window.evaluate(
      ([value, options]) => {
        document.documentElement.dataset['theme'] = value
        // React Aria says there by its label what became of a button, for seconds, even when the button is gone.
        return globalThis.axe.run({ exclude: '[data-live-announcer]' }, options)
      },
      [theme, run] as const,
    )
    for (const { id, impact, nodes } of violations) {
      if (impact !== 'serious' && impact !== 'critical') continue
      for (const { html, failureSummary } of nodes) found.push(`${theme}: ${id}: ${html}: ${failureSummary}`)
    }
  }
  await window.evaluate(() => delete document.documentElement.dataset['theme'])
  await window.emulateMedia({ reducedMotion: null })
  return found
}
