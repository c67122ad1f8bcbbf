/** A whole engine for tests: a data folder of its own, the real clock, and nothing to talk to. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../telephony/clock.ts'
import { silentLogger } from '../../telephony/logger.ts'
import type { CommandInput, CommandOutput, EngineCommandName } from '../contract/commands.ts'
import { Engine } from './engine.ts'

type Options = Partial<Pick<Parameters<typeof Engine.start>[0], 'secrets' | 'onEvent'>>

export interface TestEngine {
  engine: Engine
  folder: string
  /** What it answers; throws where it refuses. */
  ask<N extends EngineCommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>>
  /** Stops it and removes its folder. */
  end(): Promise<void>
}

export async function startTestEngine(options: Options = {}): Promise<TestEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-engine-'))
  const engine = await Engine.start({
    dataFolder: folder,
    profile: 'office',
    secrets: { pbxPassword: null, gatewayToken: null },
    clock: systemClock,
    logger: silentLogger,
    ...options,
  })
  return {
    engine,
    folder,
    async ask<N extends EngineCommandName>(name: N, input: CommandInput<N>) {
      const result = await engine.request(name, input)
      if (!result.ok) throw new Error(result.failure.message)
      return result.value as CommandOutput<N>
    },
    async end() {
      await engine.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
