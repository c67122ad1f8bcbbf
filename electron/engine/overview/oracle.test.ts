/**
 * The figures against the words of definitions.ts, computed once more from the stored calls and texts by the plainest
 * code there is.
 */
import type { Selectable } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OverviewFigures } from '../../contract/overview.ts'
import { openOffice, view } from '../inbox/testing.ts'
import type { Office } from '../inbox/testing.ts'
import type { CallTable, FollowUpTable, HappeningTable, MessageTable, OptOutAuditTable } from '../store/schema.ts'
import { overviewOf } from './overview.ts'
import { writeHistory } from './random-history.ts'

const hourMs = 60 * 60 * 1000
const day = 24 * hourMs
const week = 7 * day

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.end())

interface Stored {
  calls: Selectable<CallTable>[]
  texts: Selectable<MessageTable>[]
  followUps: Selectable<FollowUpTable>[]
  audit: Selectable<OptOutAuditTable>[]
  happenings: Selectable<HappeningTable>[]
}

async function readAll({ store: { db } }: Office): Promise<Stored> {
  return {
    calls: await db.selectFrom('call').selectAll().execute(),
    texts: await db.selectFrom('message').selectAll().execute(),
    followUps: await db.selectFrom('follow_up').selectAll().execute(),
    audit: await db.selectFrom('opt_out_audit').selectAll().execute(),
    happenings: await db.selectFrom('happening').selectAll().execute(),
  }
}

const isMissed = (call: Selectable<CallTable>) => call.direction === 'inbound' && call.outcome === 'missed'
const earliest = (instants: number[]) => (instants.length === 0 ? null : Math.min(...instants))

function naive(call: Selectable<CallTable>, { calls, texts, followUps, audit, happenings }: Stored) {
  const end = call.ended_at
  const theirs =
    call.conversation_id === null ? [] : texts.filter((text) => text.conversation_id === call.conversation_id)
  const taken = theirs.filter((text) => text.direction === 'out' && ['sent', 'delivered'].includes(text.state))
  const had = taken.some((text) => text.follow_up_id !== null && text.at > end - day && text.at < end)
  const got = earliest(taken.filter((text) => text.at >= end && text.at < end + day).map((text) => text.at))
  const isOptOut = (text: Selectable<MessageTable>) =>
    audit.some((entry) => {
      return (
        entry.number === call.party && entry.at === text.created_at && entry.change === 'out' && entry.source === 'text'
      )
    })
  const wrote = theirs.filter(
    (text) => text.direction === 'in' && text.at > end && text.at < end + week && !isOptOut(text),
  )
  const later =
    call.conversation_id === null
      ? []
      : calls.filter((other) => {
          return (
            other.conversation_id === call.conversation_id && other.started_at >= end && other.started_at < end + week
          )
        })
  const talked = later
    .filter((other) => other.outcome === 'answered')
    .sort((a, b) => a.started_at - b.started_at || (a.direction < b.direction ? -1 : 1))[0]
  const rangThem = later.filter((other) => {
    const went = other.outcome === 'answered' || other.end_unseen === 1
    return other.direction === 'outbound' && (went || !['unavailable', 'unattended'].includes(other.reason ?? ''))
  })
  const own = followUps.find((followUp) => followUp.call_id === call.id)
  const ownText = texts.find((text) => {
    return (
      own !== undefined && text.follow_up_id === own.id && text.step === 1 && ['sent', 'delivered'].includes(text.state)
    )
  })
  const booked = happenings.filter(
    ({ event, conversation_id: of, at }) =>
      event === 'booked' && of === call.conversation_id && at >= end && at < end + week,
  )
  return {
    bookedAt: earliest(booked.map(({ at }) => at)),
    endedAt: end,
    textedAt: had ? end : got,
    wroteAt: earliest(wrote.map((text) => text.at)),
    talkedAt: talked?.started_at ?? null,
    talkedOut: talked?.direction === 'outbound',
    triedAt: earliest(rangThem.map((other) => other.started_at)),
    ownTextAt: ownText && ownText.at >= end ? ownText.at : null,
  }
}

/** The mark of an appointment is not kept beside the call. */
const without = (facts: ReturnType<typeof naive>) =>
  Object.fromEntries(Object.entries(facts).filter(([fact]) => fact !== 'bookedAt'))

const kept = (call: Selectable<CallTable>) => ({
  endedAt: call.ended_at,
  textedAt: call.texted_at,
  wroteAt: call.wrote_at,
  talkedAt: call.talked_at,
  talkedOut: call.talked_out === 1,
  triedAt: call.tried_at,
  ownTextAt: call.own_text_at,
})

function naiveFigures(calls: Selectable<CallTable>[], stored: Stored): OverviewFigures {
  const inbound = calls.filter((call) => call.direction === 'inbound')
  const missed = inbound.filter(isMissed).map((call) => naive(call, stored))
  const took = missed.flatMap((of) => (of.ownTextAt === null ? [] : [of.ownTextAt - of.endedAt])).sort((a, b) => a - b)
  const seconds = (ms: number | null) => (ms === null ? null : Math.round(ms / 1000))
  const count = (holds: (of: (typeof missed)[number]) => boolean) => missed.filter(holds).length
  // The smallest that at least this share of them do not exceed.
  const rank = (share: number) => took.find((_, at) => at + 1 >= share * took.length) ?? null
  return {
    calls: inbound.length,
    answered: inbound.length - missed.length,
    missed: missed.length,
    texted: count((of) => of.textedAt !== null),
    replied: count((of) => of.textedAt !== null && of.wroteAt !== null),
    repliedWithinHour: count((of) => of.textedAt !== null && of.wroteAt !== null && of.wroteAt - of.textedAt <= hourMs),
    calledBack: count((of) => of.talkedAt !== null && of.talkedOut),
    answeredLater: count((of) => of.talkedAt !== null && !of.talkedOut),
    booked: count((of) => of.bookedAt !== null),
    reached: count((of) => of.wroteAt !== null || of.talkedAt !== null),
    medianSeconds: seconds(rank(0.5)),
    p90Seconds: seconds(rank(0.9)),
  }
}

/** Zones whose clocks jump in these weeks, at odd hours and by odd amounts, or stand at odd offsets. */
const stages = [
  { timeZone: 'America/Chicago', from: '2026-10-26', to: '2026-11-08' },
  { timeZone: 'Australia/Lord_Howe', from: '2026-03-30', to: '2026-04-12' },
  { timeZone: 'Asia/Kathmandu', from: '2026-01-01', to: '2026-01-10' },
  // Its midnight of 2024-03-31 does not exist.
  { timeZone: 'Asia/Beirut', from: '2024-03-25', to: '2024-04-05' },
]

describe('every figure is what its definition says', () => {
  test.each(stages.map((stage, index) => ({ ...stage, seed: 41 + index })))('in $timeZone', async (stage) => {
    const { timeZone, seed } = stage
    const midnight = (date: string) => Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds
    const [from, to] = [midnight(stage.from), midnight(stage.to)]
    await office.store.write((work) => writeHistory(work, { seed, contacts: 12, events: 160, from, to }))
    const stored = await readAll(office)
    const missed = stored.calls.filter(isMissed)
    expect(missed.length).toBeGreaterThan(30)
    expect(missed.map(kept)).toEqual(missed.map((call) => without(naive(call, stored))))
    expect(missed.some((call) => naive(call, stored).bookedAt !== null)).toBe(true)

    const span = { from: from + 12 * 60 * 60 * 1000, to: to - 1 }
    const days = { firstDay: stage.from, lastDay: Temporal.PlainDate.from(stage.to).subtract({ days: 1 }).toString() }
    const whole = { ...span, ...days }
    const overview = await overviewOf(office.store.db, { span: whole, before: whole }, timeZone, view)
    const within = stored.calls.filter((call) => call.ended_at >= span.from && call.ended_at < span.to)
    const wall = (call: Selectable<CallTable>) =>
      Temporal.Instant.fromEpochMilliseconds(call.ended_at).toZonedDateTimeISO(timeZone)
    const all = naiveFigures(within, stored)
    expect(overview.figures).toEqual(all)
    expect(overview.figuresBefore).toEqual(all)
    expect(overview.days.map(({ day: date }) => date)).toEqual([...new Set(overview.days.map(({ day: date }) => date))])
    for (const { day: date, ...figures } of overview.days) {
      const ofDay = within.filter((call) => wall(call).toPlainDate().toString() === date)
      expect(figures, date).toEqual(naiveFigures(ofDay, stored))
    }
    for (const { hour, reasons, ...figures } of overview.hours) {
      const ofHour = within.filter((call) => wall(call).hour === hour)
      expect(figures, `${hour} h`).toEqual(naiveFigures(ofHour, stored))
      for (const [reason, count] of Object.entries(reasons))
        expect(ofHour.filter((call) => isMissed(call) && call.reason === reason)).toHaveLength(count)
    }
    for (const { line, label: _, ...figures } of overview.lines)
      expect(figures).toEqual(
        naiveFigures(
          within.filter((call) => call.line === line),
          stored,
        ),
      )
    const sum = (of: (figures: OverviewFigures) => number) =>
      overview.lines.reduce((total, each) => total + of(each), 0)
    expect(sum((figures) => figures.calls)).toBe(all.calls)
  })
})

test('a phone that never answers, one that is gone and the worst hour are found', async () => {
  const from = Date.UTC(2026, 10, 2)
  await office.store.write((work) =>
    writeHistory(work, { seed: 3, contacts: 4, events: 150, from, to: from + 5 * day }),
  )
  const span = { from, to: from + 5 * day, firstDay: '2026-11-02', lastDay: '2026-11-06' }
  const overview = await overviewOf(office.store.db, { span, before: span }, 'UTC', view)
  const { calls } = await readAll(office)
  for (const phone of overview.phones) {
    const legs = calls
      .filter((call) => call.direction === 'inbound')
      .flatMap((call) => JSON.parse(call.legs) as { phone: string; how: string; rangAt: number | null }[])
      .filter((leg) => leg.phone === phone.phone)
    const rang = legs.filter(({ how, rangAt }) => ['no-answer', 'cancelled'].includes(how) && rangAt !== null)
    expect(phone).toEqual({
      phone: phone.phone,
      calls: legs.length,
      answered: legs.filter(({ how }) => how === 'answered').length,
      unanswered: rang.length,
      refused: legs.filter(({ how }) => how === 'busy' || how === 'declined').length,
      unreachable: legs.filter(({ how }) => how === 'unreachable').length,
    })
  }
  const hour = overview.findings.find((finding) => finding.kind === 'hour')
  expect(hour?.missed).toBe(Math.max(...overview.hours.map(({ missed }) => missed)))
  expect(overview.findings.filter(({ kind }) => kind === 'unreachable').length).toBeGreaterThan(0)
})
