/** What Ringback does on this PC: which notifications it shows, whether it starts at login, whether links open it. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { toastChoices } from '../contract/pc-settings.ts'
import type { PcSettings, ToastChoices } from '../contract/pc-settings.ts'
import { fail, ok } from '../contract/result.ts'
import type { Result } from '../contract/result.ts'
import { words } from '../contract/text/index.ts'
import type { Logger } from '../../telephony/logger.ts'
import type { AutoStart } from './auto-start.ts'
import { dialSchemes } from './dial-links.ts'
import { usualToasts } from './toast-choices.ts'
import { writeWhole } from './whole-file.ts'

const { kinds, sound } = toastChoices.shape
/** What cannot be read is as it was at first. */
const stored = z.object({
  kinds: kinds.catch(usualToasts.kinds),
  sound: sound.catch(usualToasts.sound),
})

/** What Electron's `app` offers for links of other programs. */
export interface LinkClient {
  isDefaultProtocolClient(scheme: string): boolean
  setAsDefaultProtocolClient(scheme: string): boolean
  removeAsDefaultProtocolClient(scheme: string): boolean
}

export interface PcControlsOptions {
  /** Where the choice of notifications is kept. */
  file: string
  autoStart: AutoStart
  links: LinkClient
  logger: Logger
}

export class PcControls {
  readonly #options: PcControlsOptions
  #toasts: ToastChoices

  constructor(options: PcControlsOptions) {
    this.#options = options
    this.#toasts = read(options.file)
  }

  toasts(): ToastChoices {
    return this.#toasts
  }

  /** As the system has it now: it may have been changed there. */
  settings(): PcSettings {
    const { autoStart, links } = this.#options
    return {
      toasts: this.#toasts,
      startAtLogin: attempt(() => autoStart.isOn()) ?? false,
      links: dialSchemes.some((scheme) => links.isDefaultProtocolClient(scheme)),
    }
  }

  /** Changes what is given; a failure says which of it the system refused. */
  save({ toasts, startAtLogin, links }: Partial<PcSettings>): Result<PcSettings> {
    const { autoStart, file, logger } = this.#options
    if (toasts !== undefined) {
      this.#toasts = toasts
      if (!this.#did('toasts', () => writeWhole(file, JSON.stringify(toasts)))) {
        return fail('not-ready', ...words.pc.notStored)
      }
    }
    if (startAtLogin !== undefined && !this.#did('start-at-login', () => autoStart.set(startAtLogin))) {
      return fail('not-ready', ...words.pc.autoStart)
    }
    if (links !== undefined && !this.#setLinks(links)) return fail('not-ready', ...words.pc.links.notSet)
    logger.info('pc.saved', { startAtLogin, links, toasts })
    return ok(this.settings())
  }

  #setLinks(on: boolean): boolean {
    const { links } = this.#options
    const set = (scheme: string) =>
      on ? links.setAsDefaultProtocolClient(scheme) : links.removeAsDefaultProtocolClient(scheme)
    return dialSchemes.map(set).every(Boolean)
  }

  #did(what: string, change: () => void): boolean {
    try {
      change()
      return true
    } catch (error) {
      this.#options.logger.warn('pc.not-saved', { what, error: String(error) })
      return false
    }
  }
}

function read(file: string): ToastChoices {
  return attempt(() => stored.parse(JSON.parse(readFileSync(file, 'utf8')))) ?? usualToasts
}

function attempt<T>(ask: () => T): T | null {
  try {
    return ask()
  } catch {
    return null
  }
}
