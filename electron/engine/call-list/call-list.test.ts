import type { Selectable } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { callKinds, missedReasons } from '../../contract/call-list.ts'
import type { CallFilter } from '../../contract/call-list-commands.ts'
import { sentence } from '../inbox/call-sentence.ts'
import { decodeCursor } from '../inbox/cursor.ts'
import { aCall, happens, noon, openOffice, view } from '../inbox/testing.ts'
import type { Office } from '../inbox/testing.ts'
import { randomFrom, writeHistory } from '../overview/random-history.ts'
import type { CallTable } from '../store/schema.ts'
import { filterChoices } from './choices.ts'
import { callLines } from './csv.ts'
import { callIds } from './filter.ts'
import { listCalls } from './page.ts'
import { callStory } from './story.ts'

const place = { country: 'US', timeZone: 'America/Chicago' }
const day = 24 * 60 * 60 * 1000

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.end())

/** All pages of the calls that pass, by id. */
async function found(filter: CallFilter, limit = 1000): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const after = cursor === null ? null : decodeCursor(cursor)
    const page = await listCalls(office.store.db, filter, { cursor: after, limit }, view, place)
    expect(page.items.length).toBeLessThanOrEqual(limit)
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  } while (cursor !== null)
  return ids
}

test('every filter lets through what it says, newest first, however small the pages', async () => {
  const from = Date.UTC(2026, 9, 28)
  await office.store.write((work) =>
    writeHistory(work, { seed: 5, contacts: 9, events: 160, from, to: from + 10 * day }),
  )
  const names = new Map<string, string>()
  for (const { number, name } of await office.store.db.selectFrom('contact').select(['number', 'name']).execute())
    names.set(number, name ?? '')
  const calls = await office.store.db.selectFrom('call').selectAll().execute()
  const newestFirst = calls.toSorted((a, b) => b.ended_at - a.ended_at || (a.id < b.id ? -1 : 1))

  const passes = (call: Selectable<CallTable>, filter: CallFilter): boolean => {
    const isInbound = call.direction === 'inbound'
    const isMissed = isInbound && call.outcome === 'missed'
    const kind = isMissed ? 'missed' : isInbound ? 'answered' : 'outbound'
    const date = Temporal.Instant.fromEpochMilliseconds(call.ended_at).toZonedDateTimeISO(place.timeZone).toPlainDate()
    const legs = JSON.parse(call.legs) as { phone: string }[]
    const name = names.get(call.party ?? '') ?? ''
    return [
      filter.kind === undefined || kind === filter.kind,
      filter.reason === undefined || (isMissed && call.reason === filter.reason),
      filter.untexted !== true || (isMissed && call.texted_at === null),
      filter.line === undefined || (isInbound && call.line === filter.line),
      filter.phone === undefined || (isInbound && legs.some(({ phone }) => phone === filter.phone)),
      filter.from === undefined || date.toString() >= filter.from,
      filter.to === undefined || date.toString() <= filter.to,
      filter.query === undefined || (call.party !== null && name.includes('Cole')),
    ].every(Boolean)
  }
  const random = randomFrom(11)
  const maybe = <T>(list: readonly T[]): T | undefined =>
    random() < 0.6 ? undefined : list[Math.floor(random() * list.length)]
  for (let round = 0; round < 60; round++) {
    const all: { [K in keyof CallFilter]: CallFilter[K] | undefined } = {
      kind: maybe(callKinds),
      reason: maybe(missedReasons.slice(0, 3)),
      untexted: maybe([true]),
      line: maybe(['+12125550100', '+12125550101']),
      phone: maybe(['101', '102', '999']),
      from: maybe(['2026-10-30', '2026-11-01']),
      to: maybe(['2026-11-01', '2026-11-03']),
      query: maybe(['zoe  COLE']),
    }
    const filter = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as CallFilter
    const expected = newestFirst.filter((call) => passes(call, filter)).map(({ id }) => id)
    expect(await found(filter, round % 2 === 0 ? 1000 : 7), JSON.stringify(filter)).toEqual(expected)
    // The way for a phone with very many calls finds the same.
    expect(await callIds(office.store.db, filter, { cursor: null, limit: 1000 }, place, 1)).toEqual(expected)
  }
})

test('a number is found in any spelling, and a part of it', async () => {
  const { callId } = await happens(office, aCall())
  await happens(office, aCall(), '+15305550177')
  for (const query of ['(530) 555-0101', '530.555.0101', '+15305550101', '5550101'])
    expect(await found({ query })).toEqual([callId])
})

test('lines and phones to filter by are those of the calls', async () => {
  const legs = ['104', '21', '101'].map(
    (phone) => ({ ...aCall().legs[0], phone }) as ReturnType<typeof aCall>['legs'][0],
  )
  await happens(office, aCall({ legs }))
  expect((await filterChoices(office.store.db, view)).phones).toEqual(['21', '101', '104'])
})

describe('the story of a call', () => {
  test('has who rang from when to when, and the facts of each decision', async () => {
    const { callId } = await happens(office, aCall())
    await office.store.write(async (work) => {
      const decision = { call_id: callId, message_id: null, stage: 'call-ended', verdict: 'skip', at: noon } as const
      const facts = JSON.stringify({ officeState: 'closed', optedOut: true, live: null, newerThanUs: 1 })
      await work.db
        .insertInto('decision')
        .values([
          { ...decision, rule: 'opted-out', reason: 'This contact does not want texts.', facts },
          { ...decision, rule: 'odd', reason: 'Of a later version.', facts: '{"officeState":"half-open"}' },
        ])
        .execute()
    })
    const story = await callStory(office.store.db, callId, view)
    expect(story?.legs).toEqual([
      {
        phone: '101',
        dialedAt: noon + 1000,
        rangAt: noon + 2000,
        answeredAt: null,
        endedAt: noon + 20_000,
        how: 'no-answer',
      },
    ])
    expect(story?.decisions.map(({ reason, facts }) => [reason, facts])).toEqual([
      ['This contact does not want texts.', { officeState: 'closed', optedOut: true, live: null }],
      ['Of a later version.', null],
    ])
    expect(story?.mayText).toBe(true)
  })

  test('names a mobile phone that rang as people write its number, however it was dialled', async () => {
    const [leg] = aCall().legs
    const legs = ['+15305550177', '15305550178', '5305550179', '102'].map((phone) => ({ ...leg, phone }))
    const { callId } = await happens(office, aCall({ legs: legs as ReturnType<typeof aCall>['legs'] }))
    const story = await callStory(office.store.db, callId, { ...view, sentence })
    const shown = ['(530) 555-0177', '(530) 555-0178', '(530) 555-0179', '102']
    expect(story?.legs.map(({ phone }) => phone)).toEqual(shown)
    expect(story?.call.sentence).toContain('(530) 555-0177')
  })

  test('of a call that is not there is none', async () => {
    expect(await callStory(office.store.db, 'x', view)).toBeNull()
  })
})

test('a table has one line a call, by the clock of the office', async () => {
  await happens(office, aCall({ callerName: '=cmd|calc' }))
  const words = { headings: [], kinds: { missed: 'Missed', answered: 'Answered', outbound: 'Outbound' } }
  const { items, calls } = await listCalls(office.store.db, {}, { cursor: null, limit: 9 }, view, place)
  expect(callLines(items, calls, words, place)).toBe(
    `2026-11-24 12:00:00,Missed,'=cmd|calc,(530) 555-0101,Main line,"missed, 1 phones",,,,\r\n`,
  )
})
