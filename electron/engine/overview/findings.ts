/** What stands out among the figures: when most calls are missed and why, and which phones need a look. Pure. */
import type { OverviewFinding, OverviewPhone } from '../../contract/overview.ts'
import type { Counted } from './figures.ts'

/** Fewer missed calls say nothing about an hour, or fewer calls about a phone. */
const enough = 5
/** A phone that cannot be reached this often is worth a word. */
const oftenUnreachable = 3
/** More sentences nobody reads. */
const mostPhones = 3

export function findingsOf(
  { reasonsByHour, total }: Pick<Counted, 'reasonsByHour' | 'total'>,
  phones: readonly OverviewPhone[],
): OverviewFinding[] {
  const hour = total.missed < enough ? null : busiestHour(reasonsByHour, total.missed)
  const silent = phones
    .filter(({ answered, unanswered }) => answered === 0 && unanswered >= enough)
    .map(({ phone, unanswered }): OverviewFinding => ({ kind: 'never-answered', phone, calls: unanswered }))
  const gone = phones
    .filter(({ unreachable }) => unreachable >= oftenUnreachable)
    .toSorted((a, b) => b.unreachable - a.unreachable)
    .map(({ phone, unreachable, calls }): OverviewFinding => {
      return { kind: 'unreachable', phone, calls: unreachable, of: calls }
    })
  return [...(hour ? [hour] : []), ...silent.slice(0, mostPhones), ...gone.slice(0, mostPhones)]
}

/** The hour of the day in which most calls were missed (the first of several), with its most frequent reason. */
function busiestHour(rows: Counted['reasonsByHour'], of: number): OverviewFinding | null {
  const byHour = new Map<number, Counted['reasonsByHour']>()
  for (const row of rows) byHour.set(row.hour, [...(byHour.get(row.hour) ?? []), row])
  const sums = Array.from(byHour, ([hour, reasons]) => ({
    hour,
    missed: reasons.reduce((sum, { missed }) => sum + missed, 0),
    reason: reasons.toSorted((a, b) => b.missed - a.missed)[0]?.reason ?? null,
  }))
  const [most] = sums.toSorted((a, b) => b.missed - a.missed || a.hour - b.hour)
  return most ? { kind: 'hour', ...most, of } : null
}
