import { describe, expect, it } from 'vitest'
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
  /^settings\.sections\.general$/,
  /^settings\.languages\.(en|es)$/,
  /^setup\.phone\.(thisPc|hiddenPassword)$/,
  /^setup\.texting\.(sid|token)$/,
  /^texts\.field$/,
  /^time\.(elapsed|short)$/,
  /^contact\.no$/,
  // They say a country, days and numbers, which the samples are none of.
  /^calls\.facts\.country$/,
  /^overview\.(span|comparedWith|of|hourTick)$/,
]

const samples: unknown[][] = [
  [3, 5, 7],
  [Date.UTC(2026, 10, 3, 15), Date.UTC(2026, 10, 24, 15), Date.UTC(2026, 10, 24, 15)],
  [['101', '102']],
  [{ phone: '101', who: 'Kim' }],
  ['Kim', 'Kim', 'Kim'],
  [true],
]

/** Every word of a catalogue by its path; a function by what it says about the samples it can be called with. */
function words(catalogue: unknown, path = ''): [string, string][] {
  if (typeof catalogue === 'string') return [[path, catalogue]]
  if (typeof catalogue === 'function') return [[path, samples.map((sample) => answerTo(catalogue, sample)).join('\n')]]
  return Object.entries(catalogue ?? {}).flatMap(([name, member]) =>
    words(member, path === '' ? name : `${path}.${name}`),
  )
}

function answerTo(speak: Function, sample: unknown[]): string {
  try {
    return JSON.stringify(Reflect.apply(speak, null, sample))
  } catch {
    return ''
  }
}

describe('the Spanish words', () => {
  const english = words(en)
  const spanish = new Map(words(es))

  it('are Spanish', () => {
    const untranslated = english
      .filter(([path, said]) => spanish.get(path) === said && !same.some((known) => known.test(path)))
      .map(([path]) => path)
    expect(untranslated).toEqual([])
  })

  it('are as many as the English ones', () => {
    expect([...spanish.keys()].sort()).toEqual(english.map(([path]) => path).sort())
  })

  it('name nothing that Spanish speakers of a front desk would not', () => {
    const foreign = [...spanish].filter(([, said]) => /\b(vosotros|vuestr\w+|tú|tu|tus|ordenador|móvil)\b/i.test(said))
    expect(foreign).toEqual([])
  })
})
