import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerTo, cseqMethod, formatMessage, header, parameter, parseMessage, uriOf, userOf } from './message.ts'
import type { SipRequest } from './message.ts'

const invite: SipRequest = {
  kind: 'request',
  method: 'INVITE',
  uri: 'sip:15305550101@127.0.0.10:25060',
  headers: [
    ['Via', 'SIP/2.0/UDP 127.0.0.20:25060;branch=z9hG4bKabc;rport'],
    ['From', '"Zoë \\"Zed\\"" <sip:2125550123@127.0.0.20>;tag=one'],
    ['To', '<sip:15305550101@127.0.0.10:25060>'],
    ['Call-ID', 'call-1'],
    ['CSeq', '7 INVITE'],
  ],
  body: 'v=0\r\no=ü\r\n',
}

describe('a SIP message', () => {
  it('is read as it was written', () => {
    const text = formatMessage(invite)
    expect(text).toContain('Content-Length: 11\r\n\r\n')
    const read = parseMessage(text)
    expect(read).toMatchObject({ kind: 'request', method: 'INVITE', uri: invite.uri, body: invite.body })
    expect(read && header(read, 'call-id')).toBe('call-1')
    expect(read && cseqMethod(read)).toBe('INVITE')
  })

  it('tells users, addresses and tags', () => {
    const from = header(invite, 'From')
    expect(userOf(from)).toBe('2125550123')
    expect(uriOf(from)).toBe('sip:2125550123@127.0.0.20')
    expect(parameter(from, 'tag')).toBe('one')
    expect(userOf('sip:127.0.0.10:25060')).toBe('')
    expect(parameter(header(invite, 'To'), 'tag')).toBeNull()
  })

  it('is answered with what must be the same, and our tag', () => {
    const ringing = answerTo(invite, 180, 'Ringing', { tag: 'two' })
    expect(header(ringing, 'Via')).toBe(header(invite, 'Via'))
    expect(header(ringing, 'To')).toBe(`${header(invite, 'To')};tag=two`)
    expect(parseMessage(formatMessage(ringing))).toMatchObject({ kind: 'response', status: 180, reason: 'Ringing' })
  })

  it('that is none is nothing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/SIP\/2\.0/.test(text))
        expect(parseMessage(text)).toBeNull()
      }),
    )
  })
})
