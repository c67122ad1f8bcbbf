/** How this office looks at its inbox: the settings that turn rows into words. */
import type { Kysely } from 'kysely'
import type { EndedCall } from '../../../telephony/calls/call.ts'
import { numberAsKept, numberForPeople } from '../../../telephony/phone-number.ts'
import { readSection } from '../settings/settings.ts'
import type { Database } from '../store/schema.ts'

export interface InboxView {
  /** ISO 3166-1, e.g. `US`. */
  country: string
  lines: { number: string; name: string }[]
  /** Empty when the office has none. */
  bookingLink: string
  /** What happened in a call, in one sentence. */
  sentence: (call: EndedCall) => string
}

/** The view as the settings have it now. */
export async function readView(db: Kysely<Database>, sentence: InboxView['sentence']): Promise<InboxView> {
  const business = await readSection(db, 'business')
  const lines = await readSection(db, 'lines')
  return { country: business.country, bookingLink: business.bookingLink, lines, sentence }
}

/** A phone that rang, as people write it: its extension, or a number outside that was dialled, in whatever spelling. */
export function phoneForPeople(phone: string, country: string): string {
  return numberForPeople(numberAsKept(phone, country), country)
}

/** What people call this line: its name, or its number as they write it; null stays null. */
export function lineForPeople(view: InboxView, line: string | null): string | null {
  if (line === null) return null
  const number = numberAsKept(line, view.country)
  const named = view.lines.find((other) => numberAsKept(other.number, view.country) === number)
  return named?.name ?? numberForPeople(number, view.country)
}
