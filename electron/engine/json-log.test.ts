import { expect, test } from 'vitest'
import { ManualClock } from '../../telephony/clock.ts'
import { jsonLog } from './json-log.ts'

test('a line of the log is one JSON object that shows no whole number, whoever quoted it', () => {
  const lines: string[] = []
  const log = jsonLog(new ManualClock(0), (line) => lines.push(line))
  log.warn('sms.rejected', { error: 'The message From/To pair violates a rule: +15305550101', at: 1_764_000_000_000 })
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    time: '1970-01-01T00:00:00.000Z',
    level: 'warn',
    event: 'sms.rejected',
    error: 'The message From/To pair violates a rule: …0101',
    at: 1_764_000_000_000,
  })
})
