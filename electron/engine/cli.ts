/**
 * The engine alone in a terminal: `--config FILE --data DIR`, or `--demo`. One JSON log line per event on standard
 * output; SIGTERM or Ctrl-C stops it cleanly. Exit codes: 0 stopped, 1 could not start, 2 the arguments are wrong.
 */
import { mkdtemp, readFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '../../telephony/clock.ts'
import { Engine } from './engine.ts'
import type { EngineOptions } from './engine-options.ts'
import { jsonLog } from './json-log.ts'
import { parseConfigFile } from './settings/config-file.ts'

const usage = 'Usage: npm run engine -- --config FILE --data DIR, or: npm run engine -- --demo [--data DIR]\n'

/** Runs until told to stop; resolves with the exit code. */
export async function runEngine(argv: string[]): Promise<number> {
  const logger = jsonLog(systemClock, (line) => process.stdout.write(line))
  const options = await optionsFrom(argv)
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n${usage}`)
    return 2
  }
  let engine: Engine
  try {
    engine = await Engine.start({ ...options, clock: systemClock, logger })
  } catch (error) {
    const { message, remedy } = error as { message: string; remedy?: string }
    logger.error('engine.not-started', { message, remedy })
    return 1
  }
  // Kept for good: under npm a Ctrl-C arrives twice, and the second must not cut the stopping short.
  await new Promise<void>((resolve) => {
    process.on('SIGTERM', resolve)
    process.on('SIGINT', resolve)
  })
  await engine.stop()
  return 0
}

type Start = Omit<EngineOptions, 'clock' | 'logger'>

async function optionsFrom(argv: string[]): Promise<Start | string> {
  let values: { config?: string; data?: string; demo?: boolean }
  try {
    values = parseArgs({
      args: argv,
      options: { config: { type: 'string' }, data: { type: 'string' }, demo: { type: 'boolean' } },
    }).values
  } catch (error) {
    return (error as Error).message
  }
  const noSecrets = { pbxPassword: null, gatewayToken: null }
  if (values.demo) {
    // A demo in the terminal leaves nothing behind that anybody would look for.
    const dataFolder = values.data ?? (await mkdtemp(path.join(os.tmpdir(), 'ringback-demo-')))
    return { profile: 'demo', dataFolder, secrets: noSecrets }
  }
  if (values.config === undefined || values.data === undefined) return 'Both --config and --data are needed.'
  let text: string
  try {
    text = await readFile(values.config, 'utf8')
  } catch (error) {
    return `The config file cannot be read: ${(error as Error).message}`
  }
  const parsed = parseConfigFile(text)
  if (!parsed.ok) return parsed.failure.message
  return { profile: 'office', dataFolder: values.data, secrets: noSecrets, config: parsed.value }
}
