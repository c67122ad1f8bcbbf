import type { CallAftermath, CallRow } from '../../../electron/contract/call-list.ts'
import { text } from '../../text/index.ts'

/** What was done about a missed call, in one line; null for calls that nothing had to be done about. */
export function aftermathWords({ aftermath, endedAt }: CallRow, now: number): string | null {
  if (aftermath === null) return null
  const parts = [textWords(aftermath, endedAt, now), wroteWords(aftermath, now), calledWords(aftermath, now)]
  const said = parts.filter((part) => part !== null).join(', ')
  if (said !== '') return said.charAt(0).toUpperCase() + said.slice(1)
  return aftermath.textPlanned ? text.calls.after.planned : text.calls.after.nothing
}

/** Somebody still has to do something about it. */
export function isLeftOver({ aftermath }: CallRow): boolean {
  if (aftermath === null || aftermath.textPlanned) return false
  return aftermath.textedAt === null && aftermath.wroteAt === null && aftermath.talkedAt === null
}

function textWords({ textedAt }: CallAftermath, endedAt: number, now: number): string | null {
  if (textedAt === null) return null
  return textedAt === endedAt ? text.calls.after.hadText : text.calls.after.texted(textedAt, now)
}

function wroteWords({ textedAt, wroteAt }: CallAftermath, now: number): string | null {
  if (wroteAt === null) return null
  return textedAt === null ? text.calls.after.wroteOnly(wroteAt, now) : text.calls.after.wrote(wroteAt, now)
}

function calledWords({ talkedAt, talkedBy, triedAt }: CallAftermath, now: number): string | null {
  if (talkedAt !== null) {
    return talkedBy === 'office'
      ? text.calls.after.calledBack(talkedAt, now)
      : text.calls.after.reachedUs(talkedAt, now)
  }
  return triedAt === null ? null : text.calls.after.tried(triedAt, now)
}
