/** The figures of the window, each measured as the person before it would feel it. */
import path from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { _electron } from '@playwright/test'
import type { ElectronApplication, Page } from '@playwright/test'
import type { StandIn } from '../../scripts/lab/twilio/stand-in.ts'
import type { RunningApp } from '../support/app.ts'
import { atMost, median, p95, rounded } from './figures.ts'
import type { Figure } from './figures.ts'
import { scrollAndCount, together } from './frames.ts'
import type { Scrolled } from './frames.ts'
import { cpuSeconds, familyOf, memoryOf } from './processes.ts'
import { until } from './office.ts'
import { hourOfWork } from './simulated-hour.ts'
import { startTime } from './start-time.ts'
import { readyFor, timeToSettle, timeUntil } from './to-pixels.ts'

export interface BenchProgram {
  executable: string
  runtime: string
  profile: string
}

type Figures = Record<string, Figure>

const timeLine = '.timeline'

const appFolder = path.join(import.meta.dirname, '../..')
const emptyFolder = path.join(import.meta.dirname, 'empty-window')
/** Chromium's own sandbox is off, as in all whole-app tests: root cannot use it. */
const asRoot = '--no-sandbox'
/** Odd, and enough that one start that something else disturbed moves no median. */
const rounds = 11

/** Both in turn, so that what else the machine does falls on both. */
export async function starting({ executable, runtime, profile }: BenchProgram): Promise<Figures> {
  const env = { ...environment(), RINGBACK_RUNTIME: runtime }
  const empty: number[] = []
  const ours: number[] = []
  const fresh: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const one = await startTime({ executable, args: [asRoot, emptyFolder], env })
    const other = await startTime({ executable, args: [asRoot, appFolder, `--user-data-dir=${profile}`], env })
    // The first one warms the disk.
    if (round === 0) continue
    empty.push(one.usable)
    ours.push(other.usable)
    fresh.push(other.fresh)
  }
  const beside = {
    listMs: rounded(median(ours)),
    fromEngineMs: rounded(median(fresh)),
    emptyMs: rounded(median(empty)),
  }
  return { startToList: atMost(median(ours) / median(empty), 1.3, '× an empty window', beside) }
}

/** Opens the conversation of 10,000 items again and again, with others between, until its newest texts are drawn. */
export async function opening(app: RunningApp): Promise<Figures> {
  const { window } = app
  await searchFor(window, 'Long Story')
  const long = window.getByRole('row', { name: 'Long Story' }).first()
  await long.click()
  await window.locator(timeLine).waitFor()
  await rest(500)
  const newest = await longestOfNewest(app)
  await searchFor(window, 'Long')
  const times: number[] = []
  const others = window.getByRole('row').filter({ hasNotText: 'Long Story' })
  for (let round = 0; round < 21; round += 1) {
    await others.nth(round % 3).click()
    await window.locator(timeLine).filter({ hasNotText: newest }).waitFor()
    await rest(300)
    const took = await timeUntil(window, { selector: timeLine, text: newest }, () => long.click())
    if (round > 0) times.push(took)
    await rest(300)
  }
  await searchFor(window, '')
  return { openConversation: atMost(p95(times), 150, 'ms', { medianMs: rounded(median(times)) }) }
}

/** Words that only this conversation's end has. */
async function longestOfNewest(app: RunningApp): Promise<string> {
  const { items } = await app.demand('conversations:list', { tab: 'all', query: 'Long Story', limit: 10 })
  const id = items.find(({ contact }) => contact.name === 'Long Story')?.id ?? ''
  const { timeline } = await app.demand('conversations:get', { id })
  const bodies = timeline.flatMap((item) => (item.kind === 'message' ? [item.body] : [])).slice(-3)
  return bodies.sort((one, other) => other.length - one.length)[0] ?? ''
}

const queries = ['garcia', 'appointment', '530', 'root canal', 'Pat Lee', 'muela', '(212) 555-01', 'chloe m', 'delta']

/** Each key of each query, from the key to the drawn answer. */
export async function searching({ window }: RunningApp): Promise<Figures> {
  const times: number[] = []
  for (const query of queries) {
    await searchFor(window, '')
    await window.locator('#search-box').focus()
    for (const key of query) {
      const took = await timeToSettle(window, { selector: '.tab-panel', quiet: 400 }, () => window.keyboard.press(key))
      if (!Number.isNaN(took)) times.push(took)
    }
  }
  await searchFor(window, '')
  return { search: atMost(p95(times), 100, 'ms', { medianMs: rounded(median(times)), keys: times.length }) }
}

/** List and conversation, alone and while 20 texts a second come in, beside an empty page. */
export async function scrolling(app: RunningApp, sms: StandIn, program: BenchProgram): Promise<Figures> {
  const empty = await withEmptyWindow(program, '--long', async ({ page }) => scrollBothWays(page, { x: 200, y: 400 }))
  const quiet = await scrollPanes(app.window)
  const stop = textsComeIn(sms, 20)
  await rest(4000)
  const busy = await scrollPanes(app.window)
  await stop()
  const beside = {
    emptyPage: rounded(empty.share),
    list: rounded(quiet.list.share),
    conversation: rounded(quiet.conversation.share),
  }
  const meanwhile = { list: rounded(busy.list.share), conversation: rounded(busy.conversation.share) }
  const worst = (found: Awaited<ReturnType<typeof scrollPanes>>) =>
    Math.max(found.list.share, found.conversation.share) - empty.share
  return {
    scrolling: atMost(Math.max(0, worst(quiet)), 1, '% of frames dropped more than an empty page', beside),
    scrollingWhileTextsArrive: atMost(Math.max(0, worst(busy)), 1, '% of frames dropped more than an empty page', {
      ...beside,
      ...meanwhile,
    }),
  }
}

async function scrollPanes(window: Page): Promise<{ list: Scrolled; conversation: Scrolled }> {
  await window.getByRole('tab', { name: /^All/ }).click()
  await window.getByRole('row').first().waitFor()
  const list = await scrollBothWays(window, await middleOf(window, '#conversation-list'))
  await searchFor(window, 'Long Story')
  await window.getByRole('row', { name: 'Long Story' }).first().click()
  await window.locator(timeLine).waitFor()
  await rest(500)
  const conversation = await scrollBothWays(window, await middleOf(window, timeLine), -1)
  await searchFor(window, '')
  return { list, conversation }
}

async function scrollBothWays(page: Page, at: { x: number; y: number }, sign = 1): Promise<Scrolled> {
  const there = await scrollAndCount(page, { ...at, step: 33 * sign, ms: 5000 })
  const back = await scrollAndCount(page, { ...at, step: -33 * sign, ms: 3000 })
  return together([there, back])
}

async function middleOf(window: Page, selector: string): Promise<{ x: number; y: number }> {
  const box = await window.locator(selector).first().boundingBox()
  if (!box) throw new Error(`${selector} is not on the screen`)
  return { x: box.x + box.width / 2, y: box.y + Math.min(box.height, 500) / 2 }
}

/** Texts from many contacts, so many a second, until the function that it returns is called. */
export function textsComeIn(sms: StandIn, perSecond: number): () => Promise<void> {
  let count = 0
  const timer = setInterval(() => {
    count += 1
    const number = `+1530555${String(count % 1000).padStart(4, '0')}`
    sms.receive({ from: number, body: `Is ${count} o'clock on Friday still free?` })
  }, 1000 / perSecond)
  return () => {
    clearInterval(timer)
    return rest(3000)
  }
}

/** What the window holds after the work of an hour, beyond what an empty one holds in this run. */
export async function memoryAfterAnHour(app: RunningApp, sms: StandIn, program: BenchProgram): Promise<Figures> {
  const empty = await withEmptyWindow(program, '', async ({ electron, page }) => {
    await rest(5000)
    await collectGarbage(page)
    return memoryOf(await rendererOf(electron, page))
  })
  const pid = await rendererOf(app.electron, app.window)
  await collectGarbage(app.window)
  const before = memoryOf(pid)
  const work = await hourOfWork(app, sms)
  await rest(10_000)
  await collectGarbage(app.window)
  const afterwards = memoryOf(pid)
  const beside = { emptyMB: rounded(empty), beforeMB: rounded(before), afterMB: rounded(afterwards), ...work }
  return { memory: atMost(afterwards - empty, 150, 'MB above an empty window', beside) }
}

/** What nothing holds any more counts on neither side. */
async function collectGarbage(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  await session.detach()
  await rest(1000)
}

/** All processes of the app together, over a minute in which nobody does anything. */
export async function idleCpu(app: RunningApp): Promise<Figures> {
  const root = app.electron.process().pid ?? 0
  // A large inbox is read through once after each start; that is work, not idleness.
  await until(async () => {
    const events = (await app.log.lines()).map(({ event }) => event)
    return events.lastIndexOf('engine.started') > events.lastIndexOf('engine.forked')
  }, 180_000)
  // A caret that blinks is drawn by whatever page one types in.
  await app.window.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  await rest(15_000)
  const pids = familyOf(root)
  const before = cpuSeconds(pids)
  const startedAt = performance.now()
  await rest(60_000)
  const seconds = (performance.now() - startedAt) / 1000
  const after = cpuSeconds(pids)
  const used = pids.map((pid) => (after.get(pid) ?? 0) - (before.get(pid) ?? 0))
  const sum = used.reduce((one, other) => one + other, 0)
  const each = used.filter((part) => part > 0).map((part) => rounded((part / seconds) * 100))
  return { idleCpu: atMost((sum / seconds) * 100, 0.5, '% of a core', { processes: each.join(' ') }) }
}

/** Everything that the search box holds is replaced. */
async function searchFor(window: Page, query: string): Promise<void> {
  await window.locator('#search-box').fill(query)
  await rest(600)
}

async function withEmptyWindow<T>(
  { executable }: BenchProgram,
  argument: string,
  use: (open: { electron: ElectronApplication; page: Page }) => Promise<T>,
): Promise<T> {
  const electron = await _electron.launch({
    executablePath: executable,
    args: [emptyFolder, argument].filter(Boolean),
    env: environment(),
  })
  try {
    const page = await electron.firstWindow()
    await page.waitForLoadState()
    await readyFor(page)
    await rest(1000)
    return await use({ electron, page })
  } finally {
    await electron.close()
  }
}

async function rendererOf(electron: ElectronApplication, page: Page): Promise<number> {
  const window = await electron.browserWindow(page)
  return window.evaluate(({ webContents }) => webContents.getOSProcessId())
}

function environment(): Record<string, string> {
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const runnersOnly = new Set(['NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE', 'FORCE_COLOR'])
  return Object.fromEntries(own.filter(([name]) => !runnersOnly.has(name)))
}
