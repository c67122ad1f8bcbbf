import { afterEach, beforeEach, expect, test } from 'vitest'
import { GapLog, listGaps } from './gaps.ts'
import { minute, noon, openOffice } from './inbox/testing.ts'
import type { Office } from './inbox/testing.ts'
import type { Store } from './store/database.ts'

let office: Office
let log: GapLog
/** How long ago the line was alive for certain, ms. */
let silentFor: number

const open = () => new GapLog({ ...office, aliveAt: () => office.clock.now() - silentFor })

beforeEach(async () => {
  office = await openOffice()
  silentFor = 0
  log = open()
})

afterEach(async () => {
  log.stop()
  await office.end()
})

const all = { before: null, after: null }
const gaps = (now: number) => listGaps(office.store.db, { ...all, now })
/** What a killed process leaves behind, and the next one begins with. */
function startAnew(): void {
  log.stop()
  log = open()
}

test('a lost connection is a gap until the next one is live', async () => {
  await log.ended(noon)
  await log.began(noon + minute)
  await log.began(noon + 2 * minute)
  expect(await gaps(noon + 3 * minute)).toMatchObject([{ from: noon + minute, to: null }])
  await log.ended(noon + 8 * minute)
  expect(await gaps(noon + 9 * minute)).toMatchObject([{ from: noon + minute, to: noon + 8 * minute }])
})

test('before the first connection there is nothing to miss', async () => {
  await log.resume()
  await log.began(noon)
  expect(await gaps(noon + 9 * minute)).toEqual([])
})

test('a gap of less than 2 s is not shown', async () => {
  await log.ended(noon)
  await log.began(noon)
  expect(await gaps(noon + 1999)).toEqual([])
  await log.ended(noon + 1999)
  expect(await gaps(noon + minute)).toEqual([])
})

test('a time in which Ringback did not run is a gap, from when it was last known to be connected', async () => {
  await log.ended(noon)
  // Minute by minute, so that what falls due is written.
  for (let minutes = 0; minutes < 5; minutes++) await office.clock.advance(minute)
  await office.store.write(async () => {})
  startAnew()
  office.clock.jumpTo(noon + 60 * minute)
  await log.resume()
  await log.ended(noon + 61 * minute)
  const [gap] = await gaps(noon + 70 * minute)
  expect(gap?.to).toBe(noon + 61 * minute)
  expect(Math.abs((gap?.from ?? 0) - (noon + 5 * minute))).toBeLessThanOrEqual(30_000)
})

test('a PC that wakes notes no more than what was heard before it slept', async () => {
  await log.ended(noon)
  silentFor = 8 * 60 * minute
  office.clock.jumpTo(noon + silentFor)
  await office.clock.advance(minute)
  await office.store.write(async () => {})
  startAnew()
  await log.resume()
  await log.ended(noon + silentFor + 2 * minute)
  const [gap] = await gaps(noon + silentFor + 3 * minute)
  expect(gap?.from).toBeLessThanOrEqual(noon + minute)
})

test('a clock that was set back ends no gap before it began', async () => {
  await log.ended(noon)
  await log.began(noon + 10 * minute)
  await log.ended(noon + 5 * minute)
  expect(await gaps(noon + 20 * minute)).toEqual([])
})

test('what the disk refused is written once it takes it, and nobody waits for that', async () => {
  await log.ended(noon)
  const { store } = office
  let full = true
  const refused = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
  const write: Store['write'] = (work) => (full ? Promise.reject(refused) : store.write(work))
  log.stop()
  log = new GapLog({ clock: office.clock, store: { ...store, write }, aliveAt: () => office.clock.now() })
  await log.resume()
  await log.began(noon + minute)
  await log.ended(noon + 3 * minute)
  await office.clock.advance(20_000)
  full = false
  await office.clock.advance(6_000)
  await store.write(async () => {})
  expect(await gaps(noon + 9 * minute)).toMatchObject([{ from: noon, to: noon + 3 * minute }])
})
