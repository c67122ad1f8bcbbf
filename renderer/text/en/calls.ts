import * as dates from '../dates.ts'
import { time } from './time.ts'

export const calls = {
  title: 'Calls',
  lead: 'Every call to the office, what became of it, and why a text went out or did not.',
  empty: 'No calls yet',
  emptyBody: 'As soon as your phone system is connected, each call appears here when it ends.',
  caller: 'Caller',
  line: 'Line',
  what: 'What happened',
  verdict: 'Text',
  time: 'Time',
  texted: 'Texted',
  notTexted: 'No text',
  held: 'Held',
  older: 'Show older calls',
  failedToLoad: 'The calls could not be read',
  gap(from: number, to: number | null, now: number): string {
    const begin = time.past(from, now)
    if (to === null) return `Not connected to the phone system since ${begin}: calls are not seen`
    const end = dates.daysAway(from, to) === 0 ? dates.clockTime(to) : time.past(to, now)
    return `Not connected to the phone system from ${begin} to ${end}: calls in that time were not seen`
  },
  outcome: { answered: 'Answered', missed: 'Missed', outbound: 'You called' },
}
