import { describe, expect, test } from 'vitest'
import { callerName, callerNumber } from './caller-name.ts'
import { parseChannelName } from './channel-name.ts'
import { outsideNumber } from './dial-string.ts'
import { Parties } from './party.ts'

describe('a channel name', () => {
  test.each([
    ['PJSIP/101-0000002a', 'PJSIP', '101', null],
    ['PJSIP/my-trunk-0000000c', 'PJSIP', 'my-trunk', null],
    ['SIP/101-b7e3<ZOMBIE>', 'SIP', '101', null],
    ['IAX2/provider-1234', 'IAX2', 'provider', null],
    ['DAHDI/i1/5305550101-3', 'DAHDI', 'i1/5305550101', null],
    ['Local/101@group-00000008;2', 'Local', '101@group', { pair: '101@group-00000008', half: 2 }],
    ['odd', 'odd', '', null],
  ])('%s', (name, tech, endpoint, local) => {
    expect(parseChannelName(name)).toEqual({ tech, endpoint, local })
  })
})

describe('who calls', () => {
  test.each([
    ['Pat Lee', 'Pat Lee'],
    [String.raw`O\'Neil <desk>`, "O'Neil <desk>"],
    [String.raw`Zo\\\"e\\\"`, 'Zo"e"'],
    [String.raw`A\\\\B`, String.raw`A\B`],
    [String.raw`Two\nlines`, 'Two lines'],
    ['<unknown>', null],
    ['', null],
    [undefined, null],
  ])('the name %j is %j', (sent, name) => {
    expect(callerName(sent)).toBe(name)
  })

  test.each([
    ['+15305550131', '+15305550131'],
    ['7325', '7325'],
    ['Anonymous', null],
    ['<unknown>', null],
    [undefined, null],
  ])('the number %j is %j', (sent, number) => {
    expect(callerNumber(sent)).toBe(number)
  })
})

test.each([
  ['trunk/sip:15305550199@192.0.2.1:5060', '15305550199'],
  ['15305550199@trunk', '15305550199'],
  ['DAHDI/g0/15305550199', '15305550199'],
  ['trunk', null],
  [undefined, null],
])('the dial string %j calls %j', (dialString, number) => {
  expect(outsideNumber(dialString)).toBe(number)
})

describe('the party behind a channel', () => {
  const of = (parties: Parties, name: string, context = '', number: string | null = null, extension = '') =>
    parties.of(parseChannelName(name), { context, callerNumber: number, extension })

  test.each([
    ['PJSIP/trunk-0001', 'from-trunk', 'trunk'],
    ['PJSIP/5305550100-0001', 'from-pstn', 'trunk'],
    ['PJSIP/acme-0001', 'from-did-direct', 'trunk'],
    ['DAHDI/1-1', 'incoming', 'trunk'],
    ['PJSIP/101-0001', 'from-internal', 'phone'],
    ['PJSIP/reception-0001', 'office-phones', 'phone'],
    ['PJSIP/101-0001', 'macro-dial', 'phone'],
    ['SIP/sipgateway-0001', 'default', 'trunk'],
    ['Local/101@from-trunk-0001;1', 'from-trunk', 'local'],
    ['AsyncGoto/PJSIP/trunk-0001', 'from-trunk', 'local'],
  ])('%s in %s is a %s', (name, context, party) => {
    expect(of(new Parties([]), name, context)).toBe(party)
  })

  test('is told by whole numbers where no name tells', () => {
    expect(of(new Parties([]), 'PJSIP/acme-0001', 'default', '5305550199', '15305550110')).toBe('trunk')
    expect(of(new Parties([]), 'PJSIP/acme-0001', 'default', '101', '15305550110')).toBe('phone')
  })

  test('stays what its endpoint has shown before', () => {
    const parties = new Parties([])
    of(parties, 'PJSIP/acme-0001', 'from-trunk')
    expect(of(parties, 'PJSIP/acme-0002', 'macro-dial')).toBe('trunk')
  })

  test('is a trunk exactly when it is listed', () => {
    const parties = new Parties(['PJSIP/acme', 'DAHDI/i1'])
    expect(of(parties, 'PJSIP/acme-0001', 'from-internal')).toBe('trunk')
    expect(of(parties, 'DAHDI/i1/5305550101-1')).toBe('trunk')
    expect(of(parties, 'PJSIP/trunk-0001', 'from-trunk')).toBe('phone')
  })
})
