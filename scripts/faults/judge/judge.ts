/**
 * What a run must never find, judged from the gateway's own ledger and from what truly happened. Nothing in here asks
 * an engine whether it did right; its rows only say what became of each call and text in the end.
 */
import type { Diary } from '../diary.ts'
import { caseOf } from './case.ts'
import type { PcEnd } from './case.ts'
import type { StoredText } from '../store-rows.ts'
import { unjustified } from './checks.ts'
import { duplicates } from './duplicates.ts'
import { afterStop } from './after-stop.ts'
import { lostCalls, lostTexts } from './lost.ts'
import { betweenPcs } from './two-pcs.ts'
import { unasked } from './unasked.ts'
import { wronglySent } from './wrongly-sent.ts'

export interface Verdict {
  /** Calls that ended. */
  calls: number
  /** Texts that were planned for calls, and texts that staff asked for. */
  planned: number
  /** Those of them that nobody took back, and against which no rule spoke when their time came. */
  due: number
  /** What the gateway took. */
  sent: number
  duplicates: number
  lost: number
  wronglySent: number
  afterStop: number
  checks: number
  checksUnjustified: number
  /**
   * Contacts that got a text from each of two PCs of the office, which no rule can keep apart: the later one asked
   * the gateway when the earlier one's text was not there yet (`atOnce`), or a lagging list hid it (`hidden`).
   */
  fromTwoPcs: { atOnce: number; hidden: number }
  /** What became of the texts that were due, by state and reason. */
  ends: Record<string, number>
  /** Why calls led to no text. */
  refused: Record<string, number>
  /** One sentence for each thing that is wrong. */
  wrongs: string[]
}

export function judge(diary: Diary, pcs: readonly PcEnd[]): Verdict {
  const wrongs = [...diary.wrongs]
  const cases = pcs.map((pc) => caseOf(diary, pc))
  const texts = cases.flatMap(({ store }) => store.texts)
  const planned = texts.filter(({ author }) => author !== 'elsewhere')
  const count = (found: string[]) => {
    wrongs.push(...found)
    return found.length
  }
  for (const { store } of cases)
    if (store.integrity !== 'ok') wrongs.push(`an inbox file is damaged: ${store.integrity}`)
  const pairs = betweenPcs(diary, cases)
  const unaskedTexts = cases.map(unasked)
  return {
    calls: diary.calls.filter(({ endedAt }) => endedAt !== null).length,
    planned: planned.length,
    due: planned.filter(isDue).length,
    sent: diary.requests.filter(({ sid }) => sid !== null).length,
    duplicates: count(cases.flatMap(duplicates)),
    lost: count(cases.flatMap((it) => [...lostCalls(it), ...lostTexts(it)])),
    wronglySent: count([
      ...cases.flatMap(wronglySent),
      ...pairs.wrongs,
      ...unaskedTexts.flatMap((found) => found.wronglySent),
    ]),
    afterStop: count([...cases.flatMap(afterStop), ...unaskedTexts.flatMap((found) => found.afterStop)]),
    checks: texts.filter(({ state }) => state === 'check').length,
    checksUnjustified: count(cases.flatMap(unjustified)),
    fromTwoPcs: { atOnce: pairs.atOnce, hidden: pairs.hidden },
    ends: tally(
      planned.map(({ state, verdict, rule, stopReason }) => {
        return state === 'cancelled'
          ? `cancelled: ${verdict === 'skip' ? rule : stopReason === 'completed' ? 'skipped' : (stopReason ?? 'skipped')}`
          : state
      }),
    ),
    refused: tally(
      cases.flatMap(({ store }) =>
        store.calls.flatMap(({ verdict, rule }) => (verdict === 'skip' && rule ? [rule] : [])),
      ),
    ),
    wrongs,
  }
}

/** What was taken back for a reason that is no trouble was not due, nor is what still waits for its time. */
function isDue({ state, rule, verdict, stopReason }: StoredText): boolean {
  if (state === 'queued') return false
  return state !== 'cancelled' || (verdict === 'skip' && rule === 'too-late') || stopReason === 'failed'
}

function tally(names: string[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([, one], [, other]) => other - one))
}
