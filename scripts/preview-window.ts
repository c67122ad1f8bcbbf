/**
 * Pictures of the window in every state, light and dark, for looking at it while drawing it. Development only: the
 * renderer is the real one, the bridge is a MOCK (preview/mock-bridge.ts).
 *
 * Needs a Chromium: `apt-get install chromium`, or its path in RINGBACK_CHROMIUM.
 * Usage: node --import tsx scripts/preview-window.ts [FOLDER] [--only NAME]   (default folder: out/preview)
 */
import { mkdir, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { extname, join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { chromium, type Page } from 'playwright'
import { build } from 'vite'
import * as fixtures from './preview/fixtures.ts'
import { installMock, type Picture } from './preview/mock-bridge.ts'

const repo = resolve(import.meta.dirname, '..')
const built = join(repo, 'out/preview-renderer')
const size = { width: 1366, height: 768 }
/** As strict as the app's own, so that nothing is drawn here that would not be drawn there. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'"

interface Shot {
  name: string
  picture?: Partial<Picture>
  size?: typeof size
  act?: (page: Page) => Promise<void>
}

const open = (name: string) => async (page: Page) => {
  await page.getByRole('tab', { name: 'All' }).click()
  await page.getByRole('option', { name }).first().click()
}
const office = { 'app:info': fixtures.info, 'settings:get': fixtures.settings, 'health:get': fixtures.health }
const answers = { ...office, 'live:get': { calls: [] }, 'calls:list': { items: fixtures.calls, nextCursor: 'more' } }
const rail = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name }).click()
const blank = {
  rows: [],
  answers: { ...answers, 'settings:get': fixtures.blankSettings, 'health:get': fixtures.unconnected },
}

const shots: Shot[] = [
  {
    name: 'inbox',
    act: async (page) => {
      await page.getByRole('option', { name: 'Pat Lee' }).click()
      await page
        .getByRole('textbox', { name: 'Message' })
        .fill('Hi Pat, 3 pm Thursday is yours. And yes, we take Delta')
    },
  },
  { name: 'nothing-open' },
  {
    name: 'why',
    act: async (page) => {
      await page.getByRole('option', { name: 'Pat Lee' }).click()
      await page.getByRole('button', { name: 'Why a text?' }).click()
    },
  },
  { name: 'failed', act: open('Alex Novak') },
  { name: 'follow-up', act: open('June Park') },
  { name: 'opted-out', act: open('Lou Marsh') },
  { name: 'rtl', act: open('מיכל') },
  { name: 'long', act: open('Bartholomew') },
  {
    name: 'ringing',
    picture: { answers: { ...answers, 'live:get': { calls: fixtures.live } } },
    act: open('Sam Ortiz'),
  },
  {
    name: 'demo',
    picture: {
      answers: { ...answers, 'app:info': { ...fixtures.info, profile: 'demo' }, 'live:get': { calls: fixtures.live } },
    },
    act: open('Pat Lee'),
  },
  { name: 'trouble', picture: { answers: { ...answers, 'health:get': fixtures.troubled } }, act: open('Pat Lee') },
  {
    name: 'health',
    picture: { answers: { ...answers, 'health:get': { ...fixtures.troubled, paused: null } } },
    act: (page) => rail(page, 'Trouble'),
  },
  {
    name: 'engine-failed',
    picture: {
      events: {
        'engine:state': {
          state: 'stopped',
          message: 'The inbox file is damaged. Restore the backup of this morning, or ask for help.',
        },
      },
    },
    act: async (page) => {
      await open('Pat Lee')(page)
      await rail(page, 'Trouble')
    },
  },
  {
    name: 'one-line',
    picture: { rows: fixtures.rows.map((row) => ({ ...row, line: '(530) 555-0100' })) },
    act: open('Pat Lee'),
  },
  {
    name: 'lines',
    picture: {
      rows: fixtures.rows.map((row, at) => ({
        ...row,
        line: at % 3 === 0 ? '(530) 555-0100' : at % 3 === 1 ? 'Harborview Orthopedics main reception' : 'Physio',
      })),
    },
    act: open('Pat Lee'),
  },
  { name: 'empty', picture: { rows: [] } },
  {
    name: 'search-nothing',
    act: async (page) => {
      await page.getByRole('searchbox').fill('zebra')
      await page.waitForTimeout(400)
    },
  },
  { name: 'loading', picture: { silent: ['conversations:list'] }, act: (page) => page.waitForTimeout(500) },
  { name: 'welcome', picture: blank },
  {
    name: 'setup-phone',
    picture: {
      ...blank,
      answers: {
        ...blank.answers,
        'phone-system:check': {
          steps: [
            {
              name: 'Found at 192.0.2.10',
              state: 'ok',
              message: 'An Asterisk phone system answered in 3 ms.',
              remedy: null,
            },
            {
              name: 'Sign-in refused',
              state: 'failed',
              message: 'Wrong user name or password.',
              remedy: 'Compare the password with the secret line in manager.conf.',
            },
            { name: 'May we see calls?', state: 'skipped', message: 'Not tried.', remedy: null },
          ],
        },
      },
    },
    act: async (page) => {
      await page.getByRole('button', { name: 'Connect your phone system' }).click()
      await page.getByRole('textbox', { name: 'Address' }).fill('192.0.2.10')
      await page.getByRole('button', { name: 'Make one up' }).click()
      await page.getByRole('button', { name: 'Check' }).click()
    },
  },
  {
    name: 'setup-texting',
    picture: blank,
    act: async (page) => {
      await page.getByRole('button', { name: 'Connect your phone system' }).click()
      await page.getByRole('button', { name: 'Texting' }).click()
      await page.getByRole('button', { name: 'Save and continue' }).click()
    },
  },
  {
    name: 'settings-message',
    act: async (page) => {
      await rail(page, 'Settings')
      await page.getByRole('button', { name: 'Business and text' }).click()
    },
  },
  {
    name: 'about',
    act: async (page) => {
      await rail(page, 'Settings')
      await page.getByRole('button', { name: 'About' }).click()
    },
  },
  { name: 'unconnected', picture: blank, act: (page) => page.getByRole('button', { name: 'Skip' }).click() },
  { name: 'calls', act: (page) => rail(page, 'Calls') },
  { name: 'keys', act: (page) => page.keyboard.press('?') },
  {
    name: 'keys-off',
    act: async (page) => {
      await page.keyboard.press('?')
      await page.getByText('Single-key shortcuts').click()
    },
  },
  {
    name: 'done-notice',
    act: async (page) => {
      await page.getByRole('option', { name: 'Pat Lee' }).click()
      await page.getByRole('button', { name: 'Done' }).click()
    },
  },
  {
    name: 'narrow',
    size: { width: 1024, height: 640 },
    act: async (page) => {
      await open('Pat Lee')(page)
      await page.getByRole('button', { name: 'Details' }).click()
    },
  },
  {
    name: 'narrow-setup',
    size: { width: 1024, height: 640 },
    picture: blank,
    act: (page) => page.getByRole('button', { name: 'Connect your phone system' }).click(),
  },
]

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

async function main(): Promise<void> {
  const words = process.argv.slice(2)
  const onlyAt = words.indexOf('--only')
  const only = onlyAt === -1 ? null : (words[onlyAt + 1] ?? null)
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
    for (const shot of shots.filter(({ name }) => only === null || name.includes(only))) {
      for (const theme of ['light', 'dark'] as const) {
        const page = await browser.newPage({ viewport: shot.size ?? size, colorScheme: theme })
        const complain = (what: string): void => {
          complaints += 1
          console.error(`${shot.name} ${theme}: ${what}`)
        }
        page.on('pageerror', (error) => complain(error.message))
        page.on('console', (line) => {
          if (line.type() === 'error' || line.type() === 'warning') complain(line.text())
        })
        const rows = shot.picture?.rows ?? fixtures.rows
        const details = Object.fromEntries(rows.map((row) => [row.id, fixtures.detailOf(row)]))
        page.setDefaultTimeout(5_000)
        // tsx wraps named functions in a helper that the page does not have.
        await page.addInitScript('globalThis.__name = (named) => named')
        await page.addInitScript(installMock, { rows, details, answers, silent: [], events: {}, ...shot.picture })
        await page.goto(address)
        await page.waitForTimeout(150)
        await shot.act?.(page).catch((error: unknown) => complain(String(error)))
        await page.waitForTimeout(250)
        const wider = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
        if (wider) complain('scrolls sideways')
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
