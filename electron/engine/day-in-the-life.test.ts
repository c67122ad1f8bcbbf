/**
 * A weekend of the office, from Friday afternoon to Monday morning, on the fast clock: the real store, rules, outbox and
 * reply poller, with a carrier inside this PC. The night to Sunday is the one in which the clocks go back.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { EndedCall } from '../../telephony/calls/call.ts'
import { TextingOffice } from './outbox/testing.ts'
import { blocks, office as hoursOf } from './hours/testing.ts'
import { conversationDetail } from './inbox/detail.ts'
import { view } from './inbox/testing.ts'
import type { TimelineItem } from '../contract/view-models.ts'

let office: TextingOffice

const pat = { name: 'Pat Lee', number: '+13125550101' }
const dana = { name: 'Dana Kowalski', number: '+12125550102' }
const lou = { name: 'Lou Bennett', number: '+15305550103' }
const maria = { name: 'María Gómez', number: '+13125550104' }
const sam = { name: 'Sam Ortiz', number: '+13125550105' }
const kim = { name: 'Kim Day', number: '+13125550106' }
type Person = typeof pat

beforeEach(async () => {
  office = new TextingOffice()
  const { settings } = office
  settings.business = {
    name: 'Oak Dental',
    bookingLink: 'https://oak.example/book',
    country: 'US',
    timeZone: 'America/Chicago',
  }
  Object.assign(settings.followUp, { secondOn: true, thirdOn: true })
  settings.hours = {
    ...hoursOf('8:00-12:00 13:00-17:00'),
    exceptions: [{ from: '2026-10-31', to: '2026-10-31', name: 'Open for flu shots', blocks: blocks('9:00-12:00') }],
  }
  settings.texts.addOptOut = false
  settings.texts.steps = {
    first: {
      usual: '{business}: sorry we missed you, {caller}! Just reply, or book here: {bookingLink}',
      closed: '{business}: we are closed now, {caller}. Just reply, and we answer when we open. Book: {bookingLink}',
      break: '',
    },
    second: { usual: 'Oak Dental again: can we still help, {caller}? Just reply.', closed: '', break: '' },
    third: { usual: 'Good morning from Oak Dental, {caller}. Shall we call you?', closed: '', break: '' },
  }
  await office.open()
})

afterEach(() => office.end())

/** It becomes that time in Chicago; `offset` is the one that holds then. */
async function it(date: string, offset = '-05:00'): Promise<void> {
  await office.quicklyUntil(Date.parse(`2026-${date}${offset}`))
}

async function calls(person: Person, facts: Partial<EndedCall> = {}): Promise<void> {
  await office.call({ callerName: person.name, ...facts }, person.number)
}

/** What somebody writes is heard at once, unless it lies at the gateway for the moment. */
async function writes(person: Person, body: string, heard = true): Promise<void> {
  office.carrier.receive({ from: person.number, body })
  if (heard) await office.poller.pollNow()
}

test('a weekend reads right from the first call to the last text', async () => {
  office.clock.jumpTo(Date.parse('2026-10-30T12:00:00-05:00'))
  await it('10-30T16:20:00')
  await calls(pat)
  // One second before the second text, and only the gateway knows.
  await it('10-30T18:19:59')
  await writes(pat, 'Can I come on Tuesday?', false)
  await it('10-30T18:45:00')
  await calls(dana)
  await it('10-30T19:30:00')
  await calls(lou)
  await it('10-30T20:10:00')
  await calls(lou)
  await it('10-30T22:40:00')
  await calls(maria)
  await it('10-30T22:44:00')
  await writes(maria, 'Por favor no me manden más mensajes')

  await it('10-31T11:00:00')
  await calls(sam)
  await it('10-31T11:30:00')
  await calls(sam, { direction: 'outbound', outcome: 'answered' })
  await it('10-31T14:00:00')
  await calls(maria)

  // In the hour that comes twice.
  await it('11-01T01:30:00')
  await calls(kim)
  await it('11-02T12:00:00', '-06:00')

  expect(await transcript()).toMatchInlineSnapshot(`
    "Fri 16:20 CDT  Pat Lee calls, nobody answers
    Fri 16:20 CDT  Pat Lee gets Auto 1 of 3: Oak Dental: sorry we missed you, Pat Lee! Just reply, or book here: https://oak.example/book
    Fri 18:19 CDT  Pat Lee writes: Can I come on Tuesday?
    Fri 18:20 CDT  Pat Lee – Follow-up stopped: Pat Lee replied
    Fri 18:45 CDT  Dana Kowalski calls, nobody answers
    Fri 18:45 CDT  Dana Kowalski gets Auto 1 of 3: Oak Dental: we are closed now, Dana Kowalski. Just reply, and we answer when we open.
    Fri 18:45 CDT  Dana Kowalski – Text 2 of 3 left out: it would be Friday 9:45 PM in New York; texts may go out there only from 8:00 AM to 9:00 PM
    Fri 19:30 CDT  Lou Bennett calls, nobody answers
    Fri 19:30 CDT  Lou Bennett gets Auto 1 of 3: Oak Dental: we are closed now, Lou Bennett. Just reply, and we answer when we open.
    Fri 20:10 CDT  Lou Bennett calls, nobody answers (no text: This contact is already being texted because of an earlier call.)
    Fri 21:30 CDT  Lou Bennett gets Auto 2 of 3: Oak Dental again: can we still help, Lou Bennett? Just reply.
    Fri 22:40 CDT  María Gómez calls, nobody answers
    Fri 22:40 CDT  María Gómez gets Auto 1 of 3: Oak Dental: we are closed now, María Gómez. Just reply, and we answer when we open.
    Fri 22:40 CDT  María Gómez – Text 2 of 3 left out: it would be Saturday 12:40 AM in Chicago; texts may go out there only from 8:00 AM to 9:00 PM
    Fri 22:44 CDT  María Gómez writes: Por favor no me manden más mensajes
    Fri 22:44 CDT  María Gómez – Wants no texts: asked for it in a text
    Fri 22:44 CDT  María Gómez – Follow-up stopped: María Gómez wants no texts
    Sat 09:00 CDT  Dana Kowalski gets Auto 3 of 3: Good morning from Oak Dental, Dana Kowalski. Shall we call you?
    Sat 10:00 CDT  Lou Bennett gets Auto 3 of 3: Good morning from Oak Dental, Lou Bennett. Shall we call you?
    Sat 11:00 CDT  Sam Ortiz calls, nobody answers
    Sat 11:00 CDT  Sam Ortiz gets Auto 1 of 3: Oak Dental: sorry we missed you, Sam Ortiz! Just reply, or book here: https://oak.example/book
    Sat 11:30 CDT  Sam Ortiz is called back, and answers
    Sat 11:30 CDT  Sam Ortiz – Follow-up stopped: the office called Sam Ortiz
    Sat 14:00 CDT  María Gómez calls, nobody answers (no text: This contact does not want texts.)
    Sun 01:30 CDT  Kim Day calls, nobody answers
    Sun 01:30 CDT  Kim Day gets Auto 1 of 3: Oak Dental: we are closed now, Kim Day. Just reply, and we answer when we open.
    Sun 01:30 CDT  Kim Day – Text 2 of 3 left out: it would be Sunday 2:30 AM in Chicago; texts may go out there only from 8:00 AM to 9:00 PM
    Mon 09:00 CST  Kim Day gets Auto 3 of 3: Good morning from Oak Dental, Kim Day. Shall we call you?
    Pat Lee: needs-reply
    Dana Kowalski: waiting
    Lou Bennett: waiting
    María Gómez: needs-reply
    Sam Ortiz: done
    Kim Day: waiting"
  `)
  // Nobody got more than the three, and nobody two in one morning.
  expect(office.carrier.accepted).toHaveLength(10)
})

/** Everything that stands in the conversations, as one story. */
async function transcript(): Promise<string> {
  const lines: { at: number; words: string }[] = []
  for (const { name, number } of [pat, dana, lou, maria, sam, kim]) {
    const id = await office.conversation(number)
    const detail = await conversationDetail(office.store.db, id, { now: office.clock.now(), limit: 60 }, view)
    for (const item of detail?.timeline ?? []) lines.push({ at: timeOf(item), words: `${name} ${wordsOf(item)}` })
    lines.push({ at: Infinity, words: `${name}: ${detail?.state}` })
  }
  return lines
    .sort((one, other) => one.at - other.at)
    .map(({ at, words }) => (at === Infinity ? words : `${clock.format(at).replace(',', '')}  ${words}`))
    .join('\n')
}

const clock = new Intl.DateTimeFormat('en', {
  timeZone: 'America/Chicago',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'short',
})

function timeOf(item: TimelineItem): number {
  return item.kind === 'call' ? item.endedAt : item.at
}

function wordsOf(item: TimelineItem): string {
  switch (item.kind) {
    case 'call': {
      if (item.direction === 'outbound') return 'is called back, and answers'
      const why = item.decision?.verdict === 'skip' ? ` (no text: ${item.decision.reason})` : ''
      return `calls, nobody answers${why}`
    }
    case 'message': {
      const label = item.step ? `gets Auto ${item.step.number} of ${item.step.of}` : 'writes'
      return `${label}: ${item.body}`
    }
    default:
      return `– ${item.kind === 'system' ? item.text : item.body}`
  }
}
