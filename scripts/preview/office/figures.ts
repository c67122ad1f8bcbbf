/** Figures of an invented office for looking at Calls and Overview. */
import type { CallFilterChoices, CallStory } from '../../../electron/contract/call-list.ts'
import type { Overview, OverviewFigures } from '../../../electron/contract/overview.ts'
import { calls } from './calls.ts'

const day = 24 * 60 * 60 * 1000
const today = Date.UTC(2026, 10, 26)

/** The same ups and downs at every run. */
const wave = (at: number, of: number): number =>
  Math.round(of * (1 + 0.6 * Math.sin(at * 1.7) + 0.3 * Math.cos(at * 0.6)))

function figures(missed: number, answered: number): OverviewFigures {
  const texted = Math.round(missed * 0.86)
  const replied = Math.round(texted * 0.48)
  return {
    calls: missed + answered,
    answered,
    missed,
    texted,
    replied,
    repliedWithinHour: Math.round(replied * 0.8),
    calledBack: Math.round(missed * 0.18),
    answeredLater: Math.round(missed * 0.11),
    booked: Math.round(missed * 0.14),
    reached: Math.round(missed * 0.63),
    medianSeconds: missed === 0 ? null : 21,
    p90Seconds: missed === 0 ? null : 38,
  }
}

const span = (from: number, to: number) => ({
  from,
  to,
  firstDay: new Date(from).toISOString().slice(0, 10),
  lastDay: new Date(to - 1).toISOString().slice(0, 10),
})

export const overview: Overview = {
  timeZone: 'America/Chicago',
  span: span(today - 29 * day, today + day),
  before: span(today - 59 * day, today - 29 * day),
  figures: figures(236, 902),
  figuresBefore: { ...figures(281, 860), medianSeconds: 24, p90Seconds: 71 },
  days: Array.from({ length: 30 }, (_, at) => {
    const date = today - (29 - at) * day
    const weekend = [0, 6].includes(new Date(date).getUTCDay())
    return { day: new Date(date).toISOString().slice(0, 10), ...figures(weekend ? 1 : wave(at, 9), weekend ? 0 : 40) }
  }),
  hours: Array.from({ length: 24 }, (_, hour) => {
    const missed = hour < 7 || hour > 18 ? (hour === 21 ? 3 : 0) : hour === 12 ? 61 : wave(hour, 14)
    return { hour, reasons: { 'no-answer': missed }, ...figures(missed, missed * 3) }
  }),
  lines: [
    { line: '+12125550100', label: 'Main line', ...figures(188, 702) },
    {
      line: '+12125550101',
      label: 'Service line with a name that is longer than anybody would like it',
      ...figures(44, 200),
    },
    { line: null, label: null, ...figures(4, 0) },
  ],
  phones: [
    { phone: '103', calls: 212, answered: 0, unanswered: 190, refused: 4, unreachable: 18 },
    { phone: '101', calls: 640, answered: 502, unanswered: 96, refused: 12, unreachable: 0 },
    { phone: '102', calls: 512, answered: 400, unanswered: 80, refused: 20, unreachable: 3 },
  ],
  reasons: [
    { reason: 'no-answer', missed: 121 },
    { reason: 'abandoned', missed: 58 },
    { reason: 'voicemail', missed: 27 },
    { reason: 'unavailable', missed: 18 },
    { reason: 'busy', missed: 9 },
    { reason: 'unattended', missed: 3 },
  ],
  findings: [
    { kind: 'hour', hour: 12, missed: 61, of: 236, reason: 'no-answer' },
    { kind: 'never-answered', phone: '103', calls: 190 },
    { kind: 'unreachable', phone: '103', calls: 18, of: 212 },
  ],
}

export const noCalls: Overview = {
  ...overview,
  figures: figures(0, 0),
  figuresBefore: figures(0, 0),
  findings: [],
  reasons: [],
  lines: [],
  phones: [],
}

export const choices: CallFilterChoices = {
  timeZone: 'America/Chicago',
  lines: [
    { number: '+12125550100', label: 'Main line' },
    { number: '+12125550101', label: 'Service line' },
  ],
  phones: ['101', '102', '103'],
}

const call = calls[3]
if (!call) throw new Error('No call to tell the story of')
const dialed = call.at + 1000

export const story: CallStory = {
  call: {
    ...call,
    aftermath: {
      textedAt: null,
      wroteAt: null,
      talkedAt: null,
      talkedBy: null,
      triedAt: call.at + 1_500_000,
      textPlanned: false,
    },
  },
  legs: [
    {
      phone: '101',
      dialedAt: dialed,
      rangAt: dialed + 400,
      answeredAt: null,
      endedAt: dialed + 14_000,
      how: 'no-answer',
    },
    { phone: '102', dialedAt: dialed, rangAt: null, answeredAt: null, endedAt: dialed + 300, how: 'unreachable' },
    {
      phone: '(530) 555-0177',
      dialedAt: dialed + 14_000,
      rangAt: dialed + 14_300,
      answeredAt: null,
      endedAt: dialed + 29_000,
      how: 'cancelled',
    },
  ],
  decisions: [
    {
      step: 1,
      stage: 'call-ended',
      verdict: 'skip',
      rule: 'weekly-limit',
      reason: 'This contact got 3 automatic texts in seven days already.',
      at: call.endedAt,
      facts: {
        number: 'valid',
        country: 'US',
        optedOut: false,
        officeState: 'closed',
        opensAt: call.endedAt + 6 * 60 * 60 * 1000,
        live: false,
        automaticThisWeek: 3,
        spokeAt: null,
      },
    },
  ],
  mayText: true,
}
