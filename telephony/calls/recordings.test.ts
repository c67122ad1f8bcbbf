/** Real recordings: each tells what was made to happen. */
import { describe, expect, test } from 'vitest'
import type { AmiEvent } from '../ami/events.ts'
import type { Moment } from './recorded.ts'
import { lines, recordings, replay } from './recorded.ts'

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
