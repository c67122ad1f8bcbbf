/**
 * The engine inside Electron's utility process: it waits for main's `start`, answers requests, and tells what happens
 * over the one port it has. Nothing here knows Electron; the port is handed to every utility process.
 */
import { systemClock } from '../../telephony/clock.ts'
import type { Logger } from '../../telephony/logger.ts'
import type { FromEngine, ToEngine } from '../contract/engine-port.ts'
import { setLanguage, words } from '../contract/text/index.ts'
import { fail, ok } from '../contract/result.ts'
import type { Result } from '../contract/result.ts'
import { answerWithoutInbox } from './backups/commands.ts'
import { restoreInbox } from './store/restore.ts'
import { Engine } from './engine.ts'
import { inboxPath } from './engine-options.ts'
import { asStoreError, StoreError } from './store/store-error.ts'

interface ParentPort {
  on(event: 'message', listener: (message: { data: ToEngine }) => void): void
  postMessage(message: FromEngine): void
}

const port = (process as unknown as { parentPort?: ParentPort }).parentPort
if (!port) throw new Error('The engine has no port: it runs as a utility process, or through cli.ts')

type StartMessage = Extract<ToEngine, { kind: 'start' }>

const tell = (message: FromEngine) => port.postMessage(message)
const log =
  (level: 'info' | 'warn' | 'error') =>
  (event: string, facts: Record<string, unknown> = {}) =>
    tell({ kind: 'log', level, event, facts })
const logger: Logger = { info: log('info'), warn: log('warn'), error: log('error') }

/** Before another try to open an inbox that could not be written, ms. */
const restBeforeNextTry = 3000

let engine: Engine | null = null
let started: StartMessage | null = null
/** Over when the inbox is open or cannot be opened: what is asked meanwhile waits for it. */
let opening: Promise<void> = Promise.resolve()
/** Opening, restoring, stopping: one after the other. */
let going: Promise<unknown> = Promise.resolve()

async function open(message: StartMessage): Promise<void> {
  const { secrets } = message
  try {
    engine = await Engine.open({
      ...placeOf(message),
      secrets,
      clock: systemClock,
      logger,
      onEvent: (name, payload) => tell({ kind: 'event', name, payload } as FromEngine),
    })
  } catch (error) {
    failed(error)
    if (isRefused(error)) tryAgainLater()
    return
  }
  tell({ kind: 'ready' })
  const opened = engine
  opened.begin().catch(async (error: unknown) => {
    if (engine !== opened) return
    failed(error)
    await stop()
    if (isRefused(error)) tryAgainLater()
  })
}

function isRefused(error: unknown): boolean {
  return error instanceof StoreError && error.code === 'not-writable'
}

/** There may be room on the disk then, or somebody gave the rights back. */
function tryAgainLater(): void {
  systemClock.after(restBeforeNextTry, () => {
    going = going.then(async () => {
      if (started && engine === null) await open(started)
    })
  })
}

function placeOf({ profileFolder, demo }: StartMessage): { dataFolder: string; profile: 'office' | 'demo' } {
  return { dataFolder: profileFolder, profile: demo ? 'demo' : 'office' }
}

async function restore({ name, secrets }: Extract<ToEngine, { kind: 'restore' }>): Promise<void> {
  if (!started) return
  started = { ...started, secrets }
  await stop()
  const file = inboxPath(placeOf(started))
  const result = await restoreInbox({ file, name, clock: systemClock, logger }).then(
    (aside) => ok({ aside }),
    (error: unknown) => {
      logger.error('store.not-restored', { error: String(error) })
      const told = asStoreError(error, file)
      const { notRestored, notRestoredRemedy } = words.data
      const remedy = told?.code === 'not-writable' ? told.remedy : notRestoredRemedy
      return fail('not-ready', told ? `${notRestored} ${told.message}` : notRestored, remedy)
    },
  )
  await open(started)
  tell({ kind: 'restored', result })
}

function failed(error: unknown): void {
  const told = error instanceof StoreError
  logger.error('engine.not-started', { error: told ? error.message : String((error as Error).stack ?? error) })
  const { notStarted, startAgain } = words.desktop.engine
  const [text, remedy] = told ? error.plainly : [notStarted, startAgain]
  const isDamaged = told && error.code === 'damaged'
  tell({ kind: 'failed', failure: { code: 'not-ready', message: text, remedy }, damaged: isDamaged })
}

/** What is on its way is finished first. */
async function stop(): Promise<void> {
  const running = engine
  engine = null
  await running?.stop().catch((error: unknown) => logger.error('engine.not-stopped', { error: String(error) }))
}

async function request(message: Extract<ToEngine, { kind: 'request' }>): Promise<void> {
  const { id, command, input } = message
  await opening
  const result = engine ? await engine.request(command, input) : await answerWhileDown(command, input)
  tell({ kind: 'answer', id, result })
}

async function answerWhileDown(command: string, input: unknown): Promise<Result<unknown>> {
  const notReady = fail('not-ready', words.desktop.engine.notRunning)
  const answer = started && answerWithoutInbox(command, input, inboxPath(placeOf(started)))
  return answer === null
    ? notReady
    : answer.catch((error: unknown) => {
        logger.error('command.failed', { command, error: String(error) })
        return notReady
      })
}

// Ctrl-C in a terminal reaches this process, too; main tells it when to stop.
process.on('SIGINT', () => {})

port.on('message', ({ data }) => {
  switch (data.kind) {
    case 'start':
      started = data
      setLanguage(data.speech.language, data.speech.locale)
      opening = open(data)
      going = opening
      return
    case 'speak':
      setLanguage(data.speech.language, data.speech.locale)
      if (started) started = { ...started, speech: data.speech }
      void engine?.languageChanged()
      return
    case 'request':
      void request(data)
      return
    case 'restore':
      going = going.then(() => restore(data))
      return
    case 'lock':
      void engine?.noteLock(data.lock)
      return
    case 'ping':
      tell({ kind: 'alive' })
      return
    case 'stop':
      void going.then(stop).finally(() => process.exit(0))
  }
})
