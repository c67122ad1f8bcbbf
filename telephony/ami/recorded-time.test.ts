import { describe, expect, test } from 'vitest'
import { amiEvent } from './events.ts'
import { RecordedTime } from './recorded-time.ts'
import { readRecording } from './recording.ts'

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

  test('is told for a hang-up by a call record that comes after it', () => {
    const id = `Uniqueid: ${seconds}.12\n`
    const record = `Event: Cdr\nUniqueID: ${seconds}.12\nStartTime: 2030-01-07 02:00:00\nEndTime: 2030-01-07 02:00:`
    const hangup = `Event: Hangup\n${id}\n`
    const recording = `Event: Newchannel\n${id}\n${record}03\n\n${hangup}${record}09\n\n${record}05\n\n`
    expect(timesIn(recording)).toEqual([0, 3, 9, 9, 9])
  })

  test('is told by sound on its way, and for who is listed by how long it has been there', () => {
    const time = new RecordedTime()
    expect(at(time, { Event: 'RTCPSent', SentNTP: `${seconds + 3}.500000` })).toBe(seconds * 1000 + 3500)
    // The clock of whoever is at the other end.
    expect(at(time, { Event: 'RTCPReceived', SentNTP: `${seconds + 99}.500000` })).toBe(seconds * 1000 + 3500)
    const listed = { Event: 'CoreShowChannel', Uniqueid: `${seconds}.12`, Duration: '00:01:30' }
    expect(at(time, listed)).toBe((seconds + 90) * 1000)
  })

  test('is not told by what cannot be', () => {
    const time = new RecordedTime()
    expect(at(time, { Event: 'Newchannel', Uniqueid: `${seconds}.12` })).toBe(seconds * 1000)
    for (const odd of [
      { Timestamp: '99999999999999' },
      { Timestamp: '2500000000' },
      { Uniqueid: '99999999999.1' },
      { Event: 'CoreShowChannel', Uniqueid: `${seconds}.12`, Duration: '99999999999999:00:00' },
    ]) {
      expect(at(time, { Event: 'X', ...odd })).toBe(seconds * 1000)
    }
    expect(at(time, { Event: 'Y', Timestamp: `${seconds + 4}` })).toBe((seconds + 4) * 1000)
  })

  /** In seconds after 10 o'clock. */
  function timesIn(recording: string): number[] {
    const time = new RecordedTime(recording)
    return [...readRecording(recording)].flatMap((block) =>
      block.kind === 'event' ? [time.at(block.event) / 1000 - seconds] : [],
    )
  }
})
