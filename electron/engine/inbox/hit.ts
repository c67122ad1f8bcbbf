/** Where the words that are searched for stand, so that the window can mark them. */
import type { Mark, SearchHit, Snippet } from '../../contract/view-models.ts'
import { numberForPeople } from '../../../telephony/phone-number.ts'
import type { NumberSearch } from '../../../telephony/phone-number.ts'
import { fold } from '../../contract/fold.ts'
import { numbersSaid } from '../store/search-words.ts'

/** Characters that are shown around a hit, and before it. */
const excerptLength = 160
const before = 14

const letters = /[\p{L}\p{N}\p{M}]/u

/** What is searched for: words as typed, folded, and the number that they may be. */
export interface Sought {
  words: string[]
  number: NumberSearch | null
}

/** A text folded letter by letter, so that what is found in it can be marked in the text itself. */
interface Folded {
  text: string
  /** For each character of `text`: the place of the character it comes from, and where that ends. */
  from: number[]
  to: number[]
}

function foldWithPlaces(text: string): Folded {
  const folded: Folded = { text: '', from: [], to: [] }
  let place = 0
  for (const character of text) {
    const end = place + character.length
    const plain = fold(character)
    // An accent that stands by itself belongs to the letter before it.
    if (plain === '' && folded.to.length > 0) folded.to[folded.to.length - 1] = end
    for (let index = 0; index < plain.length; index += 1) {
      folded.from.push(place)
      folded.to.push(end)
    }
    folded.text += plain
    place = end
  }
  return folded
}

/** Without what is not typed where a word is written as one: "O’Brien" as "obrien". */
function withoutApostrophes({ text, from, to }: Folded): Folded {
  const kept = Array.from(text, (_, at) => at).filter((at) => text[at] !== "'")
  return {
    text: text.replaceAll("'", ''),
    from: kept.map((at) => from[at] ?? 0),
    to: kept.map((at) => to[at] ?? 0),
  }
}

/** Where `words` (folded) stand in `text`, in order and without overlaps; `beginning`: only at the start of a word. */
export function marksIn(text: string, words: readonly string[], where: 'beginning' | 'anywhere'): Mark[] {
  const whole = foldWithPlaces(text)
  const joined = whole.text.includes("'") ? withoutApostrophes(whole) : whole
  const found: [number, number][] = []
  for (const word of words) {
    const folded = whole.text.includes(word) ? whole : joined
    let at = word === '' ? -1 : folded.text.indexOf(word)
    for (; at !== -1; at = folded.text.indexOf(word, at + word.length)) {
      if (where === 'beginning' && letters.test(word) && letters.test(folded.text[at - 1] ?? ' ')) {
        // Scripts without blanks have words that begin after a letter.
        if (!/\p{Lo}/u.test(word)) continue
      }
      found.push([folded.from[at] ?? 0, folded.to[at + word.length - 1] ?? text.length])
    }
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  const marks: [number, number][] = []
  for (const mark of found) {
    const last = marks.at(-1)
    if (last && mark[0] <= last[1]) last[1] = Math.max(last[1], mark[1])
    else marks.push(mark)
  }
  return marks
}

/** Where the digits stand in a number as people write it; all of it when they reach into what is left out there. */
function marksInNumber(shown: string, digits: string): Mark[] {
  const places = Array.from(shown.matchAll(/\d/g), (match) => match.index)
  const at = places
    .map((place) => shown[place])
    .join('')
    .indexOf(digits)
  const first = places[Math.max(at, 0)]
  const last = places[at === -1 ? places.length - 1 : at + digits.length - 1]
  return first === undefined || last === undefined ? [] : [[first, last + 1]]
}

interface Person {
  name: string | null
  company: string
  number: string
  numberForPeople: string
  notes: string
}

type PersonMarks = Omit<SearchHit, 'said'>

/** Which words a contact has, and where; null when it has not all of them. */
export function hitInPerson(person: Person, sought: Sought): SearchHit | null {
  const whole = wholeOf(sought)
  const marks = marksInPerson(person, sought)
  if (whole && person.number.includes(whole)) return { ...marks, said: null }
  const names = fold(`${person.name ?? ''} ${person.company}`)
  const left = sought.words.filter((word) => !has(names, word) && !hasDigits(person, word))
  if (left.length === 0) return { ...marks, said: null }
  const notes = fold(person.notes)
  if (!left.every((word) => has(notes, word))) return null
  const noted = excerpt(person.notes, marksIn(person.notes, sought.words, 'anywhere'))
  return { ...marks, said: { kind: 'note', ...noted, at: null, itemId: null } }
}

/** Whether a folded text has the word, also where an apostrophe parts it. */
function has(folded: string, word: string): boolean {
  return folded.includes(word) || folded.replaceAll("'", '').includes(word)
}

/** The marks in names and number, whether or not all words are there. */
export function marksInPerson(person: Person, sought: Sought): PersonMarks {
  const whole = wholeOf(sought)
  if (whole && person.number.includes(whole)) {
    return { name: [], number: marksInNumber(person.numberForPeople, whole), company: null }
  }
  const digits = sought.words.map(digitsOf).filter((part) => part !== null && person.number.includes(part))
  const company = marksIn(person.company, sought.words, 'anywhere')
  return {
    name: marksIn(person.name ?? '', sought.words, 'anywhere'),
    number: digits.flatMap((part) => marksInNumber(person.numberForPeople, part ?? '')).sort((a, b) => a[0] - b[0]),
    company: company.length === 0 ? null : { text: person.company, marks: company },
  }
}

/** The digits of what is sought, where it is a number. */
function wholeOf({ number }: Sought): string | null {
  if (!number) return null
  return 'whole' in number ? number.whole.replace(/\D/g, '') : number.part
}

/** How the number that is looked for is written in a text, without what stands for its country; null when none is. */
export function saidNumberOf({ number }: Sought, country: string): string | null {
  if (!number) return null
  return 'part' in number ? number.part : numberForPeople(number.whole, country).replace(/\D/g, '').replace(/^0/, '')
}

/** A word that can be a part of a number: its digits, three or more. */
export function digitsOf(word: string): string | null {
  const digits = word.replace(/[().+/-]/g, '')
  return /^\d{3,}$/.test(digits) ? digits : null
}

function hasDigits({ number }: Person, word: string): boolean {
  const digits = digitsOf(word)
  return digits !== null && number.includes(digits)
}

/** The part of a text or note around its first mark, on one line. */
export function hitInText(
  text: { kind: Snippet['kind']; body: string; at: number; itemId: string },
  words: readonly string[],
  number: string | null,
): NonNullable<SearchHit['said']> {
  const written = number === null ? [] : numbersSaid(text.body).filter(({ digits }) => digits.includes(number))
  const marks =
    written.length > 0 ? written.map(({ start, end }): Mark => [start, end]) : marksIn(text.body, words, 'beginning')
  return { kind: text.kind, ...excerpt(text.body, marks), at: text.at, itemId: text.itemId }
}

function excerpt(body: string, marks: readonly Mark[]): { text: string; marks: Mark[] } {
  const line = body.replace(/\s/g, ' ')
  const first = marks[0]?.[0] ?? 0
  const from = first > before + 8 ? wordStart(line, first - before, first) : 0
  const to = Math.min(line.length, from + excerptLength)
  const lead = from === 0 ? '' : '…'
  const end = isCut(line, to) ? to - 1 : to
  return {
    text: `${lead}${line.slice(from, end)}${end < line.length ? '…' : ''}`,
    marks: marks
      .filter(([start]) => start < end)
      .map(([start, stop]) => [start - from + lead.length, Math.min(stop, end) - from + lead.length]),
  }
}

/** The first start of a word in `[from, to]`, or a place that cuts no character in two. */
function wordStart(line: string, from: number, to: number): number {
  const blank = line.indexOf(' ', from)
  if (blank !== -1 && blank < to) return blank + 1
  return isCut(line, from) ? from + 1 : from
}

/** Whether a cut here would part the two halves of one character. */
function isCut(line: string, at: number): boolean {
  return /[\uDC00-\uDFFF]/.test(line[at] ?? '') && /[\uD800-\uDBFF]/.test(line[at - 1] ?? '')
}
