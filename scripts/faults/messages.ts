/** What a run and its engine's process say to each other. */
import type { EngineConfig } from '../../electron/engine/settings/config-file.ts'
import type { WorldTime } from './world-clock.ts'

export type ToEngine =
  | { do: 'start'; pc: string; life: number; config: EngineConfig; dataFolder: string; time: WorldTime }
  | { do: 'advance' | 'jump'; ms: number }
  /** The process shall die at the `count`th commit or request from now, or from its next text. */
  | { do: 'arm'; count: number; from: 'now' | 'claim' }
  | { do: 'breathe' | 'disarm' | 'fill-disk' | 'free-disk' | 'stop' }
  | { do: 'ask'; id: number; command: string; input: unknown }

/** `commits`: how many the engine had made when it said so. */
export type FromEngine =
  | { said: 'loaded' | 'started' | 'stopped' }
  /** The engine could not start. */
  | { said: 'refused'; message: string }
  | { said: 'advanced' | 'breathed' }
  | { said: 'answer'; id: number; ok: boolean; commits: number }
  | { said: 'live'; live: boolean }
  | {
      said: 'log'
      level: 'info' | 'warn' | 'error'
      event: string
      facts: Record<string, unknown>
      commits: number
    }
