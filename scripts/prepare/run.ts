/** Runs other programs. */
import { spawn } from 'node:child_process'
import type { SpawnOptions } from 'node:child_process'

export interface Ran {
  code: number | null
  signal: NodeJS.Signals | null
  /** Standard output and errors together, its last 100,000 characters. */
  output: string
}

/** Runs a program to its end and keeps what it prints; `seen` hears it as it comes. Never rejects. */
export function run(
  command: string,
  args: string[],
  options: SpawnOptions & { seen?: (text: string) => void; timeoutMs?: number } = {},
): Promise<Ran> {
  const { seen, timeoutMs, ...spawnOptions } = options
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...spawnOptions })
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), timeoutMs)
    const hear = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-100_000)
      seen?.(chunk.toString())
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.on('error', (error) => {
      clearTimeout(timer)
      resolve({ code: 127, signal: null, output: output + error.message })
    })
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      resolve({ code, signal, output })
    })
  })
}

/**
 * Runs a program in this terminal, passes signals on to it, and resolves with its exit code. A Ctrl-C reaches it by
 * itself; to hear of it twice would end it before it has finished.
 */
export function runHere(command: string, args: string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', env })
    const pass = (signal: NodeJS.Signals) => void child.kill(signal)
    const interrupt = (signal: NodeJS.Signals) => (process.stdin.isTTY ? undefined : pass(signal))
    process.on('SIGTERM', pass)
    process.on('SIGINT', interrupt)
    child.on('error', (error) => {
      process.stderr.write(`${command} could not be started: ${error.message}\n`)
      resolve(127)
    })
    child.on('close', (code) => {
      process.off('SIGTERM', pass)
      process.off('SIGINT', interrupt)
      resolve(code ?? 1)
    })
  })
}
