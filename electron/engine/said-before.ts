/**
 * What was stored as a sentence, in the language that holds now. Happenings and reasons are kept as they were said; all
 * of them come from the catalogue, so that each can be known again in whichever language it was said, and be said in
 * another. What is not known stays as it is.
 */
import { catalogues, words } from '../contract/text/index.ts'

type Words = typeof words
/** A sentence with slots, of any catalogue. */
type Maker = (words: Words) => string | ((...slots: never[]) => string)

/** The members of a part of the catalogue, one maker each. */
function each(part: (words: Words) => Record<string, unknown>): Maker[] {
  return Object.keys(part(words)).map((key) => (from: Words) => part(from)[key] as ReturnType<Maker>)
}

const reasons: Maker[] = [...each(({ rules }) => rules), ...each((from) => from.reasons)]

const whys: Maker[] = [
  ...each(({ followUp }) => followUp.why),
  (from) => from.followUp.notSent,
  (from) => from.followUp.notKnown,
  (from) => from.followUp.sentElsewhere,
  (from) => from.followUp.skippedByStaff,
  // A reason stands inside a sentence as a part of it.
  ...reasons.map(
    (reason): Maker =>
      (from) =>
      (...slots: string[]) =>
        from.followUp.inside(said(reason(from), slots)),
  ),
]

const happenings: Maker[] = [
  (from) => from.followUp.stopped,
  (from) => from.followUp.leftOut,
  (from) => from.followUp.noMore,
  ...each(({ optOut }) => optOut.out),
  (from) => from.optOut.inByText,
  (from) => from.optOut.inByStaff,
  (from) => from.optOut.fine,
  (from) => from.optOut.asked,
  (from) => from.optOut.askedOfOther,
  (from) => from.contacts.blocked,
  (from) => from.contacts.unblocked,
  (from) => from.contacts.booked,
]

/** Stand for what is filled in; in no sentence of people. */
const marks = ['\uE000', '\uE001', '\uE002']

interface Pattern {
  language: Words
  maker: Maker
  form: RegExp
}

/** Those of fixed words first: what is filled into others could be anything. */
function patternsOf(makers: readonly Maker[]): Pattern[] {
  const all = Object.values(catalogues).flatMap((language) =>
    makers.map((maker) => ({ language, maker, form: formOf(said(maker(language), marks)) })),
  )
  const isFixed = ({ form }: Pattern): boolean => !form.source.includes('(?<')
  return [...all.filter(isFixed), ...all.filter((pattern) => !isFixed(pattern))]
}

const known = { reasons: patternsOf(reasons), whys: patternsOf(whys), happenings: patternsOf(happenings) }

/** A reason, or what happened, as it stands in the store. */
export function saidNow(stored: string): string {
  return again(stored, known.happenings) ?? again(stored, known.reasons) ?? stored
}

function again(stored: string, patterns: readonly Pattern[]): string | null {
  for (const { language, maker, form } of patterns) {
    const found = form.exec(stored)
    if (!found) continue
    if (language === words) return stored
    const filledIn = marks.map((_mark, at) => slotNow(found.groups?.[`slot${at}`] ?? '', language))
    return said(maker(words), filledIn)
  }
  return null
}

/** What was filled in: a reason again, or a name or a number, which stay. */
function slotNow(slot: string, language: Words): string {
  if (slot === language.followUp.theCaller) return words.followUp.theCaller
  return again(slot, known.whys) ?? slot
}

function said(sentence: string | ((...slots: never[]) => string), slots: readonly string[]): string {
  return typeof sentence === 'string' ? sentence : String(Reflect.apply(sentence, null, slots))
}

/** The expression that the sentence fits, whatever is filled in. */
function formOf(sentence: string): RegExp {
  const escaped = sentence.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
  const slots = marks.reduce((form, mark, at) => form.replace(mark, `(?<slot${at}>.+?)`), escaped)
  return new RegExp(`^${slots}$`, 'su')
}
