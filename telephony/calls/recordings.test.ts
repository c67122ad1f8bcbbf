/** Real recordings: each tells what was made to happen. */
import { describe, expect, test } from 'vitest'
import type { AmiEvent } from '../ami/events.ts'
import type { EndedCall } from './call.ts'
import type { Moment, TrueLeg, Truth } from './recorded.ts'
import { lines, recordings, replay } from './recorded.ts'
import { sentence } from './sentence.ts'

/** What Asterisk sends to a user who may read these classes; answers to actions carry no class. */
function classes(moments: readonly Moment[], ...read: string[]): Moment[] {
  const isRead = (event: AmiEvent) => {
    const privilege = event.get('Privilege')?.split(',')[0]
    return privilege === undefined || read.includes(privilege)
  }
  return moments.filter(({ event }) => event === null || isRead(event))
}

/** What versions before the end of 2025 send, which do not tell the SIP status of who refuses. */
function withoutStatus(moments: readonly Moment[]): Moment[] {
  const hidden = (event: AmiEvent): AmiEvent => ({
    event: event.event,
    get: (header) => (header === 'TechCause' ? undefined : event.get(header)),
  })
  return moments.map(({ event, at }) => ({ event: event && hidden(event), at }))
}

describe.each(recordings())('$name', ({ truth, moments }) => {
  test.each([[[]], [['PJSIP/trunk']]])('is told as it happened, with trunks %j', (trunks: string[]) => {
    const ended = replay(moments(), trunks)
    expect(lines(ended)).toEqual(lines(truth))
    expect(ended.filter((call) => call.endUnseen)).toHaveLength(truth.filter((call) => call.endUnseen).length)
  })

  test('is told as it happened to a user with the recommended rights', () => {
    expect(lines(replay(classes(moments(), 'call', 'agent', 'dialplan')))).toEqual(lines(truth))
  })

  test('is told as it happened by a version that tells no SIP status', () => {
    expect(lines(replay(withoutStatus(moments())))).toEqual(lines(truth))
  })

  test('tells answered from missed by the class "call" alone', () => {
    const fields = ['callerNumber', 'answeredBy', 'outcome', 'direction'] as const
    expect(lines(replay(classes(moments(), 'call')), fields)).toEqual(lines(truth, fields))
  })
})

const inWords = recordings().filter(({ truth }) => truth.some((call) => call.sentence !== undefined))

describe.each(inWords)('$name', ({ truth, moments }) => {
  test('is put into words, with who rang when', () => {
    const ended = replay(moments())
    expect(ended.map(sentence).sort()).toEqual(truth.map((call) => call.sentence ?? '').sort())
    for (const call of truth) {
      if (call.legs) expect(ringing(theCall(ended, call))).toEqual(closeTo(call.legs))
    }
  })
})

function theCall(ended: readonly EndedCall[], truth: Truth): EndedCall | undefined {
  return ended.find((call) => sentence(call) === truth.sentence && call.callerNumber === truth.callerNumber)
}

interface Ringing {
  phone: string
  rang: number
  answered: number | null
}

/** In seconds: nobody hears a phone that rings for less, and the phone system may not even learn of it. */
const audible = 0.3

/** Whose phones rang, in seconds since the call began, in the order they rang. */
function ringing(call: EndedCall | undefined): Ringing[] {
  if (!call) return []
  const seconds = (at: number) => (at - call.startedAt) / 1000
  return inOrder(
    call.legs.flatMap(({ phone, rangAt, answeredAt, endedAt }) => {
      if (rangAt === null || (endedAt ?? Infinity) - rangAt < audible * 1000) return []
      return [{ phone, rang: seconds(rangAt), answered: answeredAt === null ? null : seconds(answeredAt) }]
    }),
  )
}

/** The truth about it, give or take a second. */
function closeTo(legs: readonly TrueLeg[]): unknown[] {
  const rung = legs.flatMap(({ phone, rang, answered, ended }) =>
    rang === null || ended - rang < audible ? [] : [{ phone, rang, answered }],
  )
  return inOrder(rung).map(({ phone, rang, answered }) => ({
    phone,
    rang: within(rang - 1, rang + 1),
    // Phones know when they went up. Some must accept the call first, and have not answered it when they do not.
    answered: answered === null ? null : within(answered - 1, answered + 3),
  }))
}

function within(from: number, to: number): unknown {
  return expect.toSatisfy((at: number | null) => at === null || (at >= from && at <= to))
}

function inOrder(legs: Ringing[]): Ringing[] {
  return legs.toSorted((a, b) => Math.round(a.rang) - Math.round(b.rang) || a.phone.localeCompare(b.phone))
}
