/** Contacts: what staff write about them, and what is known of their numbers. */

/** Characters of a contact's name, and of a company's. */
export const longestName = 120
export const longestNotes = 4000
/** Numbers that one person can have. */
export const mostNumbers = 20

/** What somebody typed or a file holds, as one line of at most `longest` characters without anything invisible in it. */
export function oneLine(typed: string, longest: number): string {
  const plain = typed.normalize('NFC').replace(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069\uFEFF]/gu, ' ')
  const line = plain.replace(/\s+/g, ' ').trim()
  return Array.from(line).slice(0, longest).join('').trim()
}

/** One number of a person who has several. */
export interface PersonNumber {
  contactId: string
  /** Null where nothing has happened on this number yet. */
  conversationId: string | null
  numberForPeople: string
  /** When the number was last heard from or of; null for never. */
  lastActivityAt: number | null
  mayText: MayText
}

/** Whether a number may be texted: `asked` while staff have to decide. */
export type MayText = 'yes' | 'no' | 'asked'

/** A change of mind about texts, or what may have been one. */
export interface ConsentEntry {
  at: number
  numberForPeople: string
  change: 'out' | 'in' | 'ask'
  /** Who said so: the contact in a text, staff, or the text service; null for what nobody has decided on. */
  source: 'text' | 'staff' | 'gateway' | null
  /** The words that it rests on; empty where there are none to quote. */
  evidence: string
}

/** A contact that can be found by name or number. */
export interface ContactFound {
  id: string
  numberForPeople: string
  name: string | null
  company: string
  blocked: boolean
  /** The other numbers of the same person. */
  otherNumbers: string[]
}
