import { describe, expect, test } from 'vitest'
import { readRecording } from './recording.ts'

describe('a recording', () => {
  test('is read block by block, with either line end, without answers and odd lines', () => {
    const text = 'Asterisk Call Manager/9\r\nEvent: One\r\nA: b: c \r\n\r\nResponse: Success\r\n\r\n\n\nEvent: Two\n'
    const events = [...readRecording(text)].map((block) => (block.kind === 'event' ? block.event : null))
    expect(events.map((event) => event?.event)).toEqual(['One', 'Two'])
    expect(events[0]?.get('a')).toBe('b: c ')
  })

  test('tells where the connection was lost', () => {
    const blocks = [...readRecording('Event: One\n\nX-Recorder: connection closed\n\nEvent: Two\n\n')]
    expect(blocks.map((block) => block.kind)).toEqual(['event', 'connection lost', 'event'])
  })
})
