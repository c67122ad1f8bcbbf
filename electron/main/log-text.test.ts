import { expect, it } from 'vitest'
import { logText } from './log-text.ts'

it('shows of a number only its end', () => {
  const text = logText('text.failed', { error: 'The gateway refused +15305550101 and +442079460000.' })
  expect(text).toBe('text.failed {"error":"The gateway refused …0101 and …0000."}')
})

it('keeps instants, counts and time zones', () => {
  const facts = { at: 1_764_000_000_000, zone: '+0100', tries: 3 }
  expect(logText('x', facts)).toBe(`x ${JSON.stringify(facts)}`)
})

it.each([
  ['(530) 555-0101 is off', '…0101 is off'],
  ['530-555-0101', '…0101'],
  ['to 5305550101,', 'to …0101,'],
  ['0044 20 7946 0000\n442079460001', '…0000\n…0001'],
])('shows of %j as people write it only the end', (error, shown) => {
  expect(logText('x', { error })).toBe(`x {"error":${JSON.stringify(shown)}}`)
})

it('keeps ids of calls and texts, and times', () => {
  const facts = { call: '1764000000.5305550101', text: 'b6a1-5305550101-ff', at: '2026-11-26T09:30:00.000Z' }
  expect(logText('x', facts)).toBe(`x ${JSON.stringify(facts)}`)
})

it('shows no secret, however it got there', () => {
  const secrets = ['tok"en-1', '12345', 'hunter22']
  const text = logText('x', { error: 'Basic tok"en-1 and hunter22', port: 12345 }, secrets)
  expect(text).toBe('x {"error":"Basic [secret] and [secret]","port":12345}')
})

it('keeps an event in one line', () => {
  expect(logText('x', { error: 'first\nsecond' })).not.toContain('\n')
})
