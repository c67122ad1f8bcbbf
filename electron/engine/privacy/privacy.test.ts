import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { silentLogger } from '../../../telephony/logger.ts'
import type { ErasureState } from '../../contract/erasure.ts'
import { exportedTables } from '../../contract/privacy.ts'
import { ok } from '../../contract/result.ts'
import { openConversation } from '../inbox/conversations.ts'
import { isOptedOut, recordOptOut } from '../opt-out/ledger.ts'
import { minute, pat, TextingOffice } from '../outbox/testing.ts'
import { saveSection } from '../settings/settings.ts'
import { restoreInbox } from '../store/restore.ts'
import { privacyCommands } from './commands.ts'
import { eraseContact } from './erase.ts'
import type { ErasureContext } from './erase.ts'
import { Eraser } from './eraser.ts'
import { monthsBefore, Retention } from './retention.ts'

const lou = '+15305550102'
const secret = 'a root canal, Quixote on Friday'
const day = 24 * 60 * minute
let office: TextingOffice
let context: ErasureContext

const folder = () => dirname(office.file)
const contact = async (number: string) =>
  (await office.store.db.selectFrom('contact').select('id').where('number', '=', number).executeTakeFirst())?.id ?? ''
const copy = 'by-hand-2026-11-24T18-00-00Z.sqlite'
const rows = async (table: string) =>
  (await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)}`.execute(office.store.db)).rows[0]?.n

/** A call of each, a reply with a picture from Pat, and a note. */
beforeEach(async () => {
  office = new TextingOffice()
  await office.open()
  await office.call({ callerName: 'Pat Lee' })
  await office.call({ callerName: 'Lou' }, lou)
  await office.passSlowly(16_000)
  office.carrier.receive({ from: pat, body: secret })
  await office.poller.pollNow()
  mkdirSync(join(folder(), 'pictures'))
  writeFileSync(join(folder(), 'pictures', 'ME1.png'), 'picture')
  const { id } = await office.store.db
    .selectFrom('message')
    .select('id')
    .where('direction', '=', 'in')
    .executeTakeFirstOrThrow()
  await office.store.write(async (work) => {
    await work.db
      .insertInto('picture')
      .values({ id: 'ME1', message_id: id, place: 0, file: 'ME1.png', problem: null })
      .execute()
    await recordOptOut(work, { number: pat, source: 'text', evidence: secret, now: office.clock.now() })
  })
  const { store, clock } = office
  context = {
    store,
    clock,
    inboxFile: office.file,
    pictureFolder: join(folder(), 'pictures'),
    forgetTexted: () => undefined,
  }
})
afterEach(() => office.end())

describe('erasing a contact', () => {
  test('leaves nothing of them in the inbox and its copies but that they want no texts', async () => {
    const backup = join(folder(), 'backups', copy)
    await office.store.backup(backup)
    expect(readFileSync(backup).includes(secret)).toBe(true)
    const receipt = await eraseContact(await contact(pat), context)
    expect(receipt).toMatchObject({
      numbers: [pat],
      removed: { contacts: 1, calls: 1, texts: 2, notes: 0, pictures: 1 },
      copies: { cleaned: [copy], notCleaned: [] },
      keptOptOuts: [pat],
    })
    expect(await isOptedOut(office.store.db, pat)).toBe(true)
    expect(existsSync(join(folder(), 'pictures', 'ME1.png'))).toBe(false)
    // Nor single words, which the search index keeps, nor what is still to be written into the file.
    const files = readdirSync(folder(), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.includes('.sqlite'))
      .map((entry) => join(entry.parentPath, entry.name))
    expect(files.filter((file) => /quixote|pat lee/i.test(readFileSync(file, 'latin1')))).toEqual([])
    await office.restart()
    expect(readFileSync(office.file).includes(secret)).toBe(false)
    // Others are as they were.
    expect(await contact(lou)).not.toBe('')
    expect([await rows('call'), await rows('message')]).toEqual([1, 1])
  })

  test('is not undone by the text service, which still lists what they wrote', async () => {
    await eraseContact(await contact(pat), context)
    await office.poller.pollNow()
    expect(await contact(pat)).toBe('')
    office.carrier.receive({ from: pat, body: 'Me again' })
    await office.poller.pollNow()
    expect(await contact(pat)).not.toBe('')
    expect(office.replies).toEqual([secret, 'Me again'])
  })

  test('takes out calls, too, of which the caller withheld the number and the provider passed it on', async () => {
    const call = await office.store.db.selectFrom('call').selectAll().executeTakeFirstOrThrow()
    const withheld = (id: string, caller_number: string) =>
      ({ ...call, id, linkedid: id, caller_number, withheld: 1, party: null, conversation_id: null }) as const
    const calls = [
      withheld('theirs', '5305550101'),
      withheld('so, too', '0015305550101'),
      withheld('lou', '5305550102'),
    ]
    await office.store.write(({ db }) => db.insertInto('call').values(calls).execute())
    expect(await eraseContact(await contact(pat), context)).toMatchObject({ removed: { calls: 3 } })
    const left = await office.store.db.selectFrom('call').select('id').where('withheld', '=', 1).execute()
    expect(left).toEqual([{ id: 'lou' }])
  })

  test('can be asked for again where something was in the way', async () => {
    const backup = join(folder(), 'backups', copy)
    await office.store.backup(backup)
    const forgetTexted = () => {
      throw new Error('EIO')
    }
    await expect(eraseContact(await contact(pat), { ...context, forgetTexted })).rejects.toThrow('EIO')
    expect(await eraseContact(await contact(pat), context)).toMatchObject({ copies: { cleaned: [copy] } })
    expect(readFileSync(backup).includes(secret)).toBe(false)
  })

  test('says which copies it could not be taken out of', async () => {
    mkdirSync(join(folder(), 'backups'))
    writeFileSync(join(folder(), 'backups', copy), 'no database')
    expect(await eraseContact(await contact(pat), context)).toMatchObject({ copies: { notCleaned: [copy] } })
    expect(await eraseContact('nobody', context)).toBe('gone')
  })
})

describe('an erasure that somebody asked for', () => {
  let told: ErasureState[]
  const eraser = () =>
    new Eraser({
      ...context,
      store: office.store,
      logger: silentLogger,
      changed: (state) => void told.push(state),
      erased: () => undefined,
    })
  beforeEach(async () => {
    told = []
    for (const hour of [16, 17])
      await office.store.backup(join(folder(), 'backups', `by-hand-2026-11-24T${hour}-00-00Z.sqlite`))
  })

  test('goes on by itself, says how far it is, and keeps the receipt until somebody has seen it', async () => {
    const one = eraser()
    expect(await one.start('nobody')).toMatchObject({ ok: false, failure: { code: 'not-found' } })
    expect(await one.start(await contact(pat))).toEqual(ok(undefined))
    expect(await one.start(await contact(lou))).toMatchObject({ ok: false, failure: { code: 'not-ready' } })
    await one.settled()
    expect(told.map((state) => (state.phase === 'erasing' ? state.copies.done : state.phase))).toEqual([
      0,
      0,
      1,
      'done',
    ])
    expect(one.state()).toMatchObject({ phase: 'done', receipt: { numbers: [pat] } })
    one.seen()
    expect(one.state()).toEqual({ phase: 'none' })
    await one.resume()
    expect([one.state(), await contact(lou)]).toEqual([{ phase: 'none' }, expect.stringMatching(/./)])
  })

  test('is one at a time, also where two are asked for at once', async () => {
    const one = eraser()
    const both = await Promise.all([one.start(await contact(pat)), one.start(await contact(pat))])
    expect(both.map((answer) => answer.ok)).toEqual([true, false])
    await one.settled()
    expect(one.state()).toMatchObject({ phase: 'done', receipt: { numbers: [pat] } })
  })

  test('goes on at the next start where Ringback was ended in the middle', async () => {
    const one = eraser()
    await one.start(await contact(pat))
    await one.stop()
    expect([one.state().phase, await contact(pat)]).toEqual(['erasing', expect.stringMatching(/./)])
    await office.restart()
    const next = eraser()
    await next.resume()
    await next.settled()
    expect([next.state().phase, await contact(pat)]).toEqual(['done', ''])
    // Ended after the last row was gone, and before it was written over.
    const value = 'gone'
    await office.store.write(({ db }) =>
      db.insertInto('setting').values({ name: 'privacy.erasing', value, changed_at: 0 }).execute(),
    )
    const last = eraser()
    await last.resume()
    await last.settled()
    expect([last.state()]).toEqual([{ phase: 'none' }])
    await last.resume()
    expect(told.at(-1)).toEqual({ phase: 'none' })
  })

  test('says why it could not be done, and can be asked for again', async () => {
    mkdirSync(join(folder(), 'erased.jsonl'))
    const one = eraser()
    await one.start(await contact(pat))
    await one.settled()
    expect(one.state()).toMatchObject({ phase: 'failed', failure: { message: expect.any(String) as string } })
    rmdirSync(join(folder(), 'erased.jsonl'))
    await one.start(await contact(pat))
    await one.settled()
    expect(one.state().phase).toBe('done')
  })
})

describe('an erased contact', () => {
  const old = 'by-hand-2026-11-24T17-00-00Z.sqlite'
  const place = (name: string) => join(folder(), 'backups', name)
  const restore = (name: string | null) =>
    restoreInbox({ file: office.file, name, clock: office.clock, logger: silentLogger })
  const spoil = () => writeFileSync(office.file, Buffer.alloc(8192, 7))

  test('does not come back with the text service’s list where an older copy takes a damaged inbox’s place', async () => {
    await office.store.backup(place(copy))
    office.carrier.receive({ from: pat, body: 'And another thing' })
    await office.poller.pollNow()
    await eraseContact(await contact(pat), context)
    await office.restart({ meanwhile: async () => (spoil(), await restore(copy)) })
    await office.poller.pollNow()
    expect([await contact(pat), await contact(lou)].map((id) => id !== '')).toEqual([false, true])
    // Nor into an inbox that began empty.
    await office.restart({ meanwhile: async () => (spoil(), await restore(null)) })
    await office.poller.pollNow()
    expect(await contact(pat)).toBe('')
    office.carrier.receive({ from: pat, body: 'Me again' })
    await office.poller.pollNow()
    expect(await contact(pat)).not.toBe('')
  })

  test('does not come back with a copy that was elsewhere meanwhile, and who called again since stays', async () => {
    await office.store.backup(place(old))
    renameSync(place(old), join(folder(), 'elsewhere'))
    await eraseContact(await contact(pat), context)
    const bringBack = (name: string) => copyFileSync(join(folder(), 'elsewhere'), place(name))
    await office.call({ callerName: 'Pat again' })
    await office.restart({ meanwhile: async () => (bringBack(old), await restore(old)) })
    const named = () => office.store.db.selectFrom('contact').select('name').where('number', '=', pat).execute()
    expect([await named(), await rows('call')]).toEqual([[{ name: 'Pat again' }], 2])
    // Put back by hand, over an inbox that nobody could read.
    await office.restart({ meanwhile: async () => (spoil(), await restore(old)) })
    expect([await named(), await rows('call')]).toEqual([[], 1])
    const files = [office.file, `${office.file}-wal`].filter((file) => existsSync(file))
    expect(files.filter((file) => /quixote|pat lee/i.test(readFileSync(file, 'latin1')))).toEqual([])
    await office.restart({ meanwhile: () => copyFileSync(join(folder(), 'elsewhere'), office.file) })
    expect([await named(), await rows('call')]).toEqual([[], 1])
    // What is kept of them for that tells nothing of them.
    const kept = readFileSync(join(folder(), 'erased.jsonl'), 'utf8')
    expect(kept).toMatch(/^\n(\{"erased":"(contact|text)","id":"[-.\w]+"\}\n)+$/)
    expect(kept).not.toMatch(/555010|Pat|Quixote/)
  })

  test('is noted before anything of them goes, or not erased at all', async () => {
    mkdirSync(join(folder(), 'erased.jsonl'))
    await expect(eraseContact(await contact(pat), context)).rejects.toThrow('EISDIR')
    expect(await contact(pat)).not.toBe('')
  })
})

describe('keeping only so long', () => {
  /** What is let go of once `months` have passed. */
  async function keep(months: 0 | 3, clockIsRight = true): Promise<void> {
    await office.store.write((work) => saveSection(work, 'privacy', { keepMonths: months }, office.clock.now()))
    const pictureFolder = join(folder(), 'pictures')
    const { store, clock } = office
    const parts = { store, clock, logger: silentLogger, pictureFolder, clockIsRight: () => clockIsRight }
    const retention = new Retention(parts)
    retention.start()
    for (let step = 0; step < 10; step += 1) await office.pass(300)
    await retention.stop()
  }

  test('lets old calls and texts go with their pictures, and keeps opt-outs and whom staff care for', async () => {
    await office.store.write(async ({ db }) => {
      await db.updateTable('conversation').set({ state: 'done', waiting_since: null }).execute()
      await db.updateTable('contact').set({ notes: 'Prefers mornings' }).where('number', '=', lou).execute()
    })
    office.clock.jumpTo(office.clock.now() + 60 * day)
    await keep(3)
    expect(await rows('call')).toBe(2)
    office.clock.jumpTo(office.clock.now() + 60 * day)
    await keep(0)
    expect(await rows('call')).toBe(2)
    // Nothing is old by a clock that is known to be wrong.
    await keep(3, false)
    expect(await rows('call')).toBe(2)
    await office.poller.pollNow()
    await keep(3)
    expect([await rows('call'), await rows('message'), await rows('conversation')]).toEqual([0, 0, 0])
    expect([await contact(pat), await contact(lou)].map((id) => id !== '')).toEqual([false, true])
    expect(await isOptedOut(office.store.db, pat)).toBe(true)
    expect(existsSync(join(folder(), 'pictures', 'ME1.png'))).toBe(false)
    // The text service lists it for longer.
    await office.poller.pollNow()
    expect(await contact(pat)).toBe('')
  })

  test('lets old things go of conversations that go on, but never one that waits for an answer', async () => {
    office.clock.jumpTo(office.clock.now() + 120 * day)
    await office.call({}, lou)
    await keep(3)
    const left = await office.store.db.selectFrom('call').select('party').execute()
    expect(left).toEqual([{ party: lou }])
    // What waits is still there to be read.
    const texts = await office.store.db.selectFrom('message').select('body').where('direction', '=', 'in').execute()
    expect(texts).toEqual([{ body: secret }])
  })

  test('never lets a conversation go that staff have only just opened, to write to another number of somebody', async () => {
    const id = await office.store.write(async (work) => {
      await work.db.updateTable('contact').set({ person_id: 'p' }).execute()
      const third = { id: 'third', number: '+15305550103', created_at: 0, person_id: 'p' }
      await work.db.insertInto('contact').values(third).execute()
      return (await openConversation(work, third.number, { now: office.clock.now(), silent: true })).id
    })
    await keep(3)
    expect(await office.store.db.selectFrom('conversation').select('id').where('id', '=', id).execute()).toHaveLength(1)
  })

  test('hides no reply from an office whose clock runs ahead', async () => {
    office.pcAhead = 400 * day
    office.clock.jumpTo(office.clock.now() + 400 * day)
    await keep(3, false)
    for (const body of ['One', 'STOP']) {
      office.carrier.receive({ from: lou, body })
      await office.poller.pollNow()
    }
    expect(office.replies.slice(-2)).toEqual(['One', 'STOP'])
  })

  test('counts months as a calendar does', () => {
    expect(monthsBefore(Date.UTC(2026, 4, 31), 3)).toBe(Date.UTC(2026, 1, 28))
    expect(monthsBefore(Date.UTC(2026, 0, 15, 9), 12)).toBe(Date.UTC(2025, 0, 15))
  })
})

test('everything can be read in pieces, whatever table it stands in', async () => {
  const others = { eraser: new Eraser({ ...context, logger: silentLogger, changed: () => {}, erased: () => {} }) }
  const whole = { ...context, ...others, keepingChanged: () => {} }
  const counts = await Promise.all(
    exportedTables.map(async (table) => {
      const result = await privacyCommands['privacy:rows']({ table, after: 0 }, whole)
      return result.ok ? result.value.rows : null
    }),
  )
  expect(counts[exportedTables.indexOf('message')]).toBe(3)
  expect(counts).not.toContain(null)
})
