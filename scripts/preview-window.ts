/**
 * Pictures of the window in every state, light and dark, for looking at it while drawing it. Development only: the
 * renderer is the real one, the bridge is a MOCK (preview/mock-bridge.ts).
 *
 * Needs a Chromium: `apt-get install chromium`, or its path in RINGBACK_CHROMIUM.
 * Usage: node --import tsx scripts/preview-window.ts [FOLDER] [--only NAME,NAME] [--width PX] [--height PX] [--zoom FACTOR] [--theme light|dark] [--spanish]
 *        (default folder: out/preview)
 */
import { mkdir, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { extname, join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { chromium, type Page } from 'playwright'
import { build } from 'vite'
import type { CommandArguments } from '../electron/contract/commands.ts'
import { setLanguage } from '../electron/contract/text/index.ts'
import { previewOf } from '../electron/engine/followup/lint.ts'
import * as fixtures from './preview/fixtures.ts'
import { inLanguage } from './preview/in-language.ts'
import { installMock } from './preview/mock-bridge.ts'
import { answers, shots, size } from './preview/shots.ts'

const repo = resolve(import.meta.dirname, '..')
const built = join(repo, 'out/preview-renderer')
/** As strict as the app's own, so that nothing is drawn here that would not be drawn there. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'"

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** Serves the built renderer on loopback, on a port of the system's choice. */
async function serve(): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://loopback').pathname
    const file = join(built, path === '/' ? 'index.html' : path)
    readFile(file).then(
      (body) => {
        const type = types[extname(file)] ?? 'application/octet-stream'
        response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': policy })
        response.end(body)
      },
      () => response.writeHead(path === '/favicon.ico' ? 204 : 404).end(),
    )
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const bound = server.address()
  if (typeof bound !== 'object' || bound === null) throw new Error('The preview server has no address')
  return { server, address: `http://127.0.0.1:${bound.port}` }
}

/** Words that their button, tab, label or heading has no room for. Names and texts of people may be cut. */
function cutWords(page: Page): Promise<string[]> {
  return page.evaluate(`
    [...document.querySelectorAll('button, [role=tab], [role=radio], label, legend, h1, h2, h3, dt, th, .help')]
      .filter((element) => element.offsetParent !== null && !element.closest('.theirs, .one-line, [role=option]'))
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 1 && scrollWidth > clientWidth + 1)
      .map((element) => element.innerText.slice(0, 80))
  `)
}

/** As the engine answers: what a text costs and what is wrong with it is no matter of made-up answers. */
function previewTexts({ templates, fields, ...options }: CommandArguments<'templates:preview'>) {
  const previews = templates.map(({ template, first, withLink }) =>
    previewOf(template, { ...options, first, fields: withLink ? fields : { ...fields, bookingLink: '' } }),
  )
  return { previews }
}

async function main(): Promise<void> {
  const words = process.argv.slice(2)
  const option = (name: string): string | null =>
    words.includes(name) ? (words[words.indexOf(name) + 1] ?? null) : null
  const only = option('--only')?.split(',') ?? null
  const zoom = Number(option('--zoom') ?? 1)
  const wanted = {
    width: Math.floor(Number(option('--width') ?? size.width) / zoom),
    height: Math.floor(Number(option('--height') ?? size.height) / zoom),
  }
  const spanish = words.includes('--spanish')
  if (spanish) setLanguage('es', 'es-US')
  const themes = (['light', 'dark'] as const).filter(
    (theme) => theme === (option('--theme') ?? (spanish ? 'light' : theme)),
  )
  const folder = words[0] && !words[0].startsWith('--') ? resolve(words[0]) : join(repo, 'out/preview')
  await mkdir(folder, { recursive: true })
  await build({
    root: join(repo, 'renderer'),
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    build: { outDir: built, emptyOutDir: true, target: 'chrome130' },
  })
  const { server, address } = await serve()
  const browser = await chromium.launch({
    executablePath: process.env['RINGBACK_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  })
  let complaints = 0
  try {
    for (const shot of shots.filter(({ name }) => only === null || only.some((part) => name.includes(part)))) {
      for (const theme of themes) {
        const page = await browser.newPage({
          viewport: zoom === 1 ? (shot.size ?? wanted) : wanted,
          deviceScaleFactor: zoom,
          colorScheme: theme,
        })
        const complain = (what: string): void => {
          complaints += 1
          console.error(`${shot.name} ${theme}: ${what}`)
        }
        const fetching = new Set<unknown>()
        page.on('request', (request) => void fetching.add(request))
        page.on('requestfinished', (request) => void fetching.delete(request))
        page.on('requestfailed', (request) => void fetching.delete(request))
        /** Pages are fetched when one goes to them: what is drawn before they are there is blank. */
        const calm = async (ms: number): Promise<void> => {
          do await page.waitForTimeout(ms)
          while (fetching.size > 0)
          // React shows a page that was waited for up to a third of a second later.
          await page.waitForFunction("document.querySelector('.app')?.childElementCount !== 1", null, {
            timeout: 2_000,
          })
        }
        page.on('pageerror', (error) => complain(error.message))
        page.on('console', (line) => {
          if (line.type() === 'error' || line.type() === 'warning') complain(line.text())
        })
        const rows = shot.picture?.rows ?? fixtures.rows
        const details = Object.fromEntries(rows.map((row) => [row.id, fixtures.detailOf(row)]))
        const picture = { rows, details, answers, silent: [], events: {}, ...shot.picture }
        if (spanish) {
          const info = { ...fixtures.info, ...(picture.answers['app:info'] as object), language: 'es' }
          Object.assign(picture, { answers: { ...picture.answers, 'app:info': info } })
        }
        page.setDefaultTimeout(spanish ? 1_500 : 5_000)
        await page.exposeFunction('previewTexts', previewTexts)
        // tsx wraps named functions in a helper that the page does not have.
        await page.addInitScript('globalThis.__name = (named) => named')
        await page.addInitScript(installMock, picture)
        await page.goto(address)
        await calm(150)
        await shot.act?.(spanish ? inLanguage(page) : page).catch((error: unknown) => complain(String(error)))
        await calm(250)
        const wider = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
        if (wider) complain('scrolls sideways')
        for (const cut of await cutWords(page)) complain(`cut: ${cut}`)
        await page.screenshot({ path: join(folder, `${shot.name}-${theme}.png`) })
        await page.close()
      }
    }
  } finally {
    await browser.close()
    server.close()
    await rm(built, { recursive: true, force: true })
  }
  console.log(`${folder}: done, ${complaints} complaints`)
  if (complaints > 0) process.exitCode = 1
}

await main()
