/** What the window knows of writing: quick replies, texts for later, drafts. */

/** Text to the contact, or a note for the office that is never sent. */
export type WritingKind = 'text' | 'note'

export interface QuickReply {
  id: string
  /** What is typed after the slash. */
  name: string
  /** With fields: `{caller|there}`. */
  template: string
  /** As it would be put in here; null where a field it needs is empty. */
  body: string | null
  uses: number
}

/** A time to send a text at. */
export interface SendTime {
  kind: 'in-an-hour' | 'afternoon' | 'tomorrow' | 'opening'
  at: number
  /** It falls into the contact's quiet hours, and why; null when it does not. */
  quiet: string | null
}

export interface Draft {
  conversationId: string
  kind: WritingKind
  body: string
  /** Epoch ms. */
  changedAt: number
}

/** Most seconds in which a text can be taken back. */
export const mostUndoSeconds = 10
/** Longest name of a quick reply. */
export const longestReplyName = 40
