/**
 * The log files: one line an event (`TIME LEVEL EVENT FACTS`), in the profile's `logs`, for this user's eyes. A new file
 * is begun at 5 MB and a few old ones stay. Never bodies, secrets or whole numbers.
 */
import path from 'node:path'
import type { Logger } from '../../telephony/logger.ts'

export const logFileName = 'ringback.log'
const largest = 5 * 1024 * 1024

/** What writes the file is read after the start, which must not wait for it, ms. */
const readAfter = 300

type Level = 'info' | 'warn' | 'error'
type Put = (level: Level, event: string, facts: Record<string, unknown>, concealed: readonly string[]) => void

export interface AppLog extends Logger {
  /** From now on these never stand in the log, whoever writes them. */
  conceal(secrets: readonly string[]): void
}

/** @param folder where the file is written; the first lines get there a moment after they are said. */
export function openLog(folder: string): AppLog {
  let put: Put | null = null
  let concealed: readonly string[] = []
  const waiting: [Level, string, Record<string, unknown>][] = []
  setTimeout(() => {
    void fileIn(folder).then((write) => {
      put = write
      for (const line of waiting.splice(0)) write(...line, concealed)
    })
  }, readAfter)
  const write =
    (level: Level) =>
    (event: string, facts: Record<string, unknown> = {}) => {
      if (put) put(level, event, facts, concealed)
      else waiting.push([level, event, facts])
    }
  return {
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    conceal(secrets) {
      // One that was changed may still ride along in what was begun before.
      concealed = [...new Set([...concealed, ...secrets])]
    },
  }
}

async function fileIn(folder: string): Promise<Put> {
  const [{ default: electronLog }, { logText }, { rotate }] = await Promise.all([
    import('electron-log/main.js'),
    import('./log-text.ts'),
    import('./log-rotation.ts'),
  ])
  const { file, console: terminal, ipc } = electronLog.transports
  file.resolvePathFn = () => path.join(folder, logFileName)
  file.maxSize = largest
  file.format = '{iso} {level} {text}'
  file.writeOptions = { ...file.writeOptions, mode: 0o600 }
  file.archiveLogFn = (old) => {
    // Where another program holds the old one, it is emptied: a log must not fill the disk.
    if (!rotate(old.path)) old.clear()
  }
  terminal.format = '{iso} {level} {text}'
  ipc.level = false
  return (level, event, facts, concealed) => electronLog[level](logText(event, facts, concealed))
}
