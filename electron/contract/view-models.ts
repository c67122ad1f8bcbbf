/**
 * What the window draws: projections of the store, ready to show. All instants are epoch milliseconds (UTC);
 * numbers are E.164 with a national spelling beside them. The renderer formats times, never numbers.
 */

import type { OpeningHours, QuietHours } from './opening-hours.ts'
import type { Language, Preferences } from './preferences.ts'
import type { PersonNumber } from './contacts.ts'
import type { SetupStepName } from './setup.ts'
import type { TagView } from './tags.ts'
import type { Texts } from './texts.ts'
import type { WatchOnly } from './watch-only.ts'

export type ConversationState = 'needs-reply' | 'waiting' | 'done'
export type ConversationTab = ConversationState | 'all'

export type MissedReason = 'no-answer' | 'abandoned' | 'busy' | 'unavailable' | 'voicemail' | 'unattended'

/** `check`: the gateway never said whether it took the text; staff decide (DESIGN.md, "Exactly once"). */
export type MessageState = 'queued' | 'sending' | 'sent' | 'delivered' | 'failed' | 'check' | 'cancelled' | 'received'

/**
 * Why a follow-up ended. `stopped`: a person ended this very one; `paused` and `brake`: everything automatic was
 * paused; `called-again`: a later call began another one; `rule`: another rule spoke against its text when it was due.
 */
export type StopReason =
  | 'replied'
  | 'answered'
  | 'called-back'
  | 'staff-wrote'
  | 'called-again'
  | 'opted-out'
  | 'blocked'
  | 'stopped'
  | 'paused'
  | 'brake'
  | 'rule'
  | 'failed'
  | 'completed'

export interface ContactSummary {
  id: string
  /** E.164, e.g. `+15305550101`. */
  number: string
  /** As people of the office's country write it, e.g. `(530) 555-0101`. */
  numberForPeople: string
  name: string | null
}

export interface ConversationListItem {
  /** Of the person's conversations, the one that waits longest for us, or the newest: one row for each person. */
  id: string
  /** The conversations with the person's other numbers, which this row stands for, too; only where there are any. */
  others?: string[]
  contact: ContactSummary
  state: ConversationState
  lastActivityAt: number
  /** Since when the contact waits for an answer of ours; null when nobody waits. */
  waitingSince: number | null
  unread: boolean
  snippet: Snippet
  /** Missed calls since the last answered one. */
  missedCalls: number
  /** Name or number of the line the contact called last; null when only texts exist. */
  line: string | null
  followUp: FollowUpGlance | null
  /** True when a text failed, or needs checking, since the last good one. */
  failed: boolean
  /** True while the contact has a live call. */
  live: boolean
  optedOut: boolean
  /** By name. */
  tags: TagView[]
  /** Where that stands which is searched for; null when nothing is. */
  hit: SearchHit | null
}

/** A part of a text, by its characters (UTF-16): `[from, to)`. */
export type Mark = readonly [from: number, to: number]

export interface SearchHit {
  /** In the contact's name, and in the number as it is shown. */
  name: Mark[]
  number: Mark[]
  /** The company, when it has any of the words. */
  company: { text: string; marks: Mark[] } | null
  /** What was said or noted with these words; null when name, company and number have them all. */
  said: { kind: Snippet['kind']; text: string; marks: Mark[]; at: number | null; itemId: string | null } | null
}

export interface Snippet {
  kind: 'call' | 'text-in' | 'text-out' | 'auto' | 'note'
  text: string
}

/** The follow-up in one glance: which of how many steps went out last, and when the next text is due. */
export interface FollowUpGlance {
  state: 'running' | 'stopped' | 'completed'
  sentSteps: number
  steps: number
  nextAt: number | null
  stopReason: StopReason | null
}

export interface ConversationList {
  items: ConversationListItem[]
  counts: Record<ConversationTab, number>
  /** Pass to the next call for the next page; null at the end. */
  nextCursor: string | null
  /** The store's revision this list was read at. */
  revision: number
}

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

/** A part of a time line, oldest first. */
export interface TimelinePage {
  items: TimelineItem[]
  hasOlder: boolean
  hasNewer: boolean
  /** The item that was asked for, where one was. */
  anchor: string | null
}

export type TimelineItem = (CallItem | MessageItem | SystemItem | NoteItem) & {
  /** The conversation with that number which it is of; only where the person has several numbers. */
  conversationId?: string
}

export interface CallItem {
  kind: 'call'
  id: string
  at: number
  endedAt: number
  direction: 'inbound' | 'outbound'
  outcome: 'answered' | 'missed'
  reason: MissedReason | null
  answeredBy: string | null
  line: string | null
  /** One sentence a receptionist understands, e.g. "Rang 101 and 102 for 18 s, then the caller hung up". */
  sentence: string
  /** Whether and why Ringback texted because of this call; null for calls that are not judged. */
  decision: DecisionView | null
}

export interface DecisionView {
  verdict: 'text' | 'skip' | 'hold'
  /** Name of the rule that decided, e.g. `withheld-number`. */
  rule: string
  /** The rule's reason in plain words. */
  reason: string
  at: number
  /** The text that would have gone out, where calls are only watched. */
  wouldText?: string | null
}

export interface MessageItem {
  kind: 'message'
  id: string
  at: number
  direction: 'in' | 'out'
  /** Who wrote it: `auto` is Ringback, `elsewhere` somebody who used the same number outside Ringback. */
  author: 'contact' | 'staff' | 'auto' | 'elsewhere'
  body: string
  state: MessageState
  /** `Auto 1 of 3`: which step this was; null for texts by people. */
  step: { number: number; of: number } | null
  /** For a first automatic text: seconds from the hang-up to the gateway's yes. */
  secondsAfterCall: number | null
  /** What went wrong and what to do, when `failed` or `check`. */
  problem: { message: string; remedy: string | null } | null
  /** When it will be sent, while `queued`. */
  dueAt: number | null
  /** What came with it. */
  pictures: PictureView[]
  /**
   * What a text by staff waits for while `queued`, besides the gateway: the time that they chose, or the seconds in which
   * they may undo.
   */
  waits?: 'time' | 'undo' | null
  /** The phone numbers in it, E.164; `start` and `end` in UTF-16 units. */
  numbers?: { start: number; end: number; number: string }[]
}

/** One phone's part in a call. */
export interface CallLegView {
  /** Extension or outside number, e.g. `101`. */
  phone: string
  dialedAt: number
  /** Null when it never rang. */
  rangAt: number | null
  answeredAt: number | null
  endedAt: number | null
  how: 'answered' | 'cancelled' | 'no-answer' | 'busy' | 'declined' | 'unreachable' | 'elsewhere' | 'unknown'
}

/** A picture that came with a text. */
export interface PictureView {
  id: string
  /** `waiting`: it is still being fetched; `missing`: it will not be there, and `problem` says why. */
  state: 'shown' | 'waiting' | 'missing'
  /** Within the window's own pages; null unless it is shown. */
  address: string | null
  problem: string | null
}

/** Something Ringback notes in the time line: stopped, opted out, a time without the phone system … */
export interface SystemItem {
  kind: 'system'
  id: string
  at: number
  event: 'follow-up-stopped' | 'step-left-out' | 'opted-out' | 'opted-in' | 'ask-opt-out' | 'blocked' | 'unblocked'
  text: string
}

export interface NoteItem {
  kind: 'note'
  id: string
  at: number
  body: string
}

/** A time without a connection to the phone system: calls in it were not seen. */
export interface CallGap {
  id: number
  from: number
  /** Null while it lasts. */
  to: number | null
}

/** How one part of Ringback is doing, in words for people. */
export interface PartHealth {
  state: 'ok' | 'working' | 'off' | 'trouble'
  /** One plain sentence. */
  message: string
  /** What to do about it; null when there is nothing to do. */
  remedy: string | null
  /** The same for who looks after the phone system: shown in Settings → Phone system only. */
  details?: { message: string; remedy: string | null }
  since: number
}

/** Classes of manager.conf; the first three are read, the others written. */
export type PhonePermission = 'call' | 'agent' | 'dialplan' | 'reporting' | 'originate' | 'system'

/** What there is to know of the connection to the phone system besides how it is doing. */
export interface PhoneConnection {
  /** When the next attempt to connect begins; null while none is waited for. */
  retryAt: number | null
  /** What the phone system surely does not permit its user, while connected. */
  lacks: PhonePermission[]
}

export interface Health {
  phoneSystem: PartHealth
  connection: PhoneConnection
  texting: PartHealth
  /** The inbox file on this PC. */
  inbox: PartHealth
  /** Room on this PC's disk. */
  disk: PartHealth
  /** Whether this PC's clock can be trusted. */
  clock: PartHealth
  paused: { since: number; until: number | null; by: 'staff' | 'brake' } | null
  /** Whether calls of all lines, or of some, are only watched. */
  watchOnly?: 'all' | 'some' | null
  revision: number
}

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

export interface Settings {
  business: { name: string; bookingLink: string; country: string; timeZone: string }
  phoneSystem: {
    host: string
    port: number
    username: string
    hasPassword: boolean
    /** Kept by set-up, and not signed in to yet. */
    waits: boolean
    trunks: string[]
    tls: boolean
    /** Of the certificate that is trusted, `AB:CD:…` (SHA-256); null until the first one was seen. */
    fingerprint: string | null
    /** Of the one that the phone system shows instead; null as long as it does not. */
    strangeFingerprint: string | null
  }
  texting: {
    /** `asterisk`: through the office's own phone system. */
    kind: 'twilio' | 'asterisk'
    accountSid: string
    /** `SK…`: an API key's id, whose secret the token then is; empty to sign in with the account's own token. */
    apiKey: string
    from: string
    /** Empty for Twilio's own address. */
    baseUrl: string
    hasToken: boolean
    /** The phone system's endpoint that texts leave through, e.g. `PJSIP/trunk`. */
    trunk: string
    /** How that trunk wants numbers: `+15305550141`, or without the plus. */
    numbers: 'plus' | 'digits'
  }
  followUp: FollowUpTiming & { enabled: boolean; delaySeconds: number }
  texts: Texts
  hours: OpeningHours
  quietHours: QuietHours
  lines: { number: string; name: string }[]
  callBack: CallBackSettings
  /** Seconds in which what staff wrote can be taken back; 0 sends it at once. */
  writing: { undoSeconds: number }
  watchOnly: WatchOnly
  /** False until the office connected its phone system or chose the demo. */
  configured: boolean
  /** Where set-up was left, to go on there; null when it is over, or was not begun. */
  setup: { step: SetupStepName | null }
}

/** The steps of a follow-up besides the delay of the first. */
export interface FollowUpTiming {
  firstOn: boolean
  /** A first text while the office is closed: at once, without booking link, or when it opens. */
  whenClosed: 'at-once' | 'hold'
  secondOn: boolean
  secondAfterMinutes: number
  thirdOn: boolean
  /** `HH:MM` of the next morning on which the office is open. */
  thirdAt: string
  /** Whom to text besides the office's own country, ISO 3166 alpha-2. */
  countries: string[]
}

export interface CallBackSettings {
  /** This PC's phone, e.g. `PJSIP/101`; empty until it is chosen. */
  phone: string
  /** Where the dialplan finds the way out; empty for the phone's own. */
  context: string
  /** What gets an outside line; mostly empty. */
  prefix: string
  numberForm: 'auto' | 'country-code' | 'national' | 'e164'
  /** What those who are called see: `auto` the main line, `none` what the phone system shows, or a number (E.164). */
  callerId: string
}

/** One line of a live test in set-up ("Is it right?"). */
export interface CheckStep {
  name: string
  /** `warning`: it works, but something should be looked at. */
  state: 'ok' | 'warning' | 'failed' | 'skipped'
  /** Empty where an earlier step's failure says it all. */
  message: string
  remedy: string | null
  /** The answers that can be the cause of a failure, by their names in the command's input. */
  fields: string[]
}

export interface AppInfo {
  version: string
  profile: 'office' | 'demo'
  /** `stand-in`: the older runtime used for development on closed networks, never shipped. */
  runtime: { kind: 'electron' | 'stand-in'; electron: string; chromium: string; node: string }
  /** Where passwords and tokens are kept: `file` is readable for this user only but unencrypted, for want of a keychain. */
  secrets?: 'keychain' | 'file'
  dataFolder: string
  logFolder: string
  platform: string
  preferences: Preferences
  /** The language in force. */
  language: Language
  /** How this PC writes numbers, dates and times, such as `en-GB`. */
  locale: string
  /** The system has a panel of emoji that can be opened. */
  emojiPanel?: boolean
}

/** An endpoint of the phone system: a line to the outside (trunk) or a desk phone. */
export interface PartyView {
  /** As the phone system names it, e.g. `PJSIP/trunk`. */
  endpoint: string
  /** What the office calls it, as far as the phone system told: `101`, `Reception (101)`; else null. */
  name: string | null
  side: 'outside' | 'inside'
  /** Who says so: the office here, the list of trunks in the config file, or Ringback by what it has seen. */
  by: 'office' | 'trunk list' | 'ringback'
  /** False when the signs are few. */
  sure: boolean
  /** In plain words, each the end of a sentence that says what it is: "its context is from-trunk". */
  why: string[]
  lastSeenAt: number | null
}

/** A number of the office's own. */
export interface LineView {
  /** As it is stored: E.164 where it is a whole number. */
  number: string
  numberForPeople: string
  /** Null while nobody has named it. */
  name: string | null
  /** Calls that reached it; 0 for a line that is only known by its name. */
  calls: number
  firstSeenAt: number | null
  lastSeenAt: number | null
  /** Its calls are judged and never texted because of. */
  watchOnly: boolean
}

export interface Parties {
  outside: PartyView[]
  inside: PartyView[]
  lines: LineView[]
  /** Whether the phone system let Ringback read its list of phones and trunks; null when it was not asked yet. */
  settingsRead: boolean | null
}
