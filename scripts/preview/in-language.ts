/** The states of the window are reached by its English words; this reaches them in another language. */
import type { Page } from 'playwright'
import { en } from '../../renderer/text/en/index.ts'
import { es } from '../../renderer/text/es/index.ts'

const pairs: [english: string, spanish: string][] = []

function pair(english: unknown, spanish: unknown): void {
  if (typeof english === 'string' && typeof spanish === 'string') pairs.push([english, spanish])
  else if (typeof english === 'object' && typeof spanish === 'object' && english && spanish)
    for (const [name, member] of Object.entries(english)) pair(member, (spanish as Record<string, unknown>)[name])
  else if (typeof english === 'function' && typeof spanish === 'function')
    for (const sample of [
      [1, 4],
      [1, 2],
      ['Monday', 1],
      ['Tuesday', 2],
      ['Saturday', 1],
      ['Second text', 'When you are closed'],
    ])
      pair(answerTo(english, sample), answerTo(spanish, sample.map(inSpanish)))
}

function answerTo(speak: Function, sample: unknown[]): unknown {
  try {
    return Reflect.apply(speak, null, sample)
  } catch {
    return null
  }
}

/** The Spanish of an English word or part of a sentence; what is none of the window's words stays as it is. */
function inSpanish(word: unknown): unknown {
  return exactly(word)[0] ?? withPart(word) ?? word
}

/** All that it is in Spanish, in one place or another. */
function exactly(word: unknown): string[] {
  return [...new Set(pairs.flatMap(([english, spanish]) => (english === word ? [spanish] : [])))]
}

/** The Spanish of a sentence that it is a part of. */
function withPart(word: unknown): string | undefined {
  return typeof word === 'string' ? pairs.find(([english]) => english.includes(word))?.[1] : undefined
}

/** What to look for on the page. */
function sought(word: unknown): unknown {
  const words = exactly(word)
  if (words.length > 1) return new RegExp(`^(?:${words.map(literally).join('|')})$`)
  const [only = withPart(word)] = words
  if (only === undefined) return word
  // A count in the sentence is that of the sample, and another one on the page.
  return words.length === 0 && /\d/.test(only) ? new RegExp(literally(only).replace(/\d+/g, String.raw`\d+`)) : only
}

const literally = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)

/** The page, asked for Spanish words wherever an English one is given. */
export function inLanguage(page: Page): Page {
  if (pairs.length === 0) pair(en, es)
  return new Proxy(page, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function') return member
      return (...given: unknown[]) => {
        const [first, options, ...rest] = given
        if (name === 'getByText' || name === 'getByLabel')
          return Reflect.apply(member, target, [sought(first), options, ...rest])
        if (name === 'getByRole' && typeof options === 'object' && options !== null && 'name' in options) {
          const found = Reflect.apply(member, target, [first, { ...options, name: sought(options.name) }])
          return first === 'navigation' ? inLanguage(found as Page) : (found as unknown)
        }
        return Reflect.apply(member, target, given) as unknown
      }
    },
  })
}
