/**
 * What is known of trunks and desk phones, kept: it is learnt from the phone system's settings and from calls, and the
 * office has the last word.
 */
import type { Finding } from '../../../telephony/calls/party.ts'
import { Parties } from '../../../telephony/calls/party.ts'
import type { Clock } from '../../../telephony/clock.ts'
import type { Logger } from '../../../telephony/logger.ts'
import type { InventoryAnswer } from '../../../telephony/parties/inventory.ts'
import type { Side } from '../../../telephony/parties/names.ts'
import type { DeskPhone, Parties as PartiesView, PartyView } from '../../contract/view-models.ts'
import type { Store } from '../store/database.ts'
import { reasonInWords } from '../telephony-words.ts'
import { forgetOldEndpoints, readEndpoints, saveChoice, saveEndpoints } from './endpoint-rows.ts'
import { listLines } from './lines.ts'

export interface PartyBookOptions {
  store: Store
  clock: Clock
  logger: Logger
  /** Something new is known. */
  changed(): void
}

/** What calls show is saved so long after the first of it came, in ms: a busy minute makes one write of many. */
const saveAfter = 2000

export class PartyBook {
  readonly parties: Parties = new Parties([])
  readonly #options: PartyBookOptions
  #settingsRead: boolean | null = null
  #giveUp: (() => void) | null = null
  #saving: Promise<void> = Promise.resolve()

  constructor(options: PartyBookOptions) {
    this.#options = options
    this.parties.onLearnt = () => {
      this.#giveUp ??= options.clock.after(saveAfter, () => void this.save())
    }
  }

  /** Reads all that was known when the book was closed. */
  async load(): Promise<void> {
    const { store, clock } = this.#options
    await store.write((work) => forgetOldEndpoints(work, clock.now()))
    const stored = await readEndpoints(store.db)
    this.parties.recall(stored.map(({ known }) => known))
    for (const { known, choice } of stored) this.parties.choose(known.endpoint, choice)
  }

  /** The office's word on an endpoint; null takes it back. Holds from the next call on. */
  async choose(endpoint: string, side: Side | null): Promise<void> {
    const { store, clock, changed } = this.#options
    await store.write((work) => saveChoice(work, endpoint, side, clock.now()))
    this.parties.choose(endpoint, side)
    changed()
  }

  /** How the phone system answered when it was asked for its endpoints. */
  inventoryAnswered(answer: InventoryAnswer): void {
    this.#settingsRead = answer === 'nothing' ? null : answer === 'read'
    this.#options.changed()
  }

  /** For the window: trunks and desk phones with their signs, and lines. */
  async view(): Promise<PartiesView> {
    const shown = this.parties.findings().map(partyView).sort(byName)
    return {
      outside: shown.filter(({ side }) => side === 'outside'),
      inside: shown.filter(({ side }) => side === 'inside'),
      lines: await listLines(this.#options.store.db),
      settingsRead: this.#settingsRead,
    }
  }

  /** The office's desk phones by extension, for whoever wants to ring one. */
  deskPhones(): DeskPhone[] {
    return this.parties
      .findings()
      .filter(({ side }) => side === 'inside')
      .map((finding) => ({
        channel: finding.endpoint,
        extension: extensionOf(finding) ?? nameOf(finding.endpoint),
        name: finding.settings.caption,
        context: finding.settings.context,
      }))
      .sort((a, b) => a.extension.localeCompare(b.extension, undefined, { numeric: true }))
  }

  /** Saves what was learnt since the last time. Never rejects: what could not be saved is learnt again. */
  save(): Promise<void> {
    this.#giveUp?.()
    this.#giveUp = null
    const { store, clock, logger, changed } = this.#options
    const known = this.parties.takeChanged()
    if (known.length === 0) return this.#saving
    this.#saving = this.#saving
      .then(() => store.write((work) => saveEndpoints(work, known, clock.now())))
      .then(changed)
      .catch((error: unknown) => logger.warn('parties.not-saved', { error: String(error) }))
    return this.#saving
  }

  /** Saves, and learns no more. */
  async close(): Promise<void> {
    this.parties.onLearnt = null
    await this.save()
  }
}

function partyView(finding: Finding): PartyView {
  const { endpoint, side, by, sure, why, lastSeenAt } = finding
  return { endpoint, name: nameForPeople(finding), side, by, sure, why: why.map(reasonInWords), lastSeenAt }
}

/** `Reception (101)`, `101`; null where the endpoint's own name says it all. */
function nameForPeople(finding: Finding): string | null {
  const { caption } = finding.settings
  const extension = extensionOf(finding)
  if (caption !== null) return extension === null ? caption : `${caption} (${extension})`
  return extension === nameOf(finding.endpoint) ? null : extension
}

function extensionOf({ endpoint, settings }: Finding): string | null {
  const name = nameOf(endpoint)
  return settings.extension ?? (/^\d{2,6}$/.test(name) ? name : null)
}

function nameOf(endpoint: string): string {
  return endpoint.slice(endpoint.indexOf('/') + 1)
}

function byName(a: PartyView, b: PartyView): number {
  return a.endpoint.localeCompare(b.endpoint, undefined, { numeric: true })
}
