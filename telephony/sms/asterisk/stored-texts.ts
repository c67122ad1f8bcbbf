/** The texts that the phone system keeps in its database, so that none is lost while Ringback is not connected. */
import type { Clock } from '../../clock.ts'
import { kept, storeFamily } from './dialplan.ts'
import { listed } from './port.ts'
import type { PhoneSystemPort } from './port.ts'
import { countOf, recordIn, textOf } from './record.ts'
import type { Office, ReceivedText } from './record.ts'
import type { KnownRights } from './rights.ts'

/** Texts on one page. */
const pageSize = 50

export interface StoredPage {
  /** Newest first. */
  texts: ReceivedText[]
  /** The count of the newest text of all; 0 when there is none, or none may be read. */
  newest: number
  /** Where the next page begins; null on the last one. */
  next: number | null
}

export class StoredTexts {
  readonly #parts: { port: PhoneSystemPort; clock: Clock; rights: KnownRights; office: Office }
  /** What was read already, by count; null where there was nothing that makes sense. */
  readonly #read = new Map<number, ReceivedText | null>()

  constructor(parts: { port: PhoneSystemPort; clock: Clock; rights: KnownRights; office: Office }) {
    this.#parts = parts
  }

  /** One page from the text counted `from` downwards, or from the newest. Null when nobody is connected. */
  async page(from?: number): Promise<StoredPage | null> {
    const newest = await this.#newest()
    if (newest === null) return null
    const oldest = Math.max(1, newest - kept + 1)
    const texts: ReceivedText[] = []
    let count = Math.min(from ?? newest, newest)
    for (let left = pageSize; left > 0 && count >= oldest; left -= 1, count -= 1) {
      const text = await this.#text(count)
      if (text === undefined) return null
      if (text) texts.push(text)
    }
    return { texts, newest, next: count >= oldest ? count : null }
  }

  /** The count of the newest text; 0 when there is none, or none may be read. */
  async #newest(): Promise<number | null> {
    const entry = await this.#entry('last')
    if (entry === null) return null
    const newest = /^\d{1,12}$/.test(entry) ? Number(entry) : 0
    if (!(await this.#isSameCount())) this.#read.clear()
    for (const count of this.#read.keys()) if (count <= newest - kept) this.#read.delete(count)
    return newest
  }

  /** A database that was emptied counts from the beginning: then the newest that was read is another one, or gone. */
  async #isSameCount(): Promise<boolean> {
    const newestRead = Math.max(0, ...this.#read.keys())
    const before = this.#read.get(newestRead)
    if (!before) return newestRead === 0
    return recordIn((await this.#entry(newestRead % kept)) ?? '')?.id === before.providerId
  }

  /** Undefined when nobody is connected. */
  async #text(count: number): Promise<ReceivedText | null | undefined> {
    const known = this.#read.get(count)
    if (known !== undefined) return known
    const entry = await this.#entry(count % kept)
    if (entry === null) return undefined
    const record = recordIn(entry)
    // Another one may have taken its place meanwhile.
    const text = record && countOf(record.id) === count ? textOf(record, this.#parts.office) : null
    this.#read.set(count, text)
    return text
  }

  /** Empty when there is no such entry or it may not be read, null when nobody is connected. */
  async #entry(name: number | 'last'): Promise<string | null> {
    const rights = await this.#parts.rights.ask()
    if (!rights) return null
    if (!rights.look) return ''
    const key = String(name)
    const names = { item: 'DBGetResponse', complete: 'DBGetResponse' }
    const found = await listed(this.#parts, { Action: 'DBGet', Family: storeFamily, Key: key }, names)
    if (!found) return null
    const item = found.items.find((event) => event.get('Family') === storeFamily && event.get('Key') === key)
    return item?.get('Val') ?? ''
  }
}
