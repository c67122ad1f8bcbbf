/** The words of the window in the language that holds now. `text` changes with it: read it where it is shown. */
import type { Language } from '../../electron/contract/preferences.ts'
import { en } from './en/index.ts'
import { es } from './es/index.ts'
import { setLocale } from '../../electron/contract/text/locale.ts'

type Catalogue = typeof en

const catalogues: Record<Language, Catalogue> = { en, es }

export let text: Catalogue = en

/** Numbers and dates follow, as `pc` (a locale such as en-GB) writes them; undefined: as the runtime finds it. */
export function setLanguage(language: Language, pc: string | undefined): void {
  text = catalogues[language]
  setLocale(language, pc)
}
