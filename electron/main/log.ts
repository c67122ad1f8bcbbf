/** The log file: one line an event, rotated at 5 MB, in the profile's `logs`. Never bodies, secrets or whole numbers. */
import path from 'node:path'
import electronLog from 'electron-log/main.js'
import type { Logger } from '../../telephony/logger.ts'
import { logText } from './log-text.ts'

export const logFileName = 'ringback.log'

/** @param folder where `ringback.log` is written. */
export function openLog(folder: string): Logger {
  electronLog.transports.file.resolvePathFn = () => path.join(folder, logFileName)
  electronLog.transports.file.maxSize = 5 * 1024 * 1024
  electronLog.transports.file.format = '{iso} {level} {text}'
  electronLog.transports.console.format = '{iso} {level} {text}'
  electronLog.transports.ipc.level = false
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (event: string, facts: Record<string, unknown> = {}) =>
      electronLog[level](logText(event, facts))
  return { info: write('info'), warn: write('warn'), error: write('error') }
}
