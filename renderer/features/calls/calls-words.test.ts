import { expect, test } from 'vitest'
import type { CallAftermath, CallRow } from '../../../electron/contract/call-list.ts'
import { aftermathWords, isLeftOver } from './aftermath-words.ts'
import { factWords } from './fact-words.ts'

const at = (hour: number, minute: number) => new Date(2026, 10, 26, hour, minute).getTime()
const now = at(15, 0)
const nothing: CallAftermath = {
  textedAt: null,
  wroteAt: null,
  talkedAt: null,
  talkedBy: null,
  triedAt: null,
  textPlanned: false,
}
const missed = (of: Partial<CallAftermath>) => ({ endedAt: at(10, 0), aftermath: { ...nothing, ...of } }) as CallRow
const said = (of: Partial<CallAftermath>) => aftermathWords(missed(of), now)?.replace(/\s/g, ' ')

test('what was done about a call is one line', () => {
  expect(said({})).toBe('Nothing yet')
  expect(said({ textPlanned: true })).toBe('A text is on its way')
  expect(said({ textedAt: at(10, 1) })).toBe('Texted 10:01 AM')
  expect(said({ textedAt: at(10, 0), triedAt: at(11, 0) })).toBe('Had a text already, called back 11:00 AM, no answer')
  expect(said({ textedAt: at(10, 1), wroteAt: at(10, 5), talkedAt: at(12, 0), talkedBy: 'office' })).toBe(
    'Texted 10:01 AM, wrote back 10:05 AM, called back 12:00 PM',
  )
  expect(said({ talkedAt: at(12, 0), talkedBy: 'caller' })).toBe('Called again 12:00 PM and was answered')
  expect(aftermathWords({ aftermath: null } as CallRow, now)).toBeNull()
})

test('a call is left over as long as nobody was reached and no text went out or will', () => {
  expect(isLeftOver(missed({ triedAt: at(11, 0) }))).toBe(true)
  expect(isLeftOver(missed({ textPlanned: true }))).toBe(false)
  expect(isLeftOver(missed({ wroteAt: at(11, 0) }))).toBe(false)
})

test('the facts of a decision are sentences, and only those that were stored', () => {
  expect(factWords({ officeState: 'open', optedOut: false, live: null }, now)).toEqual([
    'Nobody had asked for no texts',
    'The office was open',
    'It was not known who was in a call',
  ])
  expect(
    factWords({ number: 'valid', withheld: true, quiet: { until: null, why: 'It is night in Texas.' } }, now),
  ).toEqual(['The caller did not want the number to be seen', 'It is night in Texas'])
  expect(factWords({}, now)).toEqual([])
})
