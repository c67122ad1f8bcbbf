import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failureFor } from './errors.ts'
import { gatewayErrorOf, sendEndOf } from './meaning.ts'
import { SettingsProblem, TooManyRequests, troubleOf } from './trouble.ts'

/** An error as Node and the HTTP client make them. */
function thrown(facts: Record<string, unknown>, cause?: unknown): Error {
  return Object.assign(new Error('failed', cause === undefined ? {} : { cause }), facts)
}

const endOf = (error: unknown) => sendEndOf(troubleOf(error)).end

describe('an attempt to send was not sent', () => {
  it.each([
    ['the connection is refused', thrown({ code: 'ECONNREFUSED' })],
    ['the name is not known', thrown({ code: 'ENOTFOUND' }, thrown({ code: 'ENOTFOUND', syscall: 'getaddrinfo' }))],
    ['the name service is away', thrown({ code: 'EAI_AGAIN' })],
    ['the network is away', thrown({ code: 'ENETUNREACH' }, thrown({ code: 'ENETUNREACH', syscall: 'connect' }))],
    ['connecting takes too long', thrown({ code: 'ETIMEDOUT' }, thrown({ code: 'ETIMEDOUT', syscall: 'connect' }))],
    [
      'each of several addresses fails',
      thrown(
        { code: 'ETIMEDOUT' },
        new AggregateError([
          thrown({ code: 'ETIMEDOUT', syscall: 'connect' }),
          thrown({ code: 'ENETUNREACH', syscall: 'connect' }),
        ]),
      ),
    ],
    ['the certificate is wrong', thrown({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })],
    ['Twilio asks to wait', new TooManyRequests('Too Many Requests', 20429, 2_000)],
  ])('when %s', (_when, error) => {
    expect(endOf(error)).toBe('not-sent')
  })
})

describe('an attempt to send ended unknown', () => {
  it.each([
    ['the connection broke', thrown({ code: 'ECONNRESET' }, thrown({ code: 'ECONNRESET', syscall: 'read' }))],
    ['a connection in use ran out', thrown({ code: 'ETIMEDOUT' }, thrown({ code: 'ETIMEDOUT', syscall: 'read' }))],
    ['the way broke off in use', thrown({ code: 'EHOSTUNREACH' }, thrown({ code: 'EHOSTUNREACH', syscall: 'read' }))],
    ['writing failed', thrown({ code: 'EPIPE' })],
    ['no answer came', thrown({ code: 'ECONNABORTED' })],
    ['the yes was cut short', thrown({ status: 201, code: 'ERR_BAD_RESPONSE' })],
    ['the answer is no JSON', new SyntaxError('Unexpected token')],
    ['somebody redirects', thrown({ status: 302 })],
    ['a refusal has no code of Twilio', thrown({ status: 404 })],
    ['a refusal was cut short', thrown({ status: 400, code: 'ERR_BAD_RESPONSE' })],
    ['something else was thrown', 'what?'],
  ])('when %s', (_when, error) => {
    expect(endOf(error)).toBe('unknown')
  })

  it('for every 5xx, whatever code it carries', () => {
    fc.assert(
      fc.property(fc.integer({ min: 500, max: 599 }), fc.option(fc.nat()), (status, code) => {
        expect(endOf(thrown({ status, code }))).toBe('unknown')
      }),
    )
  })
})

describe('a refusal', () => {
  it('counts against the one text when its code is not listed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 90_000, max: 99_999 }), (code) => {
        expect(sendEndOf(troubleOf(thrown({ status: 400, code })))).toMatchObject({
          end: 'rejected',
          failure: { reaction: 'never', code: String(code) },
        })
      }),
    )
  })

  it('stops everything for any 401 and 403 of Twilio', () => {
    for (const status of [401, 403]) {
      const end = sendEndOf(troubleOf(thrown({ status, code: 99_001 })))
      expect(end).toMatchObject({ end: 'rejected', failure: { reaction: 'stop-everything' } })
    }
  })

  it.each([
    [20003, 'stop-everything'],
    [21606, 'stop-everything'],
    [30034, 'stop-everything'],
    [21610, 'opted-out'],
    [21211, 'never'],
    [30003, 'never'],
  ])('with code %i means %s', (code, reaction) => {
    const failure = failureFor(code, null)
    expect(failure).toMatchObject({ code: String(code), reaction })
    expect(failure.said).toEqual({ code: 'listed', facts: { number: code } })
  })

  it.each([
    [20003, 'signed-in'],
    [30002, 'signed-in'],
    [21606, 'told'],
    [21611, 'later'],
    [30034, 'told'],
    [30023, 'midnight'],
  ])('with code %i is over when: %s', (code, when) => {
    expect(failureFor(code, null)).toMatchObject({ mending: { when } })
  })

  it('for a full queue stops everything although it comes as "too many"', () => {
    expect(sendEndOf(troubleOf(new TooManyRequests('full', 21611, null)))).toMatchObject({ end: 'rejected' })
  })

  it('by our own settings names what is wrong with them', () => {
    expect(sendEndOf(troubleOf(new SettingsProblem('authToken', 'no-token')))).toEqual({
      end: 'rejected',
      failure: {
        reaction: 'stop-everything',
        code: 'settings',
        said: { code: 'no-token', facts: {} },
        mending: { when: 'told' },
      },
    })
  })
})

it('shows nobody the whole number that Twilio quotes', () => {
  const quoting = Object.assign(new Error('To +15305550101 is odd'), { status: 400, code: 90_001 })
  expect(JSON.stringify(sendEndOf(troubleOf(quoting)))).toContain('To …0101 is odd')
  expect(gatewayErrorOf(troubleOf(quoting)).message).toContain('To …0101 is odd')
  expect(JSON.stringify(failureFor(90_001, 'To +15305550101 is odd'))).toContain('To …0101 is odd')
})

it('does not quote an unreadable answer, which may hold the text of somebody', () => {
  const end = sendEndOf(troubleOf(new SyntaxError('Unexpected token in "Dear Jane"')))
  expect(JSON.stringify(end)).not.toContain('Jane')
})
