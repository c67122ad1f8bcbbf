/**
 * Phone numbers that ride along in words of others (a gateway's, an error's), for logs: of each only its end stays, in
 * whatever spelling it stands there: with a plus, with `00` or `011`, bare, in groups, in another script's digits.
 *
 * What helps whoever looks for a fault stays whole, told by its shape: instants (ISO 8601, also with the dashes of file
 * names, and epoch milliseconds), ids (UUIDs, whatever mixes letters and digits, a call's Linkedid such as
 * `1764000000.12`, a text's `1764000000-7`, channels such as `PJSIP/101-0000002a`), addresses and versions. A number that
 * has just such a shape stays, too: thirteen bare digits that begin with 15 to 19, which no country gives out.
 */

/** What people and programs put between digits, also as addresses have it (`%20`); and marks that nobody sees. */
const between = String.raw`(?:%(?:20|2d|28|29)|[ ().\-–/\u00a0\u00ad\u2000-\u200f\u202a-\u202f\u2060-\u2069]){0,4}`
/** A plus, a bracket, or both. */
const start = String.raw`(?:(?:\+|%2b)(?: |%20)?(?:\(|%28)?|\(|%28)`
const date = String.raw`(?:19|20)\d\d-[01]\d-[0-3]\d`
const time = String.raw`[T ][0-2]\d[:-][0-5]\d(?:[:-][0-5]\d)?(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?`

const octet = String.raw`(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)`

/** Shapes that are no numbers, the longer before what it begins with. */
const kept = [
  String.raw`[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`,
  `${date}(?:${time})?(?!-)`,
  // As some programs write it.
  String.raw`[0-3]?\d(?<point>[./])[0-3]?\d\k<point>(?:19|20)\d\d,? [0-2]?\d:[0-5]\d(?::[0-5]\d)?`,
  // A word, and pieces that hang together of which the first mixes letters and digits.
  String.raw`(?=[a-z]*\d+[a-z])\w+(?:-\w+)*|(?=[a-z_]+\d)\w+(?:-\w+)+|[a-z_]\w*`,
  String.raw`1\d{9}[.-]\d{1,10}`,
  String.raw`1[5-9]\d{11}`,
  // Four numbers, not five: a French number has as many pairs.
  String.raw`(?:${octet}\.){3}${octet}(?!\.\d)`,
  // Chromium's.
  String.raw`1\d\d\.0\.\d{4}\.\d{1,3}`,
]

/** Of a channel the endpoint may be a number; what tells it from others of it is eight hexadecimal digits. */
const channel = String.raw`(?<tech>(?:PJSIP|SIP|IAX2|DAHDI|Local)/)(?<endpoint>[\w.+-]+)(?<suffix>-[0-9a-f]{8})`

const shapes = new RegExp(
  String.raw`(?<![\p{L}\p{Nd}_+])(?:${[channel, ...kept].join('|')})(?![\p{L}\p{Nd}_])|(?<number>${start}?\p{Nd}(?:${between}\p{Nd}){6,})`,
  'giu',
)

/** Fewer digits are codes, sizes, parts of a date; with a plus or a zero in front they are numbers already. */
const fewest = { bare: 10, zero: 9, plus: 7 }
/** E.164 has 15, and a prefix for calls abroad goes in front; more in one piece are an id. */
const most = 18
const shown = 4

/** `words` with only the end of each phone number. */
export function maskNumbersIn(words: string): string {
  return words.replace(shapes, (found, ...rest: unknown[]) => {
    const { number, tech, endpoint = '', suffix = '' } = rest.at(-1) as Record<string, string | undefined>
    if (tech !== undefined) return tech + maskNumbersIn(endpoint) + suffix
    return number === undefined ? found : masked(found)
  })
}

function masked(said: string): string {
  const found = said.replace(/%2b/gi, '+').replace(/%28/g, '(').replace(/%29/g, ')').replace(/%2\w/g, ' ')
  const digits = [...found.matchAll(/\p{Nd}/gu)].map(([digit]) => digit)
  const least = found.includes('+') ? fewest.plus : digits[0] === '0' ? fewest.zero : fewest.bare
  const isId = digits.length > most && /^\p{Nd}+$/u.test(found)
  if (digits.length < least || isId) return said
  // A bracket around all of it is not the number's.
  const around = found.startsWith('(') && !found.includes(')') ? '(' : ''
  return `${around}…${digits.slice(-shown).join('')}`
}

/** A value on its way into a log's JSON: words are masked; what counts, measures or dates as a number stays. */
export function maskedValue(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? maskNumbersIn(value) : value
}
