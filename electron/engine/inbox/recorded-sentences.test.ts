/** Real recordings, in words: each tells what was made to happen. */
import { describe, expect, test } from 'vitest'
import type { EndedCall } from '../../../telephony/calls/call.ts'
import { recordings, replay } from '../../../telephony/calls/recorded.ts'
import type { TrueLeg, Truth } from '../../../telephony/calls/recorded.ts'
import { sentence } from './call-sentence.ts'

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
