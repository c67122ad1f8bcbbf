import { list } from '../../../electron/contract/text/locale.ts'
import { plural } from './plural.ts'
import { time } from './time.ts'

export const parties = {
  lead: 'What Ringback has found out by itself. If something is wrong, correct it here; it counts from the next call.',
  noList:
    'Ringback may not read the phone system’s own list, so phones and trunks appear here once they are used. To have all of them at once, add system to the user’s write line in manager.conf.',
  outside: 'Outside lines (trunks)',
  outsideHelp: 'Only calls that come in here can be missed calls.',
  inside: 'Desk phones',
  insideHelp: 'Calls from here are the office’s own and are never answered by a text.',
  lines: 'Your numbers',
  linesHelp: 'The numbers that people dial to reach you. The name shows with every call, and in texts.',
  empty: 'Nothing seen yet',
  emptyBody: 'Call your office once and it appears here.',
  leads: (endpoint: string) => `Where ${endpoint} is`,
  side: { outside: 'Outside', inside: 'Inside' },
  because: (why: string[]) => `Because ${list(why)}.`,
  noReason: 'Nothing to go by yet, so it counts as a desk phone.',
  unsure: 'Not sure yet',
  chosen: 'Your choice',
  toldOutside: (endpoint: string) => `${endpoint} is an outside line from the next call on.`,
  toldInside: (endpoint: string) => `${endpoint} is a desk phone from the next call on.`,
  toldGuess: (endpoint: string) => `Ringback decides about ${endpoint} by itself again.`,
  lineName: (number: string) => `Name of ${number}`,
  addName: 'Name, like Main line',
  lineCalls: (calls: number, last: number | null, now: number) =>
    last === null ? 'No call yet' : `${plural(calls, 'call', 'calls')}, last ${time.last(last, now)}`,
  lineSince: (first: number, now: number) => `First seen ${time.last(first, now)}`,
  failedToLoad: 'Lines and phones could not be read',
}
