/** Bytes of a file as text, whatever wrote them: UTF-8, UTF-16 (Excel's "Unicode text") or Windows-1252. */
import type { ImportEncoding } from '../../../contract/import.ts'

/** Bytes that are decoded, and then read, at a time: a few ms of work. */
const piece = 16 * 1024
/** Bytes that a guess is made from where nothing says what they are. */
const sample = 256 * 1024

type Label = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh'

const names: Record<Label, ImportEncoding> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
  macintosh: 'Mac Roman',
}

const labels: Record<ImportEncoding, Label> = {
  'UTF-8': 'utf-8',
  'UTF-16': 'utf-16le',
  'Windows-1252': 'windows-1252',
  'Mac Roman': 'macintosh',
}

export interface Decoded {
  encoding: ImportEncoding
  /** The text in pieces, without a byte-order mark; `share` of the bytes is behind each. */
  pieces(): Generator<{ text: string; share: number }>
}

/** `chosen`: by staff, null to guess. Bytes that are no text in it come out as replacement characters. */
export function decode(bytes: Uint8Array, chosen: ImportEncoding | null = null): Decoded {
  const guess = labelOf(bytes)
  const label = chosen === null || names[guess] === chosen ? guess : labels[chosen]
  return {
    encoding: names[label],
    *pieces() {
      const decoder = new TextDecoder(label)
      for (let from = 0; from < bytes.length; from += piece) {
        const to = Math.min(from + piece, bytes.length)
        const text = decoder.decode(bytes.subarray(from, to), { stream: to < bytes.length })
        yield { text, share: to / bytes.length }
      }
    },
  }
}

function labelOf(bytes: Uint8Array): Label {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const zeros = { even: 0, odd: 0 }
  const looked = Math.min(bytes.length, sample)
  for (let at = 0; at < looked; at += 1) if (bytes[at] === 0) zeros[at % 2 === 0 ? 'even' : 'odd'] += 1
  // Latin text in UTF-16 has a zero in every second place, and text of no other kind has any.
  if (zeros.odd > looked / 8 && zeros.odd > zeros.even) return 'utf-16le'
  if (zeros.even > looked / 8) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for (let from = 0; from < bytes.length; from += sample) {
      const to = Math.min(from + sample, bytes.length)
      decoder.decode(bytes.subarray(from, to), { stream: to < bytes.length })
    }
    return true
  } catch {
    return false
  }
}
