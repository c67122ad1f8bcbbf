/**
 * The log files: one line an event (`TIME LEVEL EVENT FACTS`), in the profile's `logs`, for this user's eyes. A new file
 * is begun at 5 MB and a few old ones stay. Never bodies, secrets or whole numbers.
 */
import path from 'node:path'
import electronLog from 'electron-log/main.js'
import type { Logger } from '../../telephony/logger.ts'
import { rotate } from './log-rotation.ts'
import { logText } from './log-text.ts'

export const logFileName = 'ringback.log'
const largest = 5 * 1024 * 1024

export interface AppLog extends Logger {
  /** From now on these never stand in the log, whoever writes them. */
  conceal(secrets: readonly string[]): void
}

/** @param folder where `ringback.log` is written. */
export function openLog(folder: string): AppLog {
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
  let concealed: readonly string[] = []
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (event: string, facts: Record<string, unknown> = {}) =>
      electronLog[level](logText(event, facts, concealed))
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
