import { expect, it } from 'vitest'
import { StandingToasts } from './standing-toasts.ts'

it('are all taken away, also those that only the system’s list still shows', () => {
  const closed: string[] = []
  const standing = new StandingToasts<{ close(): void }>()
  const toast = (name: string) => ({ close: () => void closed.push(name) })
  const [timedOut, other, newer] = [toast('timed out'), toast('other'), toast('newer')]
  expect(standing.put('c1', timedOut)).toBeUndefined()
  standing.put('c2', other)
  expect(standing.put('c2', newer)).toBe(other)
  // Of the one whose place was taken nothing is news.
  expect(standing.leave('c2', other)).toBe(false)
  expect(standing.leave('c1', timedOut)).toBe(true)
  expect(standing.leave('c1', timedOut)).toBe(false)
  for (let more = 0; more < 60; more += 1) standing.put({}, toast(`more ${more}`))
  standing.clear()
  expect(closed).toHaveLength(62)
  expect(closed).toEqual(expect.arrayContaining(['timed out', 'newer', 'more 0', 'more 59']))
  expect(closed).not.toContain('other')
  standing.clear()
  expect(closed).toHaveLength(62)
})
