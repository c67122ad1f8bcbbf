/**
 * What somebody needs to know who helps from afar, as a text that may be pasted into a mail: how everything is doing,
 * since when, on what it runs, and which troubles the log has. In English, whatever the window speaks: it is for whoever
 * helps. No numbers, names, texts and secrets.
 */
import type { EngineState } from '../contract/events.ts'
import type { AppInfo, Health, PartHealth } from '../contract/view-models.ts'
import { mask } from './mask.ts'

export interface SupportFacts {
  now: number
  info: AppInfo
  /** The system, such as `Windows 10.0.22631`. */
  system: string
  engine: EngineState
  /** How often the engine ended by itself in this run. */
  deaths: number
  /** Null while the engine cannot be asked. */
  health: Health | null
  /** The end of the log. */
  log: string
  secrets: readonly string[]
  home: string
}

/** So many of the log's latest troubles are told. */
const mostTroubles = 30
/** A line of the log (log.ts): when, how bad, what happened. Its facts stay here: they may hold somebody's words. */
const trouble = /^(\S+) (warn|error) ([a-z][a-z0-9.-]*)(?: |$)/

export function supportDetails(facts: SupportFacts): string {
  const { now, info, system, engine, deaths, health, log, secrets, home } = facts
  const told = (words: string) => mask(words, secrets, home)
  const part = (name: string, { state, message, remedy, since }: PartHealth) =>
    `${name}: ${state}, since ${time(since)}. ${told([message, remedy].filter(Boolean).join(' '))}`
  const { runtime } = info
  return [
    `Ringback ${info.version} (${info.profile}), ${time(now)}`,
    `System: ${told(system)}, language ${info.language}, habits of ${info.locale}`,
    `Runtime: ${runtime.kind}, Electron ${runtime.electron}, Chromium ${runtime.chromium}, Node ${runtime.node}`,
    `Secrets: ${info.secrets ?? 'unknown'}`,
    `Data: ${told(info.dataFolder)}`,
    '',
    `Engine: ${engine.state}${engine.since === undefined ? '' : `, since ${time(engine.since)}`}; ended by itself ${deaths}×${away(engine)}. ${told(engine.message ?? '')}`,
    ...(health ? parts(health, part) : ['The engine cannot be asked.']),
    '',
    'Latest troubles in the log:',
    ...troubles(log),
  ]
    .map((line) => line.trimEnd())
    .join('\n')
}

function away({ away: last }: EngineState): string {
  return last ? `, last ${last.why} ${time(last.from)}, back ${time(last.to)}` : ''
}

function parts(health: Health, part: (name: string, health: PartHealth) => string): string[] {
  const { phoneSystem, texting, inbox, disk, clock, connection, paused } = health
  return [
    part('Phone system', phoneSystem),
    ...(connection.lacks.length > 0 ? [`Permissions missing there: ${connection.lacks.join(', ')}`] : []),
    part('Texting', texting),
    part('Inbox', inbox),
    part('Disk', disk),
    part('Clock', clock),
    paused
      ? `Paused by ${paused.by} since ${time(paused.since)}, until ${paused.until === null ? 'resumed' : time(paused.until)}`
      : 'Not paused',
  ]
}

/** One line a kind of trouble, the latest first, with how often it stands there. */
function troubles(log: string): string[] {
  const found = new Map<string, { last: string; times: number }>()
  for (const line of log.split('\n')) {
    const [, at = '', level = '', event = ''] = trouble.exec(line) ?? []
    if (event === '') continue
    const what = `${level} ${event}`
    const times = (found.get(what)?.times ?? 0) + 1
    // The latest goes to the end.
    found.delete(what)
    found.set(what, { last: at, times })
  }
  const lines = [...found].reverse().slice(0, mostTroubles)
  if (lines.length === 0) return ['none']
  return lines.map(([what, { last, times }]) => `${last} ${what}${times > 1 ? ` (${times}×)` : ''}`)
}

function time(at: number): string {
  return new Date(at).toISOString()
}
