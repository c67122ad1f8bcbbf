import { describe, expect, test } from 'vitest'
import { parseConfigFile } from './config-file.ts'

const whole = {
  business: { name: 'Harbor Dental', timeZone: 'America/Chicago' },
  pbx: { host: '127.0.0.1', username: 'ringback', password: 'secret' },
  gateway: { kind: 'twilio', accountSid: 'AC1', authToken: 'token', from: '+12125550100' },
  lines: { '+12125550100': 'Main line' },
}

function failureOf(config: unknown): string {
  const result = parseConfigFile(JSON.stringify(config))
  if (result.ok) throw new Error('The config was taken')
  return result.failure.message
}

describe('the config file', () => {
  test('needs only the business, the phone system and the gateway', () => {
    const result = parseConfigFile(JSON.stringify(whole))
    if (!result.ok) throw new Error(result.failure.message)
    expect(result.value.pbx).toEqual({ ...whole.pbx, port: 5038, trunks: [], tls: false })
    expect(result.value.followUp).toEqual({})
    expect(result.value.lines).toEqual(whole.lines)
  })

  test('may leave the booking link empty', () => {
    const result = parseConfigFile(JSON.stringify({ ...whole, business: { name: 'X', bookingLink: '' } }))
    expect(result).toMatchObject({ ok: true, value: { business: { bookingLink: '' } } })
  })

  test('that is not JSON is refused with a sentence that says where, and quotes nothing: it holds the token', () => {
    const result = parseConfigFile('{"gateway":\n {"authToken": s3cr3t}}')
    const message = 'The config file is not valid JSON: look at line 2, column 16.'
    expect(result).toMatchObject({ ok: false, failure: { code: 'bad-input', message } })
  })

  test.each([
    [{ ...whole, pbx: { ...whole.pbx, host: undefined } }, '"pbx.host" is missing.'],
    [{ ...whole, pbx: { ...whole.pbx, host: ' ' } }, '"pbx.host" must not be empty.'],
    [{ ...whole, pbx: { ...whole.pbx, port: 'x' } }, '"pbx.port" must be a number.'],
    [{ ...whole, pbx: { ...whole.pbx, port: 70000 } }, '"pbx.port" must be 65535 or less.'],
    [{ ...whole, gateway: undefined }, '"gateway" is missing.'],
    [{ ...whole, gateway: { ...whole.gateway, kind: 'fax' } }, '"gateway.kind" must be "twilio" or "asterisk".'],
    [{ ...whole, gateway: { kind: 'asterisk', from: '+12125550100' } }, '"gateway.trunk" is missing.'],
    [{ ...whole, followUp: { delaySeconds: 301 } }, '"followUp.delaySeconds" must be 300 or less.'],
    [{ ...whole, followUp: { delaySeconds: 1.5 } }, '"followUp.delaySeconds" must be a whole number.'],
    [{ ...whole, followUp: { delay: 3 } }, '"followUp.delay" is not a field of the config file.'],
    [
      { ...whole, business: { name: 'X', timeZone: 'Mars' } },
      '"business.timeZone" must be a time zone such as "America/Chicago".',
    ],
    [
      { ...whole, business: { name: 'X', bookingLink: 'ftp://x' } },
      '"business.bookingLink" must be a web address that begins with https://.',
    ],
    [{ ...whole, hours: { mon: ['8-12'] } }, '"hours.mon.0" must be times such as "08:00-12:00".'],
    [
      { ...whole, hours: { mon: ['08:00-12:00', '11:00-17:00'] } },
      '"hours.mon" cannot be so: two opening times overlap.',
    ],
    [
      { ...whole, hours: { exceptions: [{ from: '2026-13-01' }] } },
      '"hours.exceptions.0.from" must be a date such as "2026-12-24".',
    ],
    [
      { ...whole, followUp: { template: 'Hi {nmae}' } },
      'One of the texts cannot be sent: The text has a field that Ringback does not know: {nmae}.',
    ],
    [{ ...whole, lines: { '+12125550100': 7 } }, '"lines.+12125550100" must be text in quotes.'],
    [[], 'The config file must be a group of fields in { }.'],
  ])('names what is wrong (case %#)', (config, sentence) => {
    expect(failureOf(config)).toBe(sentence)
  })

  test('names every field that is wrong, one sentence a line, and never a secret', () => {
    const message = failureOf({ ...whole, pbx: { ...whole.pbx, username: 7, password: 123456 }, gateway: undefined })
    expect(message.split('\n')).toHaveLength(3)
    expect(message).not.toContain('123456')
  })
})
