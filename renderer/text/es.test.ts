import { describe, expect, it } from 'vitest'
import { english as englishWords, wordsOf } from '../../electron/contract/text/catalogue-words.ts'
import { setLocale } from '../../electron/contract/text/locale.ts'
import { en } from './en/index.ts'
import { es } from './es/index.ts'

/** What is the same in both languages: names, what machines read, and words that happen to be. */
const same = [
  /^app\.name$/,
  /^about\.(electron|chromium|node)$/,
  /^callBack\.steps\.ended$/,
  /^health\.permissions\.\w+\.0$/,
  /^inbox\.autoSent|conversation\.auto$/,
  /^keys\.ctrl$/,
  /^settings\.sections\.general|tags\.colour$/,
  /^settings\.languages\.(en|es)$/,
  /^setup\.phone\.(thisPc|hiddenPassword)$/,
  /^setup\.texting\.(sid|token)$/,
  /^texts\.field$/,
  /^time\.(elapsed|short)|calls\.detail\.seconds$/,
  /^contact\.no$/,
  // They say a country, days and numbers, which the samples are none of.
  /^calls\.facts\.country$/,
  /^overview\.(span|comparedWith|of|hourTick)$/,
]

describe('the Spanish words', () => {
  const english = wordsOf(en)
  const spanish = new Map(wordsOf(es))

  it('are Spanish', () => {
    const untranslated = english
      .filter(([path, said]) => spanish.get(path) === said && !same.some((known) => known.test(path)))
      .map(([path]) => path)
    expect(untranslated).toEqual([])
  })

  it('have no English within them', () => {
    // What stands on somebody else's page or in a file is named as it stands there.
    const ours = (said: string) => said.replace(/“[^”]*”/g, '')
    setLocale('es', 'es-US')
    expect(wordsOf(es).filter(([, said]) => englishWords.test(ours(said)))).toEqual([])
  })

  it('are as many as the English ones', () => {
    expect([...spanish.keys()].sort()).toEqual(english.map(([path]) => path).sort())
  })

  it('name nothing that Spanish speakers of a front desk would not', () => {
    const foreign = [...spanish].filter(([, said]) => /\b(vosotros|vuestr\w+|tú|tu|tus|ordenador|móvil)\b/i.test(said))
    expect(foreign).toEqual([])
  })
})
