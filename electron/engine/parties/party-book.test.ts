import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { EndedCall } from '../../../telephony/calls/call.ts'
import { inbound, Script, start } from '../../../telephony/calls/testing.ts'
import { CallTracker } from '../../../telephony/calls/tracker.ts'
import { silentLogger } from '../../../telephony/logger.ts'
import { openOffice } from '../inbox/testing.ts'
import type { Office } from '../inbox/testing.ts'
import { PartyBook } from './party-book.ts'

let office: Office
let changes: number

beforeEach(async () => {
  changes = 0
  office = await openOffice()
})

afterEach(() => office.end())

async function openBook(): Promise<PartyBook> {
  const { store, clock } = office
  const book = new PartyBook({ store, clock, logger: silentLogger, changed: () => void (changes += 1) })
  await book.load()
  return book
}

/** Plays these calls to a tracker that knows what is in `book`; returns how they ended. */
function listen(book: PartyBook) {
  const ended: EndedCall[] = []
  const onEnded = (call: EndedCall) => void ended.push(call)
  const tracker = new CallTracker({ trunks: [], parties: book.parties, now: () => start, onEnded })
  let calls = 0
  return {
    ended,
    play(script: Script, from = 0, to = Infinity) {
      if (from === 0) calls += 1
      for (const event of script.events.slice(from, to)) {
        // Each script numbers its channels from the beginning.
        const get = (header: string) => (/id$/i.test(header) ? `${calls}-${event.get(header)}` : event.get(header))
        tracker.handle({ event: event.event, get }, start + calls * 1000)
      }
    },
  }
}

/** Nothing but its calls tells what `PJSIP/acme` is. */
const nameless = (number: string, phone = 'PJSIP/anna-0001') =>
  new Script()
    .arrives('caller', 'PJSIP/acme-0001', { Context: 'main', CallerIDNum: number, Exten: '15305550110' })
    .made('anna', phone, 'caller', { Context: 'main' })
    .dials('caller', 'anna', { DialString: 'anna' })
    .tell('Newstate', 'anna', { ChannelState: 5 })
    .gone('caller', 'anna')
const menu = (number: string) =>
  new Script()
    .arrives('caller', 'PJSIP/acme-0009', { Context: 'main', CallerIDNum: number, Exten: '15305550110' })
    .up('caller')
    .gone('caller')

const endpoints = (list: { endpoint: string }[]) => list.map(({ endpoint }) => endpoint)

describe('the book of trunks and desk phones', () => {
  test('is empty until a call comes, then tells which are which, and why', async () => {
    const book = await openBook()
    expect(await book.view()).toEqual({ outside: [], inside: [], lines: [], settingsRead: null })
    const { play } = listen(book)
    play(inbound().rings('caller', '101').gone('caller'))
    play(inbound().rings('caller', '101').gone('caller'))
    const { outside, inside } = await book.view()
    expect(outside).toMatchObject([{ endpoint: 'PJSIP/trunk', by: 'ringback', sure: true }])
    expect(outside[0]?.why).toContain('its context is from-trunk')
    expect(inside).toMatchObject([{ endpoint: 'PJSIP/101', name: null, why: ['its context is internal'] }])
  })

  test('keeps what calls have shown from one start to the next', async () => {
    const before = await openBook()
    const { play } = listen(before)
    for (const number of ['5305550121', '5305550122', '5305550123']) play(nameless(number))
    await before.close()

    const after = await openBook()
    expect(endpoints((await after.view()).outside)).toEqual(['PJSIP/acme'])
    // The very first call of the day counts, though no phone rings that would tell.
    const today = listen(after)
    today.play(menu('5305550124'))
    expect(today.ended).toMatchObject([{ direction: 'inbound', outcome: 'missed' }])
  })

  test('saves by itself, many calls in one write', async () => {
    const book = await openBook()
    const { play } = listen(book)
    for (let call = 0; call < 20; call++) play(nameless('5305550121'))
    await office.clock.advance(2000)
    await book.save()
    expect(changes).toBe(1)
    const [row] = await office.store.db.selectFrom('endpoint').selectAll().where('name', '=', 'pjsip/ANNA').execute()
    expect(row).toMatchObject({ name: 'PJSIP/anna', choice: null })
    expect(row?.calls).toContain('"rang":20')
  })

  test("the office's word outweighs every sign from the next call on, and outlives a restart", async () => {
    const book = await openBook()
    const { play, ended } = listen(book)
    play(inbound().rings('caller', '101').gone('caller'))
    await book.choose('PJSIP/trunk', 'inside')
    play(inbound().rings('caller', '101').gone('caller'))
    expect(ended.map(({ direction }) => direction)).toEqual(['inbound', 'internal'])
    expect((await book.view()).inside).toMatchObject([
      { endpoint: 'PJSIP/101' },
      { endpoint: 'PJSIP/trunk', by: 'office', why: ['your office says so'] },
    ])
    await book.close()

    const after = await openBook()
    expect(endpoints((await after.view()).outside)).toEqual([])
    await after.choose('PJSIP/trunk', null)
    expect(endpoints((await after.view()).outside)).toEqual(['PJSIP/trunk'])
  })

  test('a call that goes on keeps its parties when the office corrects one', async () => {
    const book = await openBook()
    const { play, ended } = listen(book)
    const call = inbound().rings('caller', '101').rings('caller', '102').gone('caller')
    play(call, 0, 3)
    await book.choose('PJSIP/trunk', 'inside')
    play(call, 3)
    expect(ended).toMatchObject([{ direction: 'inbound' }])
  })

  test('the list of trunks in the config file decides, but for what the office says here', async () => {
    const book = await openBook()
    book.parties.listTrunks(['PJSIP/acme'])
    const { play } = listen(book)
    play(inbound().rings('caller', '101').gone('caller'))
    play(nameless('5305550121'))
    const { outside, inside } = await book.view()
    expect(outside).toMatchObject([{ endpoint: 'PJSIP/acme', by: 'trunk list' }])
    expect(endpoints(inside)).toEqual(['PJSIP/101', 'PJSIP/anna', 'PJSIP/trunk'])
    await book.choose('PJSIP/trunk', 'outside')
    expect(endpoints((await book.view()).outside)).toEqual(['PJSIP/acme', 'PJSIP/trunk'])
  })

  test('lists the desk phones that can be rung, by number', async () => {
    const book = await openBook()
    book.parties.read('PJSIP/anna', { extension: '17', caption: 'Anna', context: 'work', watched: true })
    const { play } = listen(book)
    play(inbound().rings('caller', '101').gone('caller'))
    expect(book.deskPhones()).toEqual([
      { channel: 'PJSIP/anna', extension: '17', name: 'Anna', context: 'work' },
      { channel: 'PJSIP/101', extension: '101', name: null, context: 'internal' },
    ])
    expect((await book.view()).inside[1]).toMatchObject({ endpoint: 'PJSIP/anna', name: 'Anna (17)' })
  })

  test('a damaged row counts as nothing seen, and the office is still heard', async () => {
    await office.store.write(async ({ db }) => {
      const row = { settings: '{"context":7}', calls: '[', first_seen_at: null, last_seen_at: null, changed_at: start }
      const chosen = { choice: 'outside' as const, chosen_at: start }
      await db
        .insertInto('endpoint')
        .values({ name: 'PJSIP/odd', ...chosen, ...row })
        .execute()
    })
    expect((await (await openBook()).view()).outside).toMatchObject([{ endpoint: 'PJSIP/odd', by: 'office' }])
  })

  test('forgets after half a year what the office never spoke of', async () => {
    const book = await openBook()
    listen(book).play(inbound().rings('caller', '101').gone('caller'))
    await book.save()
    await book.choose('PJSIP/101', 'inside')
    await office.clock.advance(181 * 24 * 60 * 60 * 1000)
    const later = await openBook()
    expect(endpoints((await later.view()).inside)).toEqual(['PJSIP/101'])
    expect((await later.view()).outside).toEqual([])
  })
})
