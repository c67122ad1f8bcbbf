import type { Health } from '../../../electron/contract/view-models.ts'
import { text } from '../../text/index.ts'

/** Until when nothing automatic goes out, and who decided so. */
export function pauseSentence(paused: NonNullable<Health['paused']>, now: number): string {
  const until = paused.until === null ? text.health.pausedOpen : text.health.pausedUntil(paused.until, now)
  // In Spanish a time ends with the full stop of `a.m.` already.
  const sentence = until.endsWith('.') ? until : `${until}.`
  return paused.by === 'staff' ? sentence : `${text.health.pausedBy[paused.by]}. ${sentence}`
}
