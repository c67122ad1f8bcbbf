/** What axe-core finds in a page as it is drawn now. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Result } from 'axe-core'

/** The part of Playwright's page that is used. Its debugger is not bound by the page's own policy. */
interface Evaluating {
  evaluate(script: string): Promise<unknown>
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
// React Aria says there by its label what became of a button, for seconds, even when the button is gone.
const run = `globalThis.axe.run({ exclude: '[data-live-announcer]' }, { runOnly: ${JSON.stringify(rules)} })
  .then(({ violations }) => violations)`

/** One line for each finding that keeps somebody from using the page (serious or critical); empty is good. */
export async function seriousFindings(page: Evaluating): Promise<string[]> {
  await page.evaluate(`globalThis.axe === undefined && (() => { ${axe} })()`)
  const violations = (await page.evaluate(run)) as Result[]
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary}`))
}
