import { describe, expect, it } from 'vitest'
import { english, wordsOf } from './catalogue-words.ts'
import { en } from './en/index.ts'
import { es } from './es/index.ts'
import { setLocale } from './locale.ts'

/** What is the same in both languages: how a reason stands inside a sentence, and a name. */
const same = [/^followUp\.inside$/, /^texting\.gateways\.Twilio$/, /^quietHours\.asIfLater$/, /^refusals\.day$/]

/** What stands on somebody else's page or in a file is named as it stands there. */
const quoted = /“[^”]*”|permit|deny/g

describe('the Spanish of main and the engine', () => {
  const spanish = wordsOf(es)

  it('is Spanish', () => {
    const said = new Map(spanish)
    const untranslated = wordsOf(en)
      .filter(([path, words]) => said.get(path) === words && !same.some((known) => known.test(path)))
      .map(([path]) => path)
    expect(untranslated).toEqual([])
  })

  it('has no English within it', () => {
    setLocale('es', 'es-US')
    expect(wordsOf(es).filter(([, said]) => english.test(said.replace(quoted, '')))).toEqual([])
  })

  it('is of the front desks of the Americas', () => {
    const foreign = spanish.filter(([, said]) => /\b(vosotros|vuestr\w+|tú|tu|tus|ordenador|móvil)\b/i.test(said))
    expect(foreign).toEqual([])
  })
})
