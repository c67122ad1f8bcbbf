/**
 * The engine inside Electron's utility process: it waits for main's `start`, answers requests, and tells what happens
 * over the one port it has. Nothing here knows Electron; the port is handed to every utility process.
 */
import { systemClock } from '../../telephony/clock.ts'
import type { Logger } from '../../telephony/logger.ts'
import type { FromEngine, ToEngine } from '../contract/engine-port.ts'
import { setLanguage, words } from '../contract/text/index.ts'
import { Engine } from './engine.ts'
import { StoreError } from './store/store-error.ts'

interface ParentPort {
  on(event: 'message', listener: (message: { data: ToEngine }) => void): void
  postMessage(message: FromEngine): void
}

const port = (process as unknown as { parentPort?: ParentPort }).parentPort
if (!port) throw new Error('The engine has no port: it runs as a utility process, or through cli.ts')

const tell = (message: FromEngine) => port.postMessage(message)
const log =
  (level: 'info' | 'warn' | 'error') =>
  (event: string, facts: Record<string, unknown> = {}) =>
    tell({ kind: 'log', level, event, facts })
const logger: Logger = { info: log('info'), warn: log('warn'), error: log('error') }

let engine: Engine | null = null

async function start(message: Extract<ToEngine, { kind: 'start' }>): Promise<void> {
  const { profileFolder, demo, secrets, speech } = message
  setLanguage(speech.language, speech.locale)
  try {
    engine = await Engine.open({
      dataFolder: profileFolder,
      profile: demo ? 'demo' : 'office',
      secrets,
      clock: systemClock,
      logger,
      onEvent: (name, payload) => tell({ kind: 'event', name, payload } as FromEngine),
    })
  } catch (error) {
    failed(error)
    return
  }
  tell({ kind: 'ready' })
  await engine.begin().catch(async (error: unknown) => {
    failed(error)
    await stop()
  })
}

function failed(error: unknown): void {
  const told = error instanceof StoreError
  logger.error('engine.not-started', { error: told ? error.message : String((error as Error).stack ?? error) })
  const remedy = told ? error.remedy : words.desktop.engine.startAgain
  const text = told ? error.message : words.desktop.engine.notStarted
  tell({ kind: 'failed', failure: { code: 'not-ready', message: text, remedy } })
}

/** What is on its way is finished first. */
async function stop(): Promise<void> {
  const running = engine
  engine = null
  await running?.stop().catch((error: unknown) => logger.error('engine.not-stopped', { error: String(error) }))
}

async function request(message: Extract<ToEngine, { kind: 'request' }>): Promise<void> {
  const { id, command, input } = message
  const notReady = { code: 'not-ready', message: words.desktop.engine.notRunning } as const
  const result = engine ? await engine.request(command, input) : { ok: false as const, failure: notReady }
  tell({ kind: 'answer', id, result })
}

// Ctrl-C in a terminal reaches this process, too; main tells it when to stop.
process.on('SIGINT', () => {})

port.on('message', ({ data }) => {
  switch (data.kind) {
    case 'start':
      void start(data)
      return
    case 'speak':
      setLanguage(data.speech.language, data.speech.locale)
      void engine?.languageChanged()
      return
    case 'request':
      void request(data)
      return
    case 'stop':
      void stop().finally(() => process.exit(0))
  }
})
