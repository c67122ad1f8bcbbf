import { describe, expect, test } from 'vitest'
import { amiEvent } from './events.ts'
import { RecordedTime, readRecording } from './recording.ts'

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

describe('the time of a recorded event', () => {
  const seconds = Date.UTC(2030, 0, 7, 10) / 1000
  const at = (time: RecordedTime, headers: Record<string, string>) => time.at(amiEvent(Object.entries(headers)))

  test('comes from its time stamp', () => {
    expect(at(new RecordedTime(), { Event: 'X', Timestamp: `${seconds}.25` })).toBe(seconds * 1000 + 250)
  })

  test('else is the latest that anything has told, and never goes back', () => {
    const time = new RecordedTime()
    expect(at(time, { Event: 'Newchannel', Uniqueid: `${seconds}.12` })).toBe(seconds * 1000)
    expect(at(time, { Event: 'Newchannel', Uniqueid: `pbx-${seconds - 60}.3` })).toBe(seconds * 1000)
    expect(at(time, { Event: 'X', EventTV: '2030-01-07T10:00:07.500+0000' })).toBe(seconds * 1000 + 7500)
    expect(at(time, { Event: 'Y' })).toBe(seconds * 1000 + 7500)
  })

  test('reads call records in the local time of the phone system', () => {
    const record = { Event: 'Cdr', StartTime: '2030-01-07 02:00:00', EndTime: '2030-01-07 02:00:09' }
    expect(at(new RecordedTime(), { ...record, UniqueID: `${seconds}.12` })).toBe((seconds + 9) * 1000)
  })
})
