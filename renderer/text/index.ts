/** The words of the window in the language that holds now. `text` changes with it: read it where it is shown. */
import { en } from './en/index.ts'
import { setLocale } from './locale.ts'

type Catalogue = typeof en

const catalogues = { en } satisfies Record<string, Catalogue>

export type Language = keyof typeof catalogues

export let text: Catalogue = en

/** Numbers and dates follow, as `pc` (a locale such as en-GB) writes them; undefined: as the runtime finds it. */
export function setLanguage(language: Language, pc: string | undefined): void {
  text = catalogues[language]
  setLocale(language, pc)
}
