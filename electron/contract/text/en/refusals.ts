import { date, number as inDigits } from '../locale.ts'

/** What is wrong with an answer: each stands beside its field. */
export const refusals = {
  correct: 'Correct it, then try again.',
  needed: 'Fill this in.',
  tooLong: (most: number) => `This is longer than ${inDigits(most)} characters.`,
  tooMany: (most: number) => `These are more than ${inDigits(most)}.`,
  atLeast: (least: number) => `This must be ${inDigits(least)} or more.`,
  atMost: (most: number) => `This must be ${inDigits(most)} or less.`,
  number: 'This must be a number.',
  address: 'A web address begins with https://.',
  /** A day of the week, 0 for Monday. */
  day: (weekday: number) => date(Date.UTC(2026, 10, 23 + weekday, 12), { weekday: 'long', timeZone: 'UTC' }),
  ours: {
    time: 'This must be a time of the day, like 08:30.',
    date: 'This must be a day of the calendar, like 2026-12-24.',
    'times-backwards': 'Texts must be allowed from an earlier to a later time of the day.',
    'api-key': 'The SID of an API key starts with SK.',
    country: 'This must be a country of two capital letters.',
    context: 'Letters, digits, dots, dashes and underlines only.',
    prefix: 'Digits, * and # only, six at most.',
    nothing: 'These hours end when they begin.',
    overlap: 'Two of these overlap.',
    'next-day': 'This lasts into the hours of the next day.',
    'too-many': 'That is more than Ringback can keep for one day.',
    backwards: 'The last day is before the first.',
    twice: 'One of these days is in another exception already.',
    'too-long': 'That is longer than a year: change the week instead.',
  },
}
