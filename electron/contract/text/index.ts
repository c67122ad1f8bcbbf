/**
 * What main and the engine say to people, in the language that holds now: toasts, the tray, why a text went out or did
 * not, what could not be done and what to do about it. `words` changes with the language: read it where it is said.
 * What is stored as a sentence (a happening in a conversation, a text's failure) stays as it was said.
 */
import type { Language } from '../preferences.ts'
import { en } from './en/index.ts'
import { es } from './es/index.ts'
import { setLocale } from './locale.ts'

export const catalogues: Readonly<Record<Language, typeof en>> = { en, es }

export let words: typeof en = en
export let language: Language = 'en'

/** Numbers and dates follow, as `pc` (a locale such as en-GB) writes them; undefined: as the runtime finds it. */
export function setLanguage(spoken: Language, pc: string | undefined): void {
  language = spoken
  words = catalogues[spoken]
  setLocale(spoken, pc)
}
