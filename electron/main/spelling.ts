/**
 * Spell checking without asking anybody on the internet. macOS brings its own. Elsewhere Chromium would fetch its
 * dictionaries from a Google server; here it uses only those that lie in the profile's folder, and none without them.
 */
import { readdirSync } from 'node:fs'
import path from 'node:path'

/** Chromium's own place for them, within the profile. */
export function dictionaryFolder(profileFolder: string): string {
  return path.join(profileFolder, 'Dictionaries')
}

/** What of Electron's session it needs. */
export interface SpellingSession {
  availableSpellCheckerLanguages: string[]
  setSpellCheckerEnabled(enabled: boolean): void
  setSpellCheckerLanguages(languages: string[]): void
  setSpellCheckerDictionaryDownloadURL(url: string): void
}

/** Nothing listens there, and nothing leaves this PC on the way. */
const nowhere = 'http://127.0.0.1:9/'

/** Sets the session up; true when words will be checked. */
export function checkSpellingHere(session: SpellingSession, folder: string, platform: NodeJS.Platform): boolean {
  if (platform === 'darwin') return true
  session.setSpellCheckerDictionaryDownloadURL(nowhere)
  const languages = languagesIn(folder).filter((language) => session.availableSpellCheckerLanguages.includes(language))
  session.setSpellCheckerEnabled(languages.length > 0)
  session.setSpellCheckerLanguages(languages)
  return languages.length > 0
}

/** The languages of the dictionaries in that folder: `en-US-10-1.bdic` is for `en-US`. */
export function languagesIn(folder: string): string[] {
  try {
    const names = readdirSync(folder).flatMap((name) => {
      const language = /^([a-z]{2,3}(?:-[A-Z]{2})?)(?:-\d+-\d+)?\.bdic$/.exec(name)?.[1]
      return language === undefined ? [] : [language]
    })
    return [...new Set(names)].sort()
  } catch {
    // There is no such folder as long as nobody has made it.
    return []
  }
}
