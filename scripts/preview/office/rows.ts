/** A made-up office for looking at the window: the list, with every state that a row can be in. */
import type { ConversationListItem } from '../../../electron/contract/view-models.ts'
import { day, hour, minute, now } from './moment.ts'

export const signs = {
  rtl: 'מיכל כהן',
  html: '<img src=x onerror=alert(1)> & Sons',
  long: 'Bartholomew '.repeat(25).trim(),
}

function person(id: string, number: string, name: string | null) {
  return { id: `contact-${id}`, number: `+1530555${number}`, numberForPeople: `(530) 555-${number}`, name }
}

function row(
  id: string,
  number: string,
  name: string | null,
  words: string,
  change: Partial<ConversationListItem> = {},
): ConversationListItem {
  return {
    id,
    contact: person(id, number, name),
    state: 'needs-reply',
    lastActivityAt: change.waitingSince ?? now - 10 * minute,
    waitingSince: null,
    unread: false,
    snippet: { kind: 'text-in', text: words },
    missedCalls: 0,
    line: 'Main line',
    followUp: null,
    failed: false,
    live: false,
    optedOut: false,
    tags: [],
    hit: null,
    ...change,
  }
}

const autoSent = { state: 'completed', sentSteps: 1, steps: 1, nextAt: null, stopReason: 'completed' } as const
const autoAnswered = { ...autoSent, state: 'stopped', stopReason: 'replied' } as const

export const rows: ConversationListItem[] = [
  row('dana', '0138', 'Dana Kowalski', 'Can somebody come out today? The heater is out again', {
    waitingSince: now - 125 * minute,
    unread: true,
    missedCalls: 3,
    line: 'Service line',
  }),
  row('pat', '0101', 'Pat Lee', 'Is 3 pm Thursday still free? Also, do you take Delta?', {
    waitingSince: now - 42 * minute,
    missedCalls: 1,
    followUp: autoAnswered,
  }),
  row('quote', '0119', null, 'Yes please, a quote for two rooms', {
    waitingSince: now - 18 * minute,
    unread: true,
    missedCalls: 1,
    followUp: autoAnswered,
  }),
  row('sam', '0147', 'Sam Ortiz', 'ok thanks, see you then 👍', { waitingSince: now - 6 * minute, live: true }),
  row('michal', '0155', signs.rtl, 'אפשר לקבוע תור ליום חמישי?', {
    waitingSince: now - 4 * minute,
    unread: true,
    missedCalls: 1,
    followUp: autoAnswered,
  }),
  row('vet', '0160', 'Riverside Vet', '2 pictures', { waitingSince: now - 20_000, line: 'Back office' }),
  row('html', '0161', signs.html, 'Please <b>call</b> me back', { waitingSince: now - 2 * minute, missedCalls: 2 }),
  row('long', '0162', signs.long, 'A'.repeat(300), { waitingSince: now - minute, missedCalls: 12 }),
  row('alex', '0144', 'Alex Novak', 'Thursday 10:30 works, see you then.', {
    state: 'waiting',
    lastActivityAt: now - 2 * hour,
    snippet: { kind: 'text-out', text: 'Thursday 10:30 works, see you then.' },
    failed: true,
  }),
  row('june', '0123', 'June Park', 'Hi, this is Cedar Dental. Sorry we missed your call!', {
    state: 'waiting',
    lastActivityAt: now - 3 * hour,
    snippet: { kind: 'auto', text: 'Hi, this is Cedar Dental. Sorry we missed your call! How can we help?' },
    missedCalls: 1,
    followUp: { state: 'running', sentSteps: 0, steps: 1, nextAt: now + 40 * minute, stopReason: null },
  }),
  row('lou', '0177', 'Lou Marsh', 'STOP', {
    state: 'done',
    lastActivityAt: now - day,
    optedOut: true,
    missedCalls: 1,
  }),
  row('ines', '0178', 'Inês Faria', 'Rang 101 for 22 s, then voicemail', {
    state: 'done',
    lastActivityAt: now - 3 * day,
    snippet: { kind: 'call', text: 'Rang 101 for 22 s, then voicemail took the call' },
    missedCalls: 1,
    followUp: autoSent,
  }),
]
