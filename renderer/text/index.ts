/** The words of the window in the language that holds now. `text` changes with it: read it where it is shown. */
import type { Language } from '../../electron/contract/preferences.ts'
import { en } from './en/index.ts'
import { setLocale } from '../../electron/contract/text/locale.ts'

type Catalogue = typeof en

/** English is always there; another language is fetched by whoever speaks it. */
const catalogues: Record<Language, () => Promise<Catalogue>> = {
  en: async () => en,
  es: async () => (await import('./es/index.ts')).es,
}

export let text: Catalogue = en

/** Numbers and dates follow, as `pc` (a locale such as en-GB) writes them; undefined: as the runtime finds it. */
export async function setLanguage(language: Language, pc: string | undefined): Promise<void> {
  text = await catalogues[language]()
  setLocale(language, pc)
}
