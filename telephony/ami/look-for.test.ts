import { expect, test } from 'vitest'
import { systemClock } from '../clock.ts'
import { gatewaysIn, lookForPhoneSystems } from './look-for.ts'

test('the gateway is read from the routing table', () => {
  const table = `Iface\tDestination\tGateway \tFlags
eth0\t00000000\t0101A8C0\t0003
eth0\t0001A8C0\t00000000\t0001`
  expect(gatewaysIn(table)).toEqual(['192.168.1.1'])
  expect(gatewaysIn('')).toEqual([])
})

test('where nothing greets, nothing is found', async () => {
  expect(await lookForPhoneSystems({ clock: systemClock, hosts: ['127.0.0.1'] })).toEqual([])
})
