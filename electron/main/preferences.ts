/** What whoever sits at this PC likes, in a small file of its own. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { languages, preferences } from '../contract/preferences.ts'
import type { Language, Preferences } from '../contract/preferences.ts'
import type { Logger } from '../../telephony/logger.ts'
import { writeWhole } from './whole-file.ts'

const { language, theme } = preferences.shape
/** What cannot be read is as the system has it. */
const stored = z.object({ language: language.catch('pc'), theme: theme.catch('pc') })

export class PreferencesFile {
  readonly #file: string
  readonly #logger: Logger
  #now: Preferences

  constructor(file: string, logger: Logger) {
    this.#file = file
    this.#logger = logger
    this.#now = read(file)
  }

  now(): Preferences {
    return this.#now
  }

  /** Where the file cannot be written, it holds until Ringback ends. */
  keep(chosen: Preferences): void {
    this.#now = chosen
    try {
      writeWhole(this.#file, JSON.stringify(this.#now))
    } catch (error) {
      this.#logger.warn('preferences.not-written', { error: String(error) })
    }
  }
}

function read(file: string): Preferences {
  try {
    return stored.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return { language: 'pc', theme: 'pc' }
  }
}

/** @param pc the languages of this PC, the most liked first, such as `es-MX`. */
export function languageInForce(chosen: Preferences['language'], pc: readonly string[]): Language {
  if (chosen !== 'pc') return chosen
  for (const tag of pc) {
    const known = languages.find((one) => one === tag.split('-')[0])
    if (known) return known
  }
  return 'en'
}
