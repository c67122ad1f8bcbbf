/** The menu of the right mouse button: other spellings for a word, and cut, copy and paste. Electron brings none. */
import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import type { Language } from '../contract/preferences.ts'

const words = {
  en: {
    add: 'Add to dictionary',
    none: 'No other spelling known',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    all: 'Select all',
  },
  es: {
    add: 'Añadir al diccionario',
    none: 'No se conoce otra grafía',
    cut: 'Cortar',
    copy: 'Copiar',
    paste: 'Pegar',
    all: 'Seleccionar todo',
  },
} satisfies Record<Language, Record<string, string>>

/** More than this nobody reads. */
const mostSuggestions = 5

export type Pointed = Pick<
  ContextMenuParams,
  'misspelledWord' | 'dictionarySuggestions' | 'isEditable' | 'selectionText' | 'editFlags'
>

export interface Spelling {
  replace(word: string): void
  add(word: string): void
}

/** What can be done where somebody pointed; empty for nothing, and then no menu comes. */
export function contextMenu(at: Pointed, language: Language, spelling: Spelling): MenuItemConstructorOptions[] {
  const { add, none, cut, copy, paste, all } = words[language]
  const { misspelledWord: word, dictionarySuggestions, isEditable, selectionText, editFlags } = at
  const suggestions = dictionarySuggestions.slice(0, mostSuggestions)
  const spellings: MenuItemConstructorOptions[] =
    !isEditable || word === ''
      ? []
      : [
          ...suggestions.map((label) => ({ label, click: () => spelling.replace(label) })),
          ...(suggestions.length === 0 ? [{ label: none, enabled: false }] : []),
          { label: add, click: () => spelling.add(word) },
          { type: 'separator' },
        ]
  if (isEditable) {
    return [
      ...spellings,
      { role: 'cut', label: cut, enabled: editFlags.canCut },
      { role: 'copy', label: copy, enabled: editFlags.canCopy },
      { role: 'paste', label: paste, enabled: editFlags.canPaste },
      { type: 'separator' },
      { role: 'selectAll', label: all, enabled: editFlags.canSelectAll },
    ]
  }
  return selectionText.trim() === '' ? [] : [{ role: 'copy', label: copy }]
}
