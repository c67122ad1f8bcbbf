import { SegmentedMessage } from 'sms-segments-calculator'
import { text } from '../../text/index.ts'

/** The contract's longest body, in UTF-16 units as the border check counts them. */
export const longestBody = 1600
const bitsPerCharacter = { 'GSM-7': 7, 'UCS-2': 16 }

/**
 * What a draft will be billed as, and how much more fits into the same number of texts.
 * @returns null for an empty draft: nobody needs the hint before writing.
 */
export function segmentsHint(draft: string): { words: string; tooLong: boolean } | null {
  const body = draft.trim()
  if (body === '') return null
  if (body.length > longestBody) return { words: text.composer.tooLong(body.length - longestBody), tooLong: true }
  const message = new SegmentedMessage(body)
  const last = message.segments.at(-1)
  const left = last ? Math.floor(last.freeSizeInBits() / bitsPerCharacter[message.encodingName]) : 0
  return { words: `${text.composer.texts(message.segmentsCount)}, ${text.composer.left(left)}`, tooLong: false }
}
