import { describe, expect, test } from 'vitest'
import type { CallFacts } from './outcome.ts'
import { judge } from './outcome.ts'

const nothing: CallFacts = {
  answeredBy: null,
  voicemail: false,
  callerLeft: null,
  calledOff: false,
  waitingAtGap: false,
  pbxUp: false,
  played: false,
  tried: false,
  legs: [],
}
const left = { phones: false, queue: false, dialing: false }
const rang = { how: 'no-answer', rangAt: 1 } as const
const busy = { how: 'busy', rangAt: null } as const
const unreachable = { how: 'unreachable', rangAt: null } as const

describe('the verdict', () => {
  test.each<[string, Partial<CallFacts>, string | null]>([
    ['answered, whatever else happened', { answeredBy: '101', voicemail: true, callerLeft: left, legs: [busy] }, null],
    ['voicemail, though phones rang before', { voicemail: true, legs: [rang], callerLeft: left }, 'voicemail'],
    ['abandoned while phones rang', { callerLeft: { ...left, phones: true }, legs: [rang] }, 'abandoned'],
    ['abandoned in a queue of nobody', { callerLeft: { ...left, queue: true }, tried: true, pbxUp: true }, 'abandoned'],
    ['abandoned, told by the dial alone', { calledOff: true, legs: [rang] }, 'abandoned'],
    ['abandoned, as a guess for an unseen end', { waitingAtGap: true, legs: [rang] }, 'abandoned'],
    ['abandoned before anything happened', { callerLeft: left }, 'abandoned'],
    ['no-answer when the caller leaves after the ringing', { callerLeft: left, legs: [rang] }, 'no-answer'],
    ['no-answer when one of several rang', { legs: [busy, rang, unreachable] }, 'no-answer'],
    ['busy when those that could be reached were', { legs: [busy, unreachable] }, 'busy'],
    ['unavailable when none could be reached', { legs: [unreachable] }, 'unavailable'],
    ['unavailable when not even a leg was made, though a menu answered', { tried: true, pbxUp: true }, 'unavailable'],
    ['unattended in a menu', { pbxUp: true, callerLeft: left }, 'unattended'],
    ['unattended after an announcement', { played: true }, 'unattended'],
  ])('%s', (_, facts, reason) => {
    expect(judge({ ...nothing, ...facts })).toEqual({ outcome: reason === null ? 'answered' : 'missed', reason })
  })
})
