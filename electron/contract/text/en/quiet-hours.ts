import { list } from '../locale.ts'

/** Why somebody may be texted at a time, or not, by the clock of where they are. */
export const quietHours = {
  /** Times are written as the office's country does. */
  locale: (country: string) => (/^[A-Z]{2}$/.test(country) ? `en-${country}` : 'en'),
  noTime: 'The quiet hours leave no time for texts.',
  /** `now`: weekday and time. */
  clock: (now: string, city: string) => `It is ${now} in ${city}`,
  /** The same of a time to come. */
  asIfLater: (why: string) => why.replace(/^It is /, 'It would be '),
  allowed: (clock: string, hours: string) => `${clock}; texts may go out there ${hours}.`,
  only: (clock: string, hours: string) => `${clock}; texts may go out there only ${hours}.`,
  never: (clock: string, state: string, day: string) => `${clock}, and ${state} allows no texts on ${day}.`,
  hours: (from: string, to: string) => `from ${from} to ${to}`,
  hoursOf: (from: string, to: string, state: string) => `from ${from} to ${to} (${state})`,
  anyState: 'The number may be in any state, and it must be allowed in all of them.',
  officeZone: 'The number does not tell where it is, so the office’s own time counts.',
  zones: (cities: string[]) =>
    `The number may be in the time zones of ${list(cities)}, and it must be allowed in all of them.`,
  manyZones: 'The number may be in several time zones, and it must be allowed in all of them.',
  saturdays: 'Saturdays',
  sundays: 'Sundays',
  /** Days as they stand in the table; what is missing is called as there. */
  holidays: {} as Record<string, string>,
  /** Cities and states that have a name of their own in this language. */
  places: {} as Record<string, string>,
}
