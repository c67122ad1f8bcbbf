/** How many billed parts a text has. */
import { SegmentedMessage } from 'sms-segments-calculator'

export interface SegmentCount {
  /** `GSM-7`: 160 letters, or 153 in each of several parts. `UCS-2`: 70 and 67. */
  encoding: 'GSM-7' | 'UCS-2'
  /** 0 only for an empty text. */
  segments: number
  /** What still fits into the last part, in units of the encoding (some characters take two). */
  unitsLeft: number
}

const unitsPerPart = { 'GSM-7': { single: 160, several: 153 }, 'UCS-2': { single: 70, several: 67 } }

/** Counts `body` as carriers do, without any replacing of typographic characters. */
export function countSegments(body: string): SegmentCount {
  if (body === '') return { encoding: 'GSM-7', segments: 0, unitsLeft: unitsPerPart['GSM-7'].single }
  const message = new SegmentedMessage(body, 'auto', false)
  const encoding = message.encodingName
  const segments = message.segmentsCount
  const used = (message.segments.at(-1)?.messageSizeInBits() ?? 0) / (encoding === 'GSM-7' ? 7 : 16)
  const room = segments === 1 ? unitsPerPart[encoding].single : unitsPerPart[encoding].several
  return { encoding, segments, unitsLeft: Math.max(0, room - Math.ceil(used)) }
}
