import { number, percent, zone } from '../../../electron/contract/text/locale.ts'
import type { MissedReason } from '../../../electron/contract/view-models.ts'
import * as dates from '../dates.ts'
import { plural } from './plural.ts'

const hour = dates.hourOfDay
/** As exact as it matters: seconds, then minutes, then hours. */
function lasting(seconds: number): string {
  if (seconds < 120) return `${number(seconds)} s`
  if (seconds < 120 * 60) return `${number(Math.round(seconds / 60))} min`
  return `${number(Math.round(seconds / 3600))} h`
}
const because: Record<MissedReason, string> = {
  'no-answer': 'nobody picked up',
  abandoned: 'the callers hung up',
  busy: 'the phones were busy',
  unavailable: 'no phone could be reached',
  voicemail: 'they went to voicemail',
  unattended: 'no phone was called',
}

export const overview = {
  title: 'Overview',
  lead: 'How many missed callers were texted, wrote back and were reached.',
  period: 'Period',
  periods: { week: 'This week', month: 'This month', 'days-30': 'Last 30 days', days: 'Choose days…' },
  from: 'From',
  to: 'To',
  span: (first: string, last: string) =>
    first === last ? dates.dateInWords(first) : `${dates.dateInWords(first)} – ${dates.dateInWords(last)}`,
  comparedWith: (first: string, last: string) =>
    `compared with ${first === last ? dates.shortDay(first) : `${dates.shortDay(first)} – ${dates.shortDay(last)}`}`,
  zone: (timeZone: string) => `Days and hours in ${zone(timeZone)}`,
  print: 'Print',
  pdf: 'Save as PDF',
  csv: 'Export',
  saved: (file: string) => `Saved to ${file}`,
  failedToLoad: 'The figures could not be read',
  empty: 'No calls in this period',
  emptyBody: 'Choose another period, or come back once calls have come in.',

  missed: 'Missed',
  texted: 'Texted',
  replied: 'Replied',
  repliedWithinHour: 'Within the hour',
  reached: 'Reached',
  calledBack: 'Called back',
  answeredLater: 'Answered later',
  booked: 'Booked',
  answered: 'Answered',
  calls: 'Calls',
  median: 'Half of the texts',
  p90: 'Nine of ten texts',
  medianColumn: 'Half texted within',
  p90Column: 'Nine of ten within',
  within: (seconds: number) => `within ${lasting(seconds)}`,
  seconds: lasting,
  none: 'None yet',
  of: (part: number, whole: number) => (whole === 0 ? '–' : percent(part / whole)),
  ofCalls: (count: number) => `of ${plural(count, 'call', 'calls')}`,
  ofMissed: 'of the missed',
  ofTexted: 'of the texted',
  withinHour: (count: number) => `${number(count)} within the hour`,
  reachedHow: (back: number, later: number, texts: number) =>
    `${number(back)} called back, ${number(later)} answered later, ${number(texts)} by text only`,
  bookedToo: (count: number) => `${number(count)} booked an appointment`,
  before: (value: string) => `${value} before`,
  noneBefore: 'None before',
  nothingBefore: 'no calls before to compare with',
  funnel: 'From missed to reached',
  toText: 'From hang-up to text',

  why: 'Why did we miss them?',
  reasonsLead: 'Missed calls by reason',
  findings: {
    hour: (at: number, missed: number, of: number, reason: MissedReason | null) =>
      `Most calls are missed between ${hour(at)} and ${hour((at + 1) % 24)}: ${number(missed)} of ${number(of)}` +
      (reason === null ? '.' : `, mostly because ${because[reason]}.`),
    neverAnswered: (phone: string, calls: number) =>
      `Phone ${phone} rang in ${plural(calls, 'call', 'calls')} and was never picked up.`,
    unreachable: (phone: string, calls: number, of: number) =>
      `Phone ${phone} could not be reached in ${number(calls)} of ${plural(of, 'call', 'calls')}. Is it plugged in?`,
    nothing: 'Nothing stands out.',
  },
  show: 'Show these calls',

  byDay: 'By day',
  byHour: 'By hour of the day',
  byLine: 'By line',
  byPhone: 'By phone',
  day: 'Day',
  hour: 'Hour',
  line: 'Line',
  phone: 'Phone',
  noLine: 'Line not known',
  reason: 'Reason',
  share: 'Share',
  hourSpan: (at: number) => `${hour(at)} – ${hour((at + 1) % 24)}`,
  hourTick: hour,
  phoneCalls: 'Calls that came to it',
  unanswered: 'Rang, not picked up',
  refused: 'Busy or declined',
  unreachable: 'Not reachable',
  lost: 'Not reached',
  chart: 'Chart',
  table: 'Table',
  showAs: (what: string) => `${what}: show as`,
  chartOf: (what: string, missed: number, reached: number) =>
    `${what}: ${plural(missed, 'missed call', 'missed calls')}, ${number(reached)} reached. The table has every figure.`,

  definitions: 'What the figures count',
  defined: [
    ['Missed', 'Calls from outside that nobody answered, on the day and in the hour in which they ended.'],
    [
      'Texted',
      'A text to the caller was taken by the text service within 24 hours after the call, whoever wrote it. Who calls again within 24 hours after an automatic text counts as texted, too.',
    ],
    [
      'Replied',
      'Of the texted: the caller wrote within 7 days. Within the hour: at most 60 minutes after the text. Asking for no more texts is no reply.',
    ],
    [
      'Reached',
      'The caller wrote, you called back and they answered, or they called again and you answered, all within 7 days.',
    ],
    ['Booked', 'You marked the caller as booked within 7 days. Ringback sees no calendar: it is your word.'],
    ['From hang-up to text', 'Seconds until the text service took the first automatic text for that very call.'],
    ['Compared with', 'The time just before, as long: this week until now with last week until the same hour.'],
  ] as [what: string, counts: string][],
  stillOpen: 'Calls of the last seven days may still be answered.',
  sheet: {
    parts: { total: 'All of it', before: 'The time before', day: 'Day', hour: 'Hour', line: 'Line', phone: 'Phone' },
    headings: [
      'Figures of',
      'Which',
      'Calls',
      'Answered',
      'Missed',
      'Texted',
      'Replied',
      'Replied within the hour',
      'Called back',
      'Answered later',
      'Booked',
      'Reached',
      'Median seconds to text',
      '90th percentile of seconds to text',
      'Rang, not picked up',
      'Busy or declined',
      'Not reachable',
    ],
  },
}
