/** What Ringback itself adds to a text to a caller, in the language of the office's texts and not in the window's. */
import type { Language } from '../../contract/preferences.ts'

interface AddedWords {
  /** Plain GSM-7, which has no á, í, ó and ú. */
  optOut: string
  /** For fields that no office can fill for every caller: a template without a fallback must not cost the text. */
  lastResorts: {
    /** Null: no word would do for everybody, and the sentence reads well without. */
    caller: string | null
    line: string
  }
}

export const addedWords: Readonly<Record<Language, AddedWords>> = {
  en: {
    optOut: 'Reply STOP and we will not text you again.',
    lastResorts: { caller: 'there', line: 'us' },
  },
  es: {
    optOut: 'Responda STOP si no quiere mensajes.',
    lastResorts: { caller: null, line: 'nuestra oficina' },
  },
}

const bareName = String.raw`\{\s*caller\s*(?:\|\s*)?\}`
/** At the start of the text or of a sentence: the next word begins it then. */
const nameInFront = new RegExp(String.raw`(^\s*|[.!?…\n]\s*|[¿¡]\s*)${bareName}[,;:]?\s*(\p{L}?)`, 'gu')
const nameWithin = new RegExp(String.raw`,?[^\S\n]*${bareName}`, 'gu')

/** A template that greets nobody by name: "Hola {caller}, gracias" becomes "Hola, gracias". */
export function withoutName(template: string): string {
  return template
    .replace(nameInFront, (_, before: string, next: string) => `${before}${next.toLocaleUpperCase('es')}`)
    .replace(nameWithin, '')
}
