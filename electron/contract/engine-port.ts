/** What main and the engine process say to each other over the utility process's port. */
import type { EngineEvents } from './events.ts'
import type { Language } from './preferences.ts'
import type { Failure, Result } from './result.ts'

export interface EngineSecrets {
  pbxPassword: string | null
  gatewayToken: string | null
  /** Where each was given for: at another place it would be learnt by whoever is there. Left out: not known. */
  places?: SecretPlaces
}

/** Null: not known. */
export interface SecretPlaces {
  pbxPassword: { host: string; tls: boolean } | null
  gatewayToken: { baseUrl: string } | null
}

/** The language of the engine's sentences, and how this PC writes numbers and times. */
export interface Speech {
  language: Language
  locale: string
}

/** How the window's lock is set: for the history of the settings. Nothing of the PIN but when it was set. */
export interface LockNote {
  on: boolean
  minutes: number
  /** Epoch ms; 0 where there is none. */
  setAt: number
}

export type ToEngine =
  /** First of all, once. */
  | { kind: 'start'; profileFolder: string; demo: boolean; secrets: EngineSecrets; speech: Speech }
  /** Speak so from now on. */
  | { kind: 'speak'; speech: Speech }
  /** `input` is checked by main and by the engine. */
  | { kind: 'request'; id: number; command: string; input: unknown }
  /** Put this backup in the inbox's place, then begin anew, as `start` does. */
  | { kind: 'restore'; name: string | null; secrets: EngineSecrets }
  /** Told whenever it runs, and after each change. */
  | { kind: 'lock'; lock: LockNote }
  /** Main wants to hear that it is not stuck: `alive` is the answer, at once. */
  | { kind: 'ping' }
  /** Finish what is on its way, then exit. */
  | { kind: 'stop' }

type EngineEvent = {
  [N in keyof EngineEvents]: { kind: 'event'; name: N; payload: EngineEvents[N] }
}[keyof EngineEvents]

export type FromEngine =
  | { kind: 'ready' }
  | { kind: 'alive' }
  | { kind: 'answer'; id: number; result: Result<unknown> }
  | EngineEvent
  | { kind: 'log'; level: 'info' | 'warn' | 'error'; event: string; facts: Record<string, unknown> }
  /** It cannot start (inbox damaged, in use …); it stays, so that it is not started over and over. `damaged`: a backup helps. */
  | { kind: 'failed'; failure: Failure; damaged: boolean }
  /** What became of a restore: where the inbox before it is kept. `ready` or `failed` comes before. */
  | { kind: 'restored'; result: Result<{ aside: string | null }> }
