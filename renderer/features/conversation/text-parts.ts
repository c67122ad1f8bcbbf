/** What of a text can be used: links, mail addresses, phone numbers and places. The rest is words. */
import { fold } from '../../../electron/contract/fold.ts'

export interface TextPart {
  kind: 'words' | 'link' | 'mail' | 'number' | 'place'
  /** As it was written. */
  shown: string
  /** What is opened, called or copied. */
  value: string
}

interface Found {
  start: number
  end: number
  part: TextPart
}

/** What a browser can open; javascript and the like stay words. */
const link = /\b(?:https?:\/\/|www\.)[^\s<>"“”]{3,}/giu
/** Not within a longer word, in whatever letters: of "peña.com" and "ana@peña.com", "a.com" is somebody else's. */
const wordBefore = String.raw`(?<![\p{L}\p{M}\p{N}_@.+/-])`
/** Nor the beginning of a longer name: "cedar.com" is not the host of "cedar.com.example". */
const nameBehind = String.raw`(?![-.]?[\p{L}\p{M}\p{N}_]|@)`
/** Endings that are words of their own, too: only a path behind them tells a link. */
const endings = 'co|io|me|ly|gl|gd|us|ca|mx|es|uk|app|link|page|site|shop|store|online|dev|ai|tv|gle|be'
/** Written without either, by an ending that is nothing else, also with a country's behind it, or with a path. */
const bareLink = new RegExp(
  String.raw`${wordBefore}(?:[a-z\d](?:[a-z\d-]{0,62}[a-z\d])?\.){1,5}(?:(?:com|org|net|edu|gov|info|biz|health|dental|clinic)(?:\.[a-z]{2})?${nameBehind}(?:\/[^\s<>"“”]*)?|(?:${endings})\/[^\s<>"“”]+)`,
  'giu',
)
const mail = /(?<![\p{L}\p{M}\p{N}_.+-])[\w.+-]{1,64}@(?:[a-z\d-]{1,63}\.){1,5}[a-z]{2,20}(?![\p{L}\p{M}\p{N}_])/giu

const streets =
  'Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Way|Court|Ct|Place|Pl|Highway|Hwy|Parkway|Pkwy|Terrace|Ter|Circle|Cir|Square|Sq'
/** Behind the street: flat, town, state and code. */
const rest = String.raw`\b\.?(?:,?\s(?:Apt|Suite|Ste|Unit)\.?\s?\w{1,8}|,?\s#\w{1,8})?(?:,\s[A-Z][\p{L}.'’ -]{1,30})?(?:,?\s[A-Z]{2}\b)?(?:\s\d{5}(?:-\d{4})?\b)?`
/** A street with its number, and the town where it follows: "12 Oak Street, Suite 4, Davis, CA 95616". */
const place = new RegExp(
  String.raw`\b\d{1,6}[A-Z]?\s(?:[NSEW]\.?\s)?(?:[A-Z\d][\p{L}\d.'’-]{0,30}\s){1,4}(?:${streets}|${streets.toUpperCase()}|${streets.toLowerCase()})${rest}`,
  'gu',
)
/** As people type on a phone: "88 oak ave". Only endings that are no word of their own. */
const hastyPlace =
  /\b\d{2,6}\s(?:[nsew]\.?\s)?(?!(?:min|mins|hours?|days?|of|in|on|at|to)\b)\p{Ll}[\p{L}'’]{2,20}\s(?:street|st|avenue|ave|blvd|rd|ln)\b/gu

/** Ends a sentence or closes a bracket, and so is no part of an address before it. */
const trailing = /[.,;:!?'’”)\]}»…]+$/u

/** The parts in order; together they are the whole text. `numbers` are those that the engine found in it. */
export function partsOf(
  text: string,
  numbers: readonly { start: number; end: number; number: string }[] = [],
): TextPart[] {
  const found: Found[] = []
  const add = (start: number, shown: string, kind: TextPart['kind'], value: string): void => {
    const end = start + shown.length
    // What begins first, or was looked for first, counts.
    if (shown !== '' && found.every((other) => end <= other.start || start >= other.end))
      found.push({ start, end, part: { kind, shown, value } })
  }
  for (const match of text.matchAll(link)) {
    const shown = withoutTrailing(match[0])
    const address = linkOf(shown)
    if (address !== null) add(match.index, shown, 'link', address)
  }
  for (const match of text.matchAll(mail)) add(match.index, match[0], 'mail', match[0])
  for (const match of text.matchAll(bareLink)) {
    const shown = withoutTrailing(match[0])
    const address = /^\p{Lu}\p{L}{0,3}\.\p{L}+$/u.test(shown) ? null : linkOf(shown)
    if (address !== null) add(match.index, shown, 'link', address)
  }
  for (const { start, end, number } of numbers) add(start, text.slice(start, end), 'number', number)
  for (const street of [place, hastyPlace]) {
    for (const match of text.matchAll(street)) add(match.index, match[0].trim(), 'place', match[0].trim())
  }

  const parts: TextPart[] = []
  let at = 0
  const words = (until: number): void => {
    const shown = text.slice(at, until)
    if (shown !== '') parts.push({ kind: 'words', shown, value: shown })
  }
  for (const { start, end, part } of found.sort((one, other) => one.start - other.start)) {
    words(start)
    parts.push(part)
    at = end
  }
  words(text.length)
  return parts
}

/** A bracket that was opened within the address stays a part of it. */
function withoutTrailing(shown: string): string {
  const cut = shown.replace(trailing, '')
  const open = cut.split('(').length - cut.split(')').length
  return open > 0 && shown[cut.length] === ')' ? `${cut})` : cut
}

function linkOf(shown: string): string | null {
  try {
    // By https, whatever was written: the app opens nothing else.
    const { href, hostname } = new URL(`https://${shown.replace(/^https?:\/\//i, '')}`)
    return hostname.includes('.') ? href : null
  } catch {
    return null
  }
}

/** Where a link really leads: its host, with foreign letters spelt out so that no name looks like another. */
export function hostOf(address: string): string {
  return new URL(address).host
}

/** Where a place is shown on a map that asks for no account. */
export function mapOf(address: string): string {
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(address)}`
}

/** The pieces of `text` in which the words that are looked for stand, whatever their case and accents. */
export function markedPieces(text: string, query: string): { shown: string; marked: boolean }[] {
  const sought = fold(query)
  if (sought === '') return [{ shown: text, marked: false }]
  const { text: folded, places } = foldWithPlaces(text)
  const pieces: { shown: string; marked: boolean }[] = []
  let at = 0
  for (let hit = folded.indexOf(sought); hit !== -1; hit = folded.indexOf(sought, hit + sought.length)) {
    const start = places[hit] ?? 0
    const end = places[hit + sought.length] ?? text.length
    if (start > at) pieces.push({ shown: text.slice(at, start), marked: false })
    if (end > start) pieces.push({ shown: text.slice(start, end), marked: true })
    at = end
  }
  if (at < text.length) pieces.push({ shown: text.slice(at), marked: false })
  return pieces
}

/** Folded as the engine compares; `places`: where each unit of it stands in the text. */
function foldWithPlaces(text: string): { text: string; places: number[] } {
  let folded = ''
  const places: number[] = []
  let at = 0
  for (const character of text) {
    const plain = fold(character)
    for (let unit = 0; unit < plain.length; unit += 1) places.push(at)
    folded += plain
    at += character.length
  }
  return { text: folded, places }
}
