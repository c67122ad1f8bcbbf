/**
 * Cards (vCard 2.1, 3.0 and 4.0), a piece of text at a time. Of the packages for it, those that read 2.1 are not looked
 * after, and the others refuse a whole file for one bad line; of a card only a few properties are wanted here.
 */
import type { FilePerson } from './person.ts'
import { isYes } from './person.ts'

/** Characters of one line, and about so many of one property, that are kept: beyond, it is a picture, or nonsense. */
const longestLine = 100_000

/** More cards within a card are nonsense. */
const deepest = 5

interface Property {
  name: string
  parameters: string[]
  value: string
}

const wanted = new Set([
  'FN',
  'N',
  'ORG',
  'TEL',
  'NOTE',
  'CATEGORIES',
  'NICKNAME',
  'X-RINGBACK-NO-TEXTS',
  'X-RINGBACK-BLOCKED',
])

export class VCardReader {
  #rest = ''
  #line: string | null = null
  #card: Property[] | null = null
  /** Cards that the open one stands within, as an assistant's does in version 2.1. */
  #around: Property[][] = []
  #before = ''
  #cards = 0

  /** The people whose cards are whole by now. */
  read(text: string): FilePerson[] {
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/)
    this.#rest = (lines.pop() ?? '').slice(0, longestLine)
    return lines.flatMap((line) => this.#take(line.slice(0, longestLine)))
  }

  /** Those after the last piece; a card that is not closed counts. */
  end(): FilePerson[] {
    const last = this.#take(this.#rest.replace(/\r$/, ''))
    const open = Array.from({ length: deepest + 1 }, () => this.#take('END:VCARD')).flat()
    return [...last, ...open, ...this.#take('')]
  }

  /** Lines that begin with a blank, or follow a "=" in quoted-printable, go on with the one before. */
  #take(line: string): FilePerson[] {
    const before = this.#line
    if (before !== null && before.endsWith('=') && /^[^:]*;\s*(?:ENCODING=)?QUOTED-PRINTABLE/i.test(before)) {
      this.#line = joined(before.slice(0, -1), line)
      return []
    }
    if (before !== null && /^[ \t]/.test(line)) {
      this.#line = joined(before, line.slice(1))
      return []
    }
    this.#line = line
    return before === null ? [] : this.#property(before)
  }

  #property(line: string): FilePerson[] {
    const property = propertyOf(line)
    if (!property) return []
    const begins = property.name === 'BEGIN' && property.value.trim().toUpperCase() === 'VCARD'
    const ends = property.name === 'END' && property.value.trim().toUpperCase() === 'VCARD'
    const within = this.#before === 'AGENT'
    this.#before = property.name
    if (!begins && !ends) {
      if (wanted.has(property.name)) this.#card?.push(property)
      return []
    }
    const card = this.#card
    if (begins && within && card !== null && this.#around.length < deepest) {
      this.#around.push(card)
      this.#card = []
      return []
    }
    this.#card = begins ? [] : (this.#around.pop() ?? null)
    if (card === null) return []
    this.#cards += 1
    return [personOfCard(card, this.#cards)]
  }
}

function joined(before: string, more: string): string {
  return before.length > longestLine ? before : before + more
}

function propertyOf(line: string): Property | null {
  // The name ends at the first colon outside of quotation marks.
  const split = /^((?:"[^"]*"|[^":])*):(.*)$/su.exec(line)
  if (!split) return null
  const [grouped = '', ...parameters] = (split[1] ?? '').split(';').map((part) => part.trim())
  // Groups as in `item1.TEL`.
  const name = grouped.replace(/^.*\./, '').toUpperCase()
  const value = split[2] ?? ''
  return { name, parameters, value: wanted.has(name) ? decoded(value, parameters) : value }
}

function decoded(value: string, parameters: readonly string[]): string {
  const is = (encoding: RegExp): boolean => parameters.some((parameter) => encoding.test(parameter))
  const base64 = is(/^(?:ENCODING=B|(?:ENCODING=)?BASE64)$/i)
  if (!base64 && !is(/^(?:ENCODING=)?QUOTED-PRINTABLE$/i)) return value
  const charset = parameters.map((parameter) => /^CHARSET=(.*)$/i.exec(parameter)?.[1]).find(Boolean) ?? 'utf-8'
  const bytes = base64 ? Buffer.from(value, 'base64') : ofQuotedPrintable(value)
  try {
    return new TextDecoder(charset.replaceAll('"', ''), { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function ofQuotedPrintable(value: string): Uint8Array {
  const bytes = Array.from(value.matchAll(/=([0-9A-F]{2})|([^])/giu), ([, hex, plain]) =>
    hex === undefined ? [...new TextEncoder().encode(plain)] : [Number.parseInt(hex, 16)],
  )
  return Uint8Array.from(bytes.flat())
}

function personOfCard(card: readonly Property[], row: number): FilePerson {
  const all = (name: string): Property[] => card.filter((property) => property.name === name)
  const first = (name: string): string => all(name)[0]?.value ?? ''
  const [family = '', given = '', additional = '', prefix = '', suffix = ''] = parts(first('N'), ';')
  const byParts = [prefix, given, additional, family, suffix].map((part) => part.trim()).filter(Boolean)
  const shown = unescaped(first('FN')).trim()
  const name = (shown || byParts.join(' ') || unescaped(first('NICKNAME'))).trim()
  const organization = parts(first('ORG'), ';')
    .map((part) => part.trim())
    .filter(Boolean)
  return {
    row,
    // Who has no name is called by the number in some files, ours too.
    name: isNumber(name) ? '' : name,
    company: organization.join(', '),
    notes: all('NOTE')
      .map(({ value }) => unescaped(value).replace(/\r\n?/g, '\n'))
      .join('\n'),
    numbers: all('TEL')
      .map(({ value }) =>
        unescaped(value)
          .replace(/^tel:/i, '')
          .replace(/;[^]*$/, '')
          .trim(),
      )
      .filter(Boolean),
    tags: all('CATEGORIES')
      .flatMap(({ value }) => parts(value, ','))
      .map((tag) => tag.trim())
      .filter(Boolean),
    noTexts: isYes(first('X-RINGBACK-NO-TEXTS')),
    blocked: isYes(first('X-RINGBACK-BLOCKED')),
  }
}

function isNumber(name: string): boolean {
  return /^[+\d(][\d\s().\-/]*$/.test(name) && name.replace(/\D/g, '').length >= 7
}

/** The parts of a value between signs that no backslash stands before. */
function parts(value: string, sign: ';' | ','): string[] {
  const found = ['']
  for (const part of value.match(/\\[^]|[^]/g) ?? []) {
    if (part === sign) found.push('')
    else found[found.length - 1] += part
  }
  return found.map(unescaped)
}

function unescaped(value: string): string {
  return value.replace(/\\([^])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign))
}
