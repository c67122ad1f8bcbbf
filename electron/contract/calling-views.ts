/** Calls that are going on, and calling back. */
import type { TagView } from './tags.ts'

export interface LiveCall {
  linkedid: string
  /** `inside`: between desk phones; the `caller` then is one, too. */
  direction: 'inbound' | 'outbound' | 'inside'
  conversationId: string | null
  /** Who is at the other end, as name or number: the one who calls or, for outbound calls, is called. */
  caller: string
  /** In the spelling of the office's country; null when withheld, and for calls inside. */
  numberForPeople: string | null
  line: string | null
  state: 'ringing' | 'talking' | 'waiting'
  since: number
  /** The office's phones that ring or talk. */
  phones: string[]
  /** There is a number, so that a conversation can be opened (`live:open`). */
  openable: boolean
  /** What is known of them; null for somebody whom the inbox does not know. */
  about: LiveCallAbout | null
}

/** What to know of a caller before one picks up. */
export interface LiveCallAbout {
  /** Empty when it is not known. */
  company: string
  tags: TagView[]
  /** The text that was written last, its beginning. */
  lastText: { by: 'them' | 'us'; body: string; at: number } | null
}

export type CallBackPhase = 'ringing-you' | 'ringing-them' | 'talking' | 'ended'

/** A call back: it rings the receptionist's own phone, then the one who is called. */
export interface CallBackView {
  id: string
  conversationId: string | null
  /** Name, or number as people write it. */
  who: string
  numberForPeople: string
  /** The receptionist's phone, e.g. `101`. */
  phone: string
  phase: CallBackPhase
  /** Since when it is in this phase. */
  since: number
  /** What came of it, in words. It may be known while the phase is not `ended` yet: the phone system plays a tone. */
  end: { code: string; how: 'talked' | 'cancelled' | 'failed'; message: string; remedy: string | null } | null
  /** `at-phone`: the phone system does not let Ringback hang up. */
  cancel: 'here' | 'at-phone'
}

/** A desk phone that Ringback knows. */
export interface DeskPhone {
  /** As the phone system dials it, e.g. `PJSIP/101`. */
  channel: string
  /** In people's words, e.g. `101`. */
  extension: string
  /** What the office calls it; null when it has no name. */
  name: string | null
  /** Where its calls begin in the dialplan; null when not known. */
  context: string | null
}

/** What can be chosen for calling back, and what holds where it says "automatic". */
export interface CallBackChoices {
  phones: DeskPhone[]
  lines: { number: string; label: string }[]
  /** Learnt from the office's own calls; null when they tell nothing yet. */
  dialling: { prefix: string; example: string } | null
  /** What those who are called see; null leaves it to the phone system. */
  callerId: string | null
}
