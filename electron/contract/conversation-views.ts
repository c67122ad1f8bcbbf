/** One conversation with its contact and its follow-up. */
import type { PersonNumber } from './contacts.ts'
import type { TagView } from './tags.ts'
import type { ContactSummary, ConversationState, FollowUpGlance } from './inbox-views.ts'
import type { TimelineItem } from './timeline-views.ts'

export interface ConversationDetail {
  id: string
  contact: ContactCard
  state: ConversationState
  /** The newest part of it, oldest first; texts that wait to be sent stand at its foot. */
  timeline: TimelineItem[]
  /** There is more before it: `timeline:read`. */
  hasOlder: boolean
  /** The first item of it that came in since somebody read the conversation; null when nothing did. */
  firstNew: string | null
  followUp: FollowUpView | null
  /** Why no text may be written to this contact; null when one may. */
  noTextReason: string | null
  /** Why it is no time for texts where the contact is; null when it is. Staff may write all the same. */
  quiet: string | null
  /** What the composer's booking-link button inserts; null when the office has none. */
  bookingLink: string | null
  revision: number
}

export interface ContactCard extends ContactSummary {
  firstSeenAt: number
  calls: number
  missedCalls: number
  optedOut: { at: number; source: 'text' | 'staff' | 'gateway' } | null
  /** A text may have been a wish for no more texts: nothing automatic goes out until staff decide. */
  optOutAsked: boolean
  /** Automatic texts of the last seven days, and the most there may be. */
  automaticThisWeek: { sent: number; most: number }
  /** What happened earlier, newest first, one line each. */
  earlier: { at: number; text: string }[]
  notes: string
  lines: string[]
  /** By name. */
  tags: TagView[]
  /** Who gave the name; null when there is none. */
  nameFrom: 'pbx' | 'staff' | null
  /** What the phone system calls them; null when it has no name for them. */
  pbxName: string | null
  /** Empty for none. */
  company: string
  /** Nothing is sent to them. */
  blocked: boolean
  /** All numbers of the person, the one of this conversation first; empty for a person of one number. */
  numbers: PersonNumber[]
}

export interface FollowUpView extends FollowUpGlance {
  id: string
  /** Of the person's conversations, the one that it runs in. */
  conversationId: string
  /** Message id of the next text; null when none is due. */
  nextId: string | null
  /** Body of the next text as it would go out now; null when none is due. */
  nextBody: string | null
  /** Why the next text waits beyond its own time, in plain words; null when it does not. */
  nextWhy: string | null
  /** Staff wrote it themselves. */
  nextEdited?: boolean
}
