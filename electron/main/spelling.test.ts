import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { languagesIn, checkSpellingHere } from './spelling.ts'

let folder: string
let said: unknown[]
const session = {
  availableSpellCheckerLanguages: ['en-US', 'es-ES', 'fr'],
  setSpellCheckerEnabled: (enabled: boolean) => void said.push(enabled),
  setSpellCheckerLanguages: (languages: string[]) => void said.push(languages),
  setSpellCheckerDictionaryDownloadURL: (url: string) => void said.push(new URL(url).hostname),
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ringback-spelling-'))
  said = []
})
afterEach(() => rmSync(folder, { recursive: true }))

it('checks the languages whose dictionaries lie in the profile, and fetches none', () => {
  for (const name of ['es-ES-3-0.bdic', 'en-US-10-1.bdic', 'fr.bdic', 'xx-XX-1-0.bdic', 'notes.txt'])
    writeFileSync(path.join(folder, name), '')
  expect(languagesIn(folder)).toEqual(['en-US', 'es-ES', 'fr', 'xx-XX'])
  expect(checkSpellingHere(session, folder, 'linux')).toBe(true)
  expect(said).toEqual(['127.0.0.1', true, ['en-US', 'es-ES', 'fr']])
})

it('checks nothing where there are none', () => {
  expect(checkSpellingHere(session, path.join(folder, 'none'), 'win32')).toBe(false)
  expect(said).toEqual(['127.0.0.1', false, []])
})

it('leaves it to the system where that can do it', () => {
  expect(checkSpellingHere(session, folder, 'darwin')).toBe(true)
  expect(said).toEqual([])
})
