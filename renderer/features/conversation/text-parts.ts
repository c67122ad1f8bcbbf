/** What of a text can be used: links, mail addresses, phone numbers and places. The rest is words. */

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

/** Only what the app may open; http and the like stay words. */
const link = /\b(?:https:\/\/|www\.)[^\s<>"“”]{3,}/giu
const mail = /(?<![\w.+-])[\w.+-]{1,64}@(?:[a-z\d-]{1,63}\.){1,5}[a-z]{2,20}\b/giu
/** A street with its number, and the town where it follows: "12 Oak Street, Suite 4, Davis, CA 95616". */
const place =
  /\b\d{1,6}[A-Z]?\s(?:[NSEW]\.?\s)?(?:[A-Z\d][\p{L}\d.'’-]{0,30}\s){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Way|Court|Ct|Place|Pl|Highway|Hwy|Parkway|Pkwy|Terrace|Ter|Circle|Cir|Square|Sq)\b\.?(?:,?\s(?:Apt|Suite|Ste|Unit)\.?\s?\w{1,8}|,?\s#\w{1,8})?(?:,\s[A-Z][\p{L}.'’ -]{1,30})?(?:,?\s[A-Z]{2}\b)?(?:\s\d{5}(?:-\d{4})?\b)?/gu

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
  for (const { start, end, number } of numbers) add(start, text.slice(start, end), 'number', number)
  for (const match of text.matchAll(place)) add(match.index, match[0].trim(), 'place', match[0].trim())

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
    const { href, hostname } = new URL(/^https:/i.test(shown) ? shown : `https://${shown}`)
    return hostname.includes('.') ? href : null
  } catch {
    return null
  }
}

/** Where a link really leads: its host, with foreign letters spelt out so that no name looks like another. */
export function hostOf(address: string): string {
  return new URL(address).host
}

/** The pieces of `text` in which the words that are looked for stand, whatever their case and accents. */
export function markedPieces(text: string, query: string): { shown: string; marked: boolean }[] {
  const sought = fold(query).text
  if (sought === '') return [{ shown: text, marked: false }]
  const { text: folded, places } = fold(text)
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

/** Lower case without accents, as the engine compares; `places`: where each unit of it stands in the text. */
function fold(text: string): { text: string; places: number[] } {
  let folded = ''
  const places: number[] = []
  let at = 0
  for (const character of text) {
    const plain = character
      .normalize('NFD')
      .replace(/\p{Diacritic}/gu, '')
      .toLowerCase()
    for (let unit = 0; unit < plain.length; unit += 1) places.push(at)
    folded += plain
    at += character.length
  }
  return { text: folded, places }
}
