import { describe, expect, it } from 'vitest'
import { wordsOf } from './catalogue-words.ts'
import { en } from './en/index.ts'
import { es } from './es/index.ts'

/** What is the same in both languages: how a reason stands inside a sentence. */
const same = [/^followUp\.inside$/]

describe('the Spanish of main and the engine', () => {
  const spanish = new Map(wordsOf(es))

  it('is Spanish', () => {
    const untranslated = wordsOf(en)
      .filter(([path, said]) => spanish.get(path) === said && !same.some((known) => known.test(path)))
      .map(([path]) => path)
    expect(untranslated).toEqual([])
  })

  it('is of the front desks of the Americas', () => {
    const foreign = [...spanish].filter(([, said]) => /\b(vosotros|vuestr\w+|tú|tu|tus|ordenador|móvil)\b/i.test(said))
    expect(foreign).toEqual([])
  })
})
