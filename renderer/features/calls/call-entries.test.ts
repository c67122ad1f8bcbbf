import { expect, test } from 'vitest'
import type { CallRow } from '../../../electron/contract/call-list.ts'
import { text } from '../../text/index.ts'
import { callEntries } from './call-entries.ts'

const call = (id: string, endedAt: number) => ({ id, at: endedAt - 1000, endedAt }) as CallRow
const keys = (...args: Parameters<typeof callEntries>) => callEntries(...args).map(({ key }) => key)

test('a gap stands between the calls before and after it, and one that lasts before all', () => {
  const calls = [call('c', 9000), call('b', 9000), call('a', 2000)]
  const gaps = [
    { id: 1, from: 3000, to: 5000 },
    { id: 2, from: 9500, to: null },
  ]
  expect(keys(calls, gaps, 10_000)).toEqual(['gap-2', 'c', 'b', 'gap-1', 'a'])
})

test('the words name both ends, with the day where it is another', () => {
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour, 2).getTime()
  const now = at(26, 12)
  expect(text.calls.gap(at(26, 10), at(26, 11), now)).toMatch(/ from 10:02\sAM to 11:02\sAM: calls in that time were/)
  expect(text.calls.gap(at(25, 10), at(26, 11), now)).toMatch(/ from yesterday 10:02\sAM to 11:02\sAM: /)
  expect(text.calls.gap(at(26, 10), null, now)).toMatch(/ since 10:02\sAM: calls are not seen$/)
})
