/**
 * When the law and good manners let somebody be texted: by the clock of where the recipient is, not of the office. Pure;
 * instants are epoch ms. Where the number leaves several zones open, a text must be allowed in all of them; where it
 * leaves the state open, by the rules of every state.
 *
 * The edges are strict: a time that the clocks show twice opens with the second and closes with the first.
 */
import type { Temporal } from 'temporal-polyfill'
import { minutesOf } from '../../contract/opening-hours.ts'
import type { QuietHours } from '../../contract/opening-hours.ts'
import { words } from '../../contract/text/index.ts'
import { parseNumber } from '../../../telephony/phone-number.ts'
import { stateRules } from './data/state-rules.ts'
import type { StateRule } from './data/state-rules.ts'
import { holidayOn } from './holidays.ts'
import { dateAt, instantOf } from './wall-clock.ts'
import { stateName, whereabouts, zoneCity } from './whereabouts.ts'
import type { Office, Whereabouts } from './whereabouts.ts'

export interface QuietSettings extends QuietHours {
  office: Office
}

/** `why` is for people, and true in both cases ("It is 7:12 AM in Chicago; …"). */
export type TextingTime =
  | { allowed: true; why: string }
  /** `until`: the first instant at which it is allowed; null when none comes within a fortnight. */
  | { allowed: false; until: number | null; why: string }

/** The part of a day in which texts may go out, in minutes since midnight; `start` ≥ `end`: no part. */
interface Window {
  start: number
  end: number
  /** The state that makes it narrower than the office's own hours, and the day, for when there is nothing left of it. */
  because: { state: string; day: string } | null
}

const fortnight = 14 * 24 * 60 * 60 * 1000

/** May `number` (E.164) be texted at that instant, and if not, when next? */
export function allowedAt(number: string, at: number, settings: QuietSettings): TextingTime {
  const parsed = parseNumber(number, settings.office.country)
  const place = whereabouts(number, parsed.ok ? parsed.country : null, settings.office)
  const closed = place.zones.find((zone) => nextIn(zone, at, place, settings) !== at)
  if (closed === undefined) {
    const zone = place.zones[0] ?? settings.office.timeZone
    const hours = hoursInWords(windowOn(dateAt(at, zone), place, settings), settings)
    return { allowed: true, why: words.quietHours.allowed(clockIn(zone, at, settings), hours) + doubt(place) }
  }
  return { allowed: false, until: nextInAll(at, place, settings), why: whyNot(closed, at, place, settings) }
}

/** The first instant from `at` on that is allowed in every zone; null when there is none within a fortnight. */
function nextInAll(at: number, place: Whereabouts, settings: QuietSettings): number | null {
  let candidate = at
  while (candidate <= at + fortnight) {
    const nexts = place.zones.map((zone) => nextIn(zone, candidate, place, settings))
    if (nexts.includes(null)) return null
    const latest = Math.max(...nexts.flatMap((next) => next ?? []))
    if (latest === candidate) return candidate
    candidate = latest
  }
  return null
}

/** The first instant from `at` on that is allowed by the clock of `zone`. */
function nextIn(zone: string, at: number, place: Whereabouts, settings: QuietSettings): number | null {
  const today = dateAt(at, zone)
  for (let days = 0; days <= 15; days++) {
    const date = today.add({ days })
    const { start, end } = windowOn(date, place, settings)
    if (start >= end) continue
    const opens = instantOf(date, start, zone, 'second')
    const closes = instantOf(date, end, zone, 'first')
    if (Math.max(at, opens) < closes) return Math.max(at, opens)
  }
  return null
}

function windowOn(date: Temporal.PlainDate, place: Whereabouts, { from, to, byState }: QuietSettings): Window {
  const own: Window = { start: minutesOf(from) ?? 0, end: minutesOf(to) ?? 0, because: null }
  return byState && place.state !== null ? narrower(own, ruleOn(date, place.state)) : own
}

/** What the state asks for on that day; for `any`, what suits them all. */
function ruleOn(date: Temporal.PlainDate, state: string): Window {
  const rules = stateRules.filter((rule) => state === 'any' || rule.state === state)
  return rules.map((rule) => windowOf(date, rule)).reduce(narrower, allDay)
}

const allDay: Window = { start: 0, end: 24 * 60, because: null }

function narrower(one: Window, other: Window): Window {
  if (other.start <= one.start && other.end >= one.end) return one
  // A day without texts explains itself better than the hours of another state.
  const because = one.start >= one.end ? one.because : other.because
  return { start: Math.max(one.start, other.start), end: Math.min(one.end, other.end), because }
}

function windowOf(date: Temporal.PlainDate, rule: StateRule): Window {
  const holiday = rule.holidays === 'usual' ? null : holidayOn(date, rule.state)
  const usual = date.dayOfWeek === 7 ? rule.sunday : date.dayOfWeek === 6 ? rule.saturday : rule.weekdays
  const [start = '', end = ''] = (holiday === null ? usual : rule.holidays).split('-')
  const day = holiday ?? (date.dayOfWeek === 7 ? 'sunday' : 'saturday')
  return { start: minutesOf(start) ?? 0, end: minutesOf(end) ?? 0, because: { state: rule.state, day } }
}

function whyNot(zone: string, at: number, place: Whereabouts, settings: QuietSettings): string {
  const date = dateAt(at, zone)
  const window = windowOn(date, place, settings)
  const { because } = window
  const now = clockIn(zone, at, settings)
  if (window.start >= window.end) {
    if (!because) return words.quietHours.noTime
    return words.quietHours.never(now, stateName(because.state), dayInWords(because.day)) + doubt(place)
  }
  return words.quietHours.only(now, hoursInWords(window, settings)) + doubt(place)
}

function hoursInWords({ start, end, because }: Window, settings: QuietSettings): string {
  const [from, to] = [timeInWords(start, settings), timeInWords(end, settings)] as const
  return because ? words.quietHours.hoursOf(from, to, stateName(because.state)) : words.quietHours.hours(from, to)
}

function dayInWords(day: string): string {
  if (day === 'saturday') return words.quietHours.saturdays
  return day === 'sunday' ? words.quietHours.sundays : (words.quietHours.holidays[day] ?? day)
}

function doubt(place: Whereabouts): string {
  if (place.state === 'any') return ` ${words.quietHours.anyState}`
  if (place.known === 'office') return ` ${words.quietHours.officeZone}`
  if (place.known === 'country' || place.zones.length > 1) {
    const cities = place.zones.map(zoneCity)
    return ` ${cities.length > 3 ? words.quietHours.manyZones : words.quietHours.zones(cities)}`
  }
  return ''
}

/** "It is Saturday 7:12 AM in Los Angeles". */
function clockIn(zone: string, at: number, { office }: QuietSettings): string {
  return words.quietHours.clock(inWords(at, zone, office, 'long'), zoneCity(zone))
}

function timeInWords(minutes: number, { office }: QuietSettings): string {
  return inWords(minutes * 60_000, 'UTC', office, undefined)
}

/** With the clock (12 or 24 hours) of the office's country. */
function inWords(at: number, timeZone: string, { country }: Office, weekday: 'long' | undefined): string {
  const locale = words.quietHours.locale(country)
  const key = `${locale} ${timeZone} ${weekday}`
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(locale, { timeZone, hour: 'numeric', minute: '2-digit', ...(weekday ? { weekday } : {}) })
  formats.set(key, format)
  // A narrow no-break space before AM would cost a text that quotes it its plain characters.
  return format.format(at).replace(/\s/g, ' ')
}

/** They take longer to make than to use; there are as many as zones. */
const formats = new Map<string, Intl.DateTimeFormat>()
