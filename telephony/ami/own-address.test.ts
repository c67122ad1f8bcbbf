import { expect, test } from 'vitest'
import { ManualClock, systemClock } from '../clock.ts'
import { ownAddress } from './own-address.ts'

test('this PC goes to itself by the loopback address', async () => {
  expect(await ownAddress('127.0.0.7', { clock: systemClock })).toMatch(/^127\./)
})

test('what is no host has no way to it', async () => {
  expect(await ownAddress('not a host', { clock: new ManualClock(0) })).toBeNull()
})
