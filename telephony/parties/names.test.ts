import { describe, expect, test } from 'vitest'
import { numberThrough, sameNumber } from './dialled.ts'
import { contextSide, nameSays } from './names.ts'

describe('the name of a context', () => {
  test.each([
    'from-trunk',
    'from-pstn',
    'from-pstn-toheader',
    'from-did-direct',
    'from-trunk-pjsip-voipms',
    'ext-did',
    'from-sip-external',
    'from-dahdi',
    'from-analog',
    'incoming',
    'incoming_calls',
    'inbound-acme',
    'public',
    'trunk1',
    'provider-in',
    'office-trunk',
    'entrantes',
    'sip-trunk',
  ])('%s tells callers from outside', (context) => {
    expect(contextSide(context)).toBe('outside')
  })

  test.each([
    'from-internal',
    'from-internal-xfer',
    'internal',
    'phones',
    'sip-phones',
    'office',
    'office-phones',
    'users',
    'extensions',
    'desk',
    'outbound',
    'longdistance',
    'from-sip',
    'officephones',
    'internos',
    'hotdesk2',
  ])("%s tells the office's own phones", (context) => {
    expect(contextSide(context)).toBe('inside')
  })

  test.each(['default', 'macro-dial', 'ext-group', 'acme', 'work', 'main', '', 'from-queue', 'ivr-1', undefined])(
    '%s tells nothing',
    (context) => {
      expect(contextSide(context)).toBeNull()
    },
  )
})

test.each([
  ['PJSIP/trunk', 'trunk'],
  ['SIP/sip-gw1', 'trunk'],
  ['PJSIP/voipms', 'provider'],
  ['PJSIP/twilio-na1', 'provider'],
  ['PJSIP/15305550199', 'account'],
  ['SIP/192.0.2.9', 'host'],
  ['SIP/sip.acme.example', 'host'],
  ['PJSIP/anonymous', 'host'],
  ['DAHDI/i1', 'span'],
  ['DAHDI/g0', 'span'],
  ['DAHDI/1', null],
  ['PJSIP/10', 'extension'],
  ['SIP/200001', 'extension'],
  ['PJSIP/0004f2aabbcc', 'mac'],
  ['PJSIP/001565123456', 'mac'],
  ['SIP/SEP0004F2AABBCC', 'mac'],
  ['PJSIP/442071838750', 'account'],
  ['SCCP/front', 'mac'],
  ['PJSIP/reception', 'place'],
  ['PJSIP/anna-desk', 'place'],
  ['PJSIP/anna', null],
  ['PJSIP/acme', null],
  ['odd', null],
])('the name %s says %s', (endpoint, says) => {
  expect(nameSays(endpoint)).toBe(says)
})

describe('a dial string', () => {
  test.each([
    ['15305550199@voipms', 'voipms', '15305550199'],
    ['911@voipms', 'voipms', '911'],
    ['voipms/15305550199', 'voipms', '15305550199'],
    ['g0/15305550199', 'i1', '15305550199'],
    ['DAHDI/i1/15305550199', 'i1', '15305550199'],
    ['user:secret@192.0.2.9/15305550199', '192.0.2.9', '15305550199'],
    ['trunk/sip:15305550199@192.0.2.1:5060', 'trunk', '15305550199'],
  ])('%s leads through %s to a number', (dialString, endpoint, number) => {
    expect(numberThrough(dialString, endpoint)?.number).toBe(number)
  })

  test.each([
    ['101', '101'],
    ['PJSIP/101', '101'],
    ['101/sip:101@192.0.2.7:5060;transport=udp', '101'],
    ['anna/sip:k3x9q@192.0.2.7', 'anna'],
    ['15305550121', '15305550121'],
    ['15305550121/sip:15305550121@192.0.2.7', '15305550121'],
    ['1', '1'],
    ['', '101'],
    ['@', '101'],
    ['/', '101'],
  ])('%s rings %s itself', (dialString, endpoint) => {
    expect(numberThrough(dialString, endpoint)).toBeNull()
  })

  test.each([
    ['915305550199', '15305550199', true],
    ['5550199', '15305550199', true],
    ['911', '9911', true],
    ['101', '15305550101', false],
    ['0110', '15305550110', false],
    ['15305550199', '15305550198', false],
    ['', '', false],
  ])('%s and %s being one number: %s', (one, other, same) => {
    expect(sameNumber(one, other)).toBe(same)
  })
})
