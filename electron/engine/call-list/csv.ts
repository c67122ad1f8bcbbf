/** Calls as lines of a table for spreadsheets. */
import type { CallKind, CallRow } from '../../contract/call-list.ts'
import { numberForPeople } from '../../../telephony/phone-number.ts'
import { csvLine } from '../csv.ts'
import { zonedAt } from '../hours/wall-clock.ts'
import type { NamedCall } from '../inbox/call-rows.ts'
import type { FilterPlace } from './filter.ts'

/** What a table says besides what the calls say, in the language of the window. */
export interface CsvWords {
  headings: readonly string[]
  kinds: Record<CallKind, string>
}

/**
 * One line a call, in the order of the headings: date and time (on the office's clock), kind, name, number, line, what
 * happened, the word on a text, when they were texted, wrote and were talked with.
 */
export function callLines(
  rows: readonly CallRow[],
  calls: readonly NamedCall[],
  words: CsvWords,
  { country, timeZone }: FilterPlace,
): string {
  const clock = (at: number | null | undefined) => (at == null ? null : wallTime(at, timeZone))
  return rows
    .map((row, index) => {
      const call = calls[index]
      return csvLine([
        clock(row.at),
        words.kinds[kindOf(row)],
        call?.name ?? call?.caller_name ?? null,
        call?.party == null ? null : numberForPeople(call.party, country),
        row.line,
        row.sentence,
        row.decision?.reason ?? null,
        clock(row.aftermath?.textedAt),
        clock(row.aftermath?.wroteAt),
        clock(row.aftermath?.talkedAt),
      ])
    })
    .join('')
}

function kindOf({ direction, outcome }: CallRow): CallKind {
  return direction === 'outbound' ? 'outbound' : outcome
}

/** `2026-11-26 10:42:07`: spreadsheets of every language read it as a time. */
function wallTime(at: number, timeZone: string): string {
  return zonedAt(at, timeZone).toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ')
}
