/** Trunks, desk phones and lines. */

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
