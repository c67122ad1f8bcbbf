/**
 * The engine in a process of its own, to be killed: as `npm run engine` runs it, but with the run's clock and with
 * fail points. Loads everything at once and then waits to be told to start.
 */
import { Engine } from '../../electron/engine/engine.ts'
import type { Logger } from '../../telephony/logger.ts'
import { FailPoints, watchCommits, watchRequests } from './fail-points.ts'
import type { FromEngine, ToEngine } from './messages.ts'
import { WorldClock } from './world-clock.ts'
// Loaded late by the product; here that would be most of a short life.
import 'twilio'

const points = new FailPoints()
const commits = watchCommits(points)
let by = { pc: '', life: 0 }
const requests = watchRequests(points, { commits, by: () => by })
let engine: Engine | null = null
let clock: WorldClock | null = null

const say = (message: FromEngine) => {
  process.send?.(message)
}
const log =
  (level: 'info' | 'warn' | 'error') =>
  (event: string, facts: Record<string, unknown> = {}) =>
    say({ said: 'log', level, event, facts, commits: commits.count })
const logger: Logger = { info: log('info'), warn: log('warn'), error: log('error') }

async function start({ config, dataFolder, time, pc, life }: Extract<ToEngine, { do: 'start' }>): Promise<void> {
  by = { pc, life }
  clock = new WorldClock(time)
  const noSecrets = { pbxPassword: null, gatewayToken: null }
  try {
    engine = await Engine.start({
      profile: 'office',
      dataFolder,
      secrets: noSecrets,
      config,
      clock,
      logger,
      onEvent: (name, payload) => {
        if (name !== 'health:changed' || !('phoneSystem' in payload)) return
        say({ said: 'live', live: payload.phoneSystem.state === 'ok' })
      },
    })
    say({ said: 'started' })
  } catch (error) {
    say({ said: 'refused', message: String(error) })
  }
}

/** SQLite says "disk full" as soon as the file would have to grow. */
function fillDisk(full: boolean): void {
  const db = commits.writer
  if (!db?.open) return
  const pages = Number(db.pragma('page_count', { simple: true }))
  db.pragma(`max_page_count = ${full ? pages : 1_000_000_000}`)
}

async function obey(message: ToEngine): Promise<void> {
  switch (message.do) {
    case 'start':
      return start(message)
    case 'advance':
      await clock?.advance(message.ms)
      await requests.idle()
      say({ said: 'advanced' })
      return
    case 'breathe':
      await requests.idle()
      say({ said: 'breathed' })
      return
    case 'jump':
      clock?.jump(message.ms)
      return
    case 'arm':
      points.arm(message.count, message.from)
      return
    case 'disarm':
      points.disarm()
      return
    case 'fill-disk':
    case 'free-disk':
      fillDisk(message.do === 'fill-disk')
      return
    case 'stop':
      await engine?.stop()
      say({ said: 'stopped' })
      return
    case 'ask': {
      const result = await engine?.request(message.command, message.input)
      say({ said: 'answer', id: message.id, ok: result?.ok === true, commits: commits.count })
    }
  }
}

process.on('message', (message) => {
  obey(message as ToEngine).catch((error: unknown) => logger.error('run.broke-off', { error: String(error) }))
})
// Nobody is left to be told anything.
process.on('disconnect', () => process.exit())
say({ said: 'loaded' })
