import { afterEach, expect, it } from 'vitest'
import { setLanguage } from '../contract/text/index.ts'
import { contextMenu } from './context-menu.ts'
import type { Pointed } from './context-menu.ts'

const nothing: Pointed = {
  misspelledWord: '',
  dictionarySuggestions: [],
  isEditable: false,
  selectionText: '',
  editFlags: {
    canUndo: false,
    canRedo: false,
    canCut: true,
    canCopy: true,
    canPaste: false,
    canDelete: true,
    canSelectAll: true,
    canEditRichly: false,
  },
}
const none = { replace: () => undefined, add: () => undefined }
const labels = (at: Partial<Pointed>) =>
  contextMenu({ ...nothing, ...at }, none).map(({ label, type }) => label ?? type)

afterEach(() => setLanguage('en', 'en-US'))

it('comes where something can be done: in a field, and on words that are selected', () => {
  expect(labels({})).toEqual([])
  expect(labels({ selectionText: 'Thursday' })).toEqual(['Copy'])
  expect(labels({ isEditable: true })).toEqual(['Cut', 'Copy', 'Paste', 'separator', 'Select all'])
  setLanguage('es', 'en-US')
  expect(labels({ isEditable: true })).toContain('Pegar')
})

it('offers other spellings for a word, five at most, and keeps the word when asked', () => {
  const done: string[] = []
  const at = {
    ...nothing,
    isEditable: true,
    misspelledWord: 'Thirsday',
    dictionarySuggestions: ['Thursday', 'b', 'c', 'd', 'e', 'f', 'g'],
  }
  const menu = contextMenu(at, {
    replace: (word) => void done.push(`replace ${word}`),
    add: (word) => void done.push(`add ${word}`),
  })
  expect(menu.slice(0, 6).map(({ label }) => label)).toEqual(['Thursday', 'b', 'c', 'd', 'e', 'Add to dictionary'])
  for (const { click } of [menu[0], menu[5]].filter((item) => item !== undefined)) (click as () => void)()
  expect(done).toEqual(['replace Thursday', 'add Thirsday'])
  expect(labels({ isEditable: true, misspelledWord: 'Xqz' })[0]).toBe('No other spelling known')
})
