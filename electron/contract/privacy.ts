/** Erasing somebody, keeping only so long, and taking everything out. */

/** What was erased, in words that a machine reads, too: what an office hands out when somebody asked for it. */
export interface ErasureReceipt {
  what: 'ringback-erasure'
  /** ISO 8601, UTC. */
  erasedAt: string
  /** E.164. */
  numbers: string[]
  removed: { contacts: number; calls: number; texts: number; notes: number; pictures: number }
  /** Copies of the inbox it was removed from, and those it could not be removed from (damaged, in use). */
  copies: { cleaned: string[]; notCleaned: string[] }
  /** Numbers whose wish for no texts is kept, with its time and nothing else: so that it goes on being heeded. */
  keptOptOuts: string[]
}

/** Months that calls and texts are kept for; 0: for ever. */
export const keepingMonths = [0, 3, 6, 12, 24, 36, 60, 84] as const
export type KeepingMonths = (typeof keepingMonths)[number]

export interface PrivacyView {
  keepMonths: KeepingMonths
}

/** Tables that "everything" is made of, in the order in which they are written. */
export const exportedTables = [
  'contact',
  'tag',
  'contact_tag',
  'conversation',
  'call',
  'follow_up',
  'message',
  'attempt',
  'decision',
  'note',
  'happening',
  'picture',
  'opt_out',
  'opt_out_audit',
  'opt_out_question',
  'quick_reply',
  'draft',
  'line',
  'gap',
] as const
