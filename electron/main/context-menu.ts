/** The menu of the right mouse button: other spellings for a word, and cut, copy and paste. Electron brings none. */
import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import { words } from '../contract/text/index.ts'

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
export function contextMenu(at: Pointed, spelling: Spelling): MenuItemConstructorOptions[] {
  const { cut, copy, paste, selectAll } = words.desktop.menu
  const { add, none } = words.desktop.spelling
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
      { role: 'selectAll', label: selectAll, enabled: editFlags.canSelectAll },
    ]
  }
  return selectionText.trim() === '' ? [] : [{ role: 'copy', label: copy }]
}
