import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { languageInForce, PreferencesFile } from './preferences.ts'
import { listeningLogger } from './testing.ts'

let folder: string
const { logger } = listeningLogger()
const file = () => path.join(folder, 'preferences.json')

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ringback-preferences-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('what somebody likes', () => {
  it('is as the PC has it until it is chosen, and then kept', () => {
    expect(new PreferencesFile(file(), logger).now()).toEqual({ language: 'pc', theme: 'pc' })
    new PreferencesFile(file(), logger).keep({ language: 'es', theme: 'dark' })
    expect(new PreferencesFile(file(), logger).now()).toEqual({ language: 'es', theme: 'dark' })
  })

  it.each(['no JSON', '{"language":"xx","theme":7}', '[]'])('is as the PC has it where %s was left', (left) => {
    writeFileSync(file(), left)
    expect(new PreferencesFile(file(), logger).now()).toEqual({ language: 'pc', theme: 'pc' })
  })

  it('holds for this run where it cannot be written', () => {
    const kept = new PreferencesFile(path.join(folder, 'gone', 'preferences.json'), logger)
    kept.keep({ language: 'es', theme: 'pc' })
    expect(kept.now().language).toBe('es')
    expect(() => readFileSync(path.join(folder, 'gone'))).toThrow()
  })
})

describe('the language', () => {
  it.each([
    ['pc', ['es-MX', 'en-US'], 'es'],
    ['pc', ['de-DE', 'es-US'], 'es'],
    ['pc', ['fr'], 'en'],
    ['pc', [], 'en'],
    ['en', ['es-MX'], 'en'],
    ['es', ['en-US'], 'es'],
  ] as const)('chosen as %s on a PC of %j is %s', (chosen, pc, language) => {
    expect(languageInForce(chosen, pc)).toBe(language)
  })
})
