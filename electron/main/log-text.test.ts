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

it('keeps an event in one line', () => {
  expect(logText('x', { error: 'first\nsecond' })).not.toContain('\n')
})
