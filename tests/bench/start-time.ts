/** From the start of the program to a window that can be used, without anything watching until then. */
import { spawn } from 'node:child_process'
import { setTimeout as rest } from 'node:timers/promises'
import { chromium } from '@playwright/test'

export interface Program {
  executable: string
  args: string[]
  env: Record<string, string>
}

const patience = 120_000
/** So long a page is asked for its second mark, ms. */
const freshPatience = 4000

/**
 * Ms until the page marked itself usable, at the frame after it was drawn; `fresh`: until it showed what the engine says
 * now, where it marks that. The program is quit afterwards.
 */
export async function startTime({ executable, args, env }: Program): Promise<{ usable: number; fresh: number }> {
  const startedAt = performance.timeOrigin + performance.now()
  const child = spawn(executable, [...args, '--remote-debugging-port=0'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  try {
    const address = await debuggerOf(child.stderr)
    // Asked only after what is measured is over, as far as one can know.
    await rest(2500)
    const browser = await chromium.connectOverCDP(address)
    const marks = await whenUsable(async () => browser.contexts().flatMap((context) => context.pages())[0] ?? null)
    await browser.close().catch(() => undefined)
    return { usable: marks.usable - startedAt, fresh: marks.fresh - startedAt }
  } finally {
    child.kill('SIGTERM')
    const force = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await gone
    clearTimeout(force)
  }
}

interface Askable {
  evaluate<T>(run: () => T): Promise<T>
}

async function whenUsable(find: () => Promise<Askable | null>): Promise<Marks> {
  const end = Date.now() + patience
  const freshBy = Date.now() + freshPatience
  for (;;) {
    const page = await find()
    const at = page && (await page.evaluate(markedAt).catch(() => null))
    // What tells of the engine gets the time that it needs; a page without one marks nothing more.
    if (at && (!Number.isNaN(at.fresh) || Date.now() > freshBy)) return at
    if (Date.now() > end) throw new Error('The window did not become usable.')
    await rest(200)
  }
}

interface Marks {
  usable: number
  fresh: number
}

/** Runs in the page. */
function markedAt(): Marks | null {
  const [usable] = performance.getEntriesByName('ringback:usable')
  const [fresh] = performance.getEntriesByName('ringback:fresh')
  const { timeOrigin: origin } = performance
  return usable ? { usable: origin + usable.startTime, fresh: origin + (fresh?.startTime ?? NaN) } : null
}

function debuggerOf(stderr: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (address !== undefined) resolve(address)
    })
    stderr.on('close', () => reject(new Error(`The program ended: ${said.slice(-1000)}`)))
  })
}
