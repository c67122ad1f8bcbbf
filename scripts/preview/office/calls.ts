/** The calls of the made-up office, and when it saw none. */
import type { CallAftermath, CallRow } from '../../../electron/contract/call-list.ts'
import type { CallGap } from '../../../electron/contract/view-models.ts'
import { callItem } from './items.ts'
import { hour, minute, now } from './moment.ts'
import { signs } from './rows.ts'

const skip = (rule: string, reason: string, at: number) => ({ verdict: 'skip' as const, rule, reason, at })

const nothingDone: CallAftermath = {
  textedAt: null,
  wroteAt: null,
  talkedAt: null,
  talkedBy: null,
  triedAt: null,
  textPlanned: false,
}
const done = (of: Partial<CallAftermath>): CallAftermath => ({ ...nothingDone, ...of })

export const calls: CallRow[] = [
  {
    ...callItem('c1', now - 9 * minute),
    caller: signs.rtl,
    conversationId: 'michal',
    callable: true,
    aftermath: done({ textPlanned: true }),
  },
  {
    ...callItem('c2', now - 31 * minute, {
      outcome: 'answered',
      reason: null,
      answeredBy: 'Front desk',
      sentence: 'Front desk picked up after 6 s and spoke for 3 min 12 s.',
      decision: skip('answered', 'Somebody spoke with the caller.', now),
    }),
    caller: 'Sam Ortiz',
    conversationId: 'sam',
    callable: true,
    aftermath: null,
  },
  {
    ...callItem('c3', now - 54 * minute),
    caller: 'Pat Lee',
    conversationId: 'pat',
    callable: true,
    aftermath: done({ textedAt: now - 53 * minute, wroteAt: now - 41 * minute }),
  },
  {
    ...callItem('c4', now - 80 * minute, {
      reason: 'no-answer',
      line: 'Service line',
      sentence: 'Rang 101, 102 and 103 for 30 s; nobody picked up.',
      decision: skip('texted-lately', 'They got an automatic text less than 24 hours ago; the call joins it.', now),
    }),
    caller: 'Dana Kowalski',
    conversationId: 'dana',
    callable: true,
    aftermath: done({
      textedAt: now - 80 * minute,
      talkedAt: now - 20 * minute,
      talkedBy: 'office',
      triedAt: now - 50 * minute,
    }),
  },
  {
    ...callItem('c5', now - 2 * hour, {
      reason: 'voicemail',
      sentence: 'Rang Front desk for 22 s, then voicemail took the call.',
      decision: skip('withheld-number', 'The caller hid their number, so there is nobody to text.', now),
    }),
    caller: 'Number withheld',
    conversationId: null,
    callable: false,
    aftermath: nothingDone,
  },
  {
    ...callItem('c6', now - 26 * hour, {
      direction: 'outbound',
      reason: null,
      sentence: 'Office called for 25 s; nobody picked up.',
      decision: null,
    }),
    caller: 'Alex Novak',
    conversationId: 'alex',
    callable: true,
    aftermath: null,
  },
  {
    ...callItem('c7', now - 27 * hour, {
      reason: 'unattended',
      line: null,
      sentence: 'The closed message played; no phone was rung.',
      decision: {
        verdict: 'hold',
        rule: 'quiet-hours',
        reason: 'It is night where they are; the text waits for the morning.',
        at: now,
      },
    }),
    caller: signs.long,
    conversationId: 'long',
    callable: true,
    aftermath: nothingDone,
  },
]

export const gaps: CallGap[] = [
  { id: 1, from: now - 47 * minute, to: now - 40 * minute },
  { id: 2, from: now - 34 * hour, to: now - 29 * hour },
]
