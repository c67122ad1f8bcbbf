/**
 * What the window shows while the engine starts: the list as it was when Ringback ended. It is kept then, and a little
 * after each change in case the PC is just switched off; between the two there is none, so that nothing is shown that is
 * no longer so. The engine's first answer takes its place; what is asked beyond it waits for the engine.
 */
import { readFileSync, rmSync } from 'node:fs'
import type { CommandOutput } from '../contract/commands.ts'
import { firstQuestions } from '../contract/first-questions.ts'
import { ok } from '../contract/result.ts'
import type { Result } from '../contract/result.ts'
import { writeWhole } from './whole-file.ts'

type Kept = 'app:info' | 'settings:get' | 'conversations:list'
const kept: readonly Kept[] = ['app:info', 'settings:get', 'conversations:list']

interface Stored {
  /** Another version may mean something else by the same words. */
  version: string
  answers: { [N in Kept]: CommandOutput<N> }
}

type Ask = (command: string, input: unknown) => Promise<Result<unknown>>

export class FirstScreen {
  readonly #file: string
  readonly #version: string
  /** What was not asked for yet. */
  readonly #left = new Map<string, unknown>()
  /** The file may be there. */
  #isKept = true

  constructor(file: string, version: string) {
    this.#file = file
    this.#version = version
    try {
      const stored = JSON.parse(readFileSync(file, 'utf8')) as Partial<Stored>
      if (stored.version === version && stored.answers)
        for (const name of kept) this.#left.set(name, stored.answers[name])
    } catch {
      // There is none, or none that can be read.
    }
  }

  /** Whether there is something to show. */
  get isThere(): boolean {
    return this.#left.size > 0
  }

  /** The answer that was kept to one of the window's first questions, once; null for everything else. */
  answer(command: string, input: unknown): Result<unknown> | null {
    const value = isFirst(command, input) ? this.#left.get(command) : undefined
    if (value === undefined) return null
    this.#left.delete(command)
    // Older than anything that the engine will say.
    return ok(command === 'conversations:list' ? calm(value as CommandOutput<'conversations:list'>) : value)
  }

  /** The engine answers from now on. */
  forget(): void {
    this.#left.clear()
  }

  /** Something changed. */
  outdated(): void {
    if (this.#isKept) this.#remove()
  }

  /** Asks main and engine what the next start shall show, and keeps it. */
  async keep(ask: Ask): Promise<void> {
    this.#isKept = true
    const answers: Record<string, unknown> = {}
    for (const [name, input] of firstQuestions) {
      if (!kept.some((one) => one === name)) continue
      const result = await ask(name, input)
      if (!result.ok) return this.#remove()
      answers[name] = result.value
    }
    // It changed meanwhile.
    if (!this.#isKept) return
    try {
      writeWhole(this.#file, JSON.stringify({ version: this.#version, answers }))
    } catch {
      // Then the next start shows the list when the engine has it.
      this.#remove()
    }
  }

  #remove(): void {
    this.#isKept = false
    try {
      rmSync(this.#file, { force: true })
    } catch {
      // Another program holds it; the next change tries again.
      this.#isKept = true
    }
  }
}

function isFirst(command: string, input: unknown): boolean {
  const question = firstQuestions.find(([name]) => name === command)
  return question !== undefined && JSON.stringify(question[1]) === JSON.stringify(input)
}

/** Who was on the phone then is not any more. */
function calm(list: CommandOutput<'conversations:list'>): CommandOutput<'conversations:list'> {
  return { ...list, revision: -1, items: list.items.map((item) => ({ ...item, live: false })) }
}
