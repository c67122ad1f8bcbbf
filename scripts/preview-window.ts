/**
 * Pictures of the window in every state, light and dark, for looking at it while drawing it. Development only: the
 * renderer is the real one, the bridge is a MOCK (preview/mock-bridge.ts).
 *
 * Needs a Chromium: `apt-get install chromium`, or its path in RINGBACK_CHROMIUM.
 * Usage: node --import tsx scripts/preview-window.ts [FOLDER] [--only NAME,NAME] [--width PX] [--height PX]
 *        [--zoom FACTOR] [--theme light|dark] [--spanish] [--high-contrast]        (default folder: out/preview)
 */
import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import react from '@vitejs/plugin-react'
import { chromium } from 'playwright'
import { build } from 'vite'
import { setLanguage } from '../electron/contract/text/index.ts'
import { setLanguage as setWindowLanguage } from '../renderer/text/index.ts'
import { browserPath } from './preview/browser.ts'
import { draw } from './preview/draw.ts'
import { serve } from './preview/serve.ts'
import { shots } from './preview/shots/index.ts'
import { size } from './preview/shots/shot.ts'

const repo = resolve(import.meta.dirname, '..')
const built = join(repo, 'out/preview-renderer')
/** Drawn side by side: most of the time is waiting. */
const atOnce = 3

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '' },
    width: { type: 'string', default: String(size.width) },
    height: { type: 'string', default: String(size.height) },
    zoom: { type: 'string', default: '1' },
    theme: { type: 'string', default: '' },
    spanish: { type: 'boolean', default: false },
    'high-contrast': { type: 'boolean', default: false },
  },
})

async function main(): Promise<void> {
  const { spanish } = values
  const zoom = Number(values.zoom)
  const look = {
    size: { width: Math.floor(Number(values.width) / zoom), height: Math.floor(Number(values.height) / zoom) },
    zoom,
    spanish,
    highContrast: values['high-contrast'],
  }
  if (spanish) {
    setLanguage('es', 'es-US')
    await setWindowLanguage('es', 'es-US')
  }
  const themes = (['light', 'dark'] as const).filter((theme) => values.theme === '' || values.theme === theme)
  const folder = resolve(positionals[0] ?? join(repo, 'out/preview'))
  await mkdir(folder, { recursive: true })
  await build({
    root: join(repo, 'renderer'),
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    build: { outDir: built, emptyOutDir: true, target: 'chrome130' },
  })
  const { server, address } = await serve(built)
  const executablePath = browserPath()
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] })
  let complaints = 0
  const left = shots
    .filter(({ name }) => values.only.split(',').some((part) => name.includes(part)))
    .flatMap((shot) => themes.map((theme) => ({ shot, theme })))
  const drawSome = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) {
      const { shot, theme } = next
      for (const complaint of await draw(browser, address, shot, { ...look, theme }, folder)) {
        complaints += 1
        console.error(`${shot.name} ${theme}: ${complaint}`)
      }
    }
  }
  try {
    await Promise.all(Array.from({ length: atOnce }, drawSome))
  } finally {
    await browser.close()
    server.close()
    await rm(built, { recursive: true, force: true })
  }
  console.log(`${folder}: done, ${complaints} complaints`)
  if (complaints > 0) process.exitCode = 1
}

await main()
