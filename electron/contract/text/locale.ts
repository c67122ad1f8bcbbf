/** How numbers, lists, dates and times are written: by the language of the words and the habits of this PC. */

type HourCycle = Intl.DateTimeFormatOptions['hourCycle']

/** undefined: as the runtime finds it. */
let tag: string | undefined
let hourCycle: HourCycle
let numbers = new Intl.NumberFormat()
let shortNumbers = new Intl.NumberFormat(undefined, { notation: 'compact' })
let lists = new Intl.ListFormat()
const dates = new Map<string, Intl.DateTimeFormat>()

/**
 * From now on everything is written as `language` has it: in the variety of the PC where the PC speaks that language
 * (en-GB), and always with the PC's own clock of 12 or 24 hours.
 */
export function setLocale(language: string, pc: string | undefined): void {
  const own = new Intl.DateTimeFormat(known(pc), { hour: 'numeric' }).resolvedOptions()
  tag = new Intl.Locale(own.locale).language === language ? own.locale : `${language}-US`
  hourCycle = own.hourCycle
  numbers = new Intl.NumberFormat(tag)
  shortNumbers = new Intl.NumberFormat(tag, { notation: 'compact' })
  lists = new Intl.ListFormat(tag)
  dates.clear()
}

/** How everything is written, as a tag (BCP 47), e.g. `es-US`: the first day of the week goes by it, too. */
export function localeTag(): string | undefined {
  return tag
}

/** A PC may name a place that is none (`C`, `POSIX`, `en_US.UTF-8`): the runtime's own then. */
function known(pc: string | undefined): string | undefined {
  try {
    return Intl.getCanonicalLocales(pc)[0]
  } catch {
    return undefined
  }
}

export function number(value: number): string {
  return numbers.format(value)
}

/** A share of 1 as a whole percentage, e.g. `48%`. */
export function percent(share: number): string {
  return new Intl.NumberFormat(tag, { style: 'percent' }).format(share)
}

/** `950`, `95K`: where there is no room for more. */
export function shortNumber(value: number): string {
  return value < 1000 ? numbers.format(value) : shortNumbers.format(value)
}

/** `101, 102, and 103`. */
export function list(items: readonly string[]): string {
  return lists.format(items)
}

/** A country by its code (ISO 3166-1 alpha-2), e.g. `Mexico`. */
export function region(code: string): string {
  return new Intl.DisplayNames(tag, { type: 'region', fallback: 'code' }).of(code) ?? code
}

/**
 * A time zone (its IANA name) as people call it, with its place: `Central Time (Chicago)`. What is no time zone stays as
 * it is written.
 */
export function zone(timeZone: string): string {
  const places = timeZone.split('/').slice(1).reverse()
  if (places.length === 0) return timeZone
  try {
    const format = new Intl.DateTimeFormat(tag, { timeZone, timeZoneName: 'longGeneric' })
    const name = format.formatToParts().find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
    return `${name.charAt(0).toLocaleUpperCase(tag)}${name.slice(1)} (${places.join(', ').replaceAll('_', ' ')})`
  } catch {
    return timeZone
  }
}

/** A counted thing in one language: the number, and the form of the word that goes with it. */
export function pluralsOf(language: string): (count: number, one: string, other: string) => string {
  const rules = new Intl.PluralRules(language)
  return (count, one, other) => `${number(count)} ${rules.select(count) === 'one' ? one : other}`
}

/** Formats are costly to make and few. A time of day does not break before its `AM` or `p.m.`. */
export function date(at: number, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify(options)
  const clock = options.hour !== undefined || options.timeStyle !== undefined
  const found = dates.get(key) ?? new Intl.DateTimeFormat(tag, { ...options, ...(clock ? { hourCycle } : {}) })
  dates.set(key, found)
  if (!clock) return found.format(at)
  const parts = found.formatToParts(at)
  return parts
    .map(({ value }, part) => (parts[part + 1]?.type === 'dayPeriod' && /^\s$/.test(value) ? '\u00a0' : value))
    .join('')
}
