/** One state of the window, drawn in a browser over the MOCK bridge. */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import type { CommandArguments } from '../../electron/contract/commands.ts'
import { inLanguage as textsInLanguage } from '../../electron/contract/standard-texts.ts'
import type { AppInfo, Settings } from '../../electron/contract/view-models.ts'
import { previewOf } from '../../electron/engine/followup/lint.ts'
import { checksInWords } from './checks.ts'
import { inLanguage } from './in-language.ts'
import { installMock, type Picture } from './mock-bridge.ts'
import { seriousFindings } from '../testing/axe.ts'
import { detailOf } from './office/details.ts'
import { rows as allRows } from './office/rows.ts'
import { answers } from './shots/answers.ts'
import type { Shot } from './shots/shot.ts'

export interface Look {
  size: { width: number; height: number }
  zoom: number
  theme: 'light' | 'dark'
  spanish: boolean
  highContrast: boolean
}

/**
 * Inside the page: the page of the window that one went to stands beside the rail. React shows one that was waited for
 * up to a third of a second later, and hides the one before meanwhile. The words of another language are fetched before
 * anything is shown.
 */
const isThere = `
  document.querySelector('#root').childElementCount > 0 &&
  (!document.querySelector('.app') ||
    [...document.querySelector('.app').children].filter(({ style }) => style.display !== 'none').length > 1)
`
const isDrawn = `(${isThere}) && !document.querySelector('.skeleton')`

/** Words that their button, tab, label or heading has no room for. Names and texts of people may be cut. */
function cutWords(page: Page): Promise<string[]> {
  return page.evaluate(`
    [...document.querySelectorAll('button, [role=tab], [role=radio], label, legend, h1, h2, h3, dt, th, .help')]
      .filter((element) => element.offsetParent !== null && !element.closest('.theirs, .one-line, [role=option]'))
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 1 && scrollWidth > clientWidth + 1)
      .map((element) => element.innerText.slice(0, 80))
  `)
}

/** Window and texts in Spanish; what staff wrote themselves stays as it is. */
function speaksSpanish(said: Picture['answers']): Picture['answers'] {
  const settings = said['settings:get'] as Settings
  return {
    ...said,
    'app:info': { ...(said['app:info'] as AppInfo), language: 'es' },
    'settings:get': { ...settings, texts: textsInLanguage(settings.texts, 'es') },
  }
}

/** As the engine answers: what a text costs and what is wrong with it is no matter of made-up answers. */
function previewTexts({ templates, fields, ...options }: CommandArguments<'templates:preview'>) {
  const previews = templates.map(({ template, first, withLink }) =>
    previewOf(template, { ...options, first, fields: withLink ? fields : { ...fields, bookingLink: '' } }),
  )
  return { previews }
}

/**
 * Draws it into `folder` and returns what is wrong with it: errors, words without room, a page that scrolls sideways, and
 * what keeps somebody from using it.
 */
export async function draw(
  browser: Browser,
  address: string,
  shot: Shot,
  look: Look,
  folder: string,
): Promise<string[]> {
  const { zoom, spanish } = look
  const page = await browser.newPage({
    viewport: zoom === 1 ? (shot.size ?? look.size) : look.size,
    deviceScaleFactor: zoom,
    colorScheme: look.theme,
    // What moves is seen where it comes to rest.
    reducedMotion: 'reduce',
    forcedColors: look.highContrast ? 'active' : 'none',
  })
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (line) => {
    if (line.type() === 'error' || line.type() === 'warning') complaints.push(line.text())
  })
  const fetching = new Set<unknown>()
  page.on('request', (request) => void fetching.add(request))
  page.on('requestfinished', (request) => void fetching.delete(request))
  page.on('requestfailed', (request) => void fetching.delete(request))
  const loads = (shot.picture?.silent ?? []).length > 0
  /** Pages are fetched when one goes to them: what is drawn before they are there is blank. */
  const calm = async (ms: number): Promise<void> => {
    do await page.waitForTimeout(ms)
    while (fetching.size > 0)
    // The policy lets Playwright's own waiting evaluate nothing.
    for (let tries = 0; tries < 25 && !(await page.evaluate(loads ? isThere : isDrawn)); tries += 1) {
      await page.waitForTimeout(100)
    }
  }
  page.setDefaultTimeout(spanish ? 2_500 : 5_000)
  await page.exposeFunction('previewTexts', previewTexts)
  // tsx wraps named functions in a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (named) => named')
  await page.addInitScript(installMock, pictureOf(shot, spanish))
  await page.goto(address)
  await calm(150)
  await shot.act?.(spanish ? inLanguage(page) : page).catch((error: unknown) => complaints.push(String(error)))
  await calm(250)
  if (await page.evaluate('document.documentElement.scrollWidth > innerWidth')) complaints.push('scrolls sideways')
  for (const cut of await cutWords(page)) complaints.push(`cut: ${cut}`)
  // Forced colours are the system's, which axe does not know.
  if (!look.highContrast) for (const finding of await seriousFindings(page)) complaints.push(`axe: ${finding}`)
  await page.screenshot({ path: join(folder, `${shot.name}-${look.theme}.png`) })
  await page.close()
  return complaints
}

function pictureOf(shot: Shot, spanish: boolean): Picture {
  const rows = shot.picture?.rows ?? allRows
  const details = Object.fromEntries(rows.map((row) => [row.id, detailOf(row)]))
  const picture = { rows, details, answers, silent: [], refused: {}, events: {}, ...shot.picture }
  const said = checksInWords(picture.answers)
  return { ...picture, answers: spanish ? speaksSpanish(said) : said }
}
