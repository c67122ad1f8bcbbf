/** A person as a card (vCard 3.0, which every address book reads). */
import type { FilePerson } from './person.ts'

/** Octets in a line before it is folded (RFC 2426, 2.6). */
const longestLine = 75

export function cardOf({ name, company, notes, numbers, tags, noTexts, blocked }: FilePerson): string {
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    // Every card must have a name: who has none is called by the number.
    `FN:${escaped(name === '' ? (numbers[0] ?? '') : name)}`,
    `N:${escaped(name)};;;;`,
    ...(company === '' ? [] : [`ORG:${escaped(company)}`]),
    ...numbers.map((number) => `TEL;TYPE=VOICE:${escaped(number)}`),
    ...(tags.length === 0 ? [] : [`CATEGORIES:${tags.map(escaped).join(',')}`]),
    ...(notes === '' ? [] : [`NOTE:${escaped(notes)}`]),
    ...(noTexts ? ['X-RINGBACK-NO-TEXTS:yes'] : []),
    ...(blocked ? ['X-RINGBACK-BLOCKED:yes'] : []),
    'END:VCARD',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function escaped(value: string): string {
  return value.replace(/[\\,;]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')
}

/** No character is cut in two. */
function folded(line: string): string {
  let length = 0
  let out = ''
  for (const sign of line) {
    const size = Buffer.byteLength(sign)
    if (length + size > longestLine) {
      out += '\r\n '
      length = 1
    }
    out += sign
    length += size
  }
  return out
}
