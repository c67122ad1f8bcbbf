/** Where the running lab says how to reach it, for commands in other terminals. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { cacheFolder } from '../../prepare/cache.ts'
import type { AmiAccess } from '../start-lab.ts'

export interface RunningLab {
  pid: number
  /** The control server, and the word that it wants to hear. */
  control: { port: number; token: string }
  recorder: AmiAccess
}

function file(): string {
  return path.join(cacheFolder('lab'), 'running.json')
}

export function writeRunningLab(running: RunningLab): void {
  mkdirSync(path.dirname(file()), { recursive: true, mode: 0o700 })
  writeFileSync(file(), JSON.stringify(running), { mode: 0o600 })
}

/** The lab started last. Throws a sentence for people when none runs. */
export function readRunningLab(): RunningLab {
  try {
    const running = JSON.parse(readFileSync(file(), 'utf8')) as RunningLab
    process.kill(running.pid, 0)
    return running
  } catch {
    throw new Error('No lab is running. Start one in another terminal: npm run lab')
  }
}

/** Forgets this process's lab; one that was started since stays. */
export function forgetRunningLab(): void {
  try {
    if (readRunningLab().pid === process.pid) rmSync(file())
  } catch {
    // There is nothing to forget.
  }
}
