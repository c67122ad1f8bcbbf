import { randomUUID } from 'node:crypto'
import { existsSync, linkSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { silentLogger } from '../../../telephony/logger.ts'
import { NoteBook } from '../inbox/notes.ts'
import { isOptedOut, recordOptIn, recordOptOut } from '../opt-out/ledger.ts'
import { textCommands } from '../outbox/commands.ts'
import { hour, minute, pat, TextingOffice } from '../outbox/testing.ts'
import { readChanges } from '../settings/changes.ts'
import { readSection, saveSection } from '../settings/settings.ts'
import { migrateTo } from './migrations/testing.ts'
import { listBackups, previewRestore } from '../backups/backup-desk.ts'
import { carried, leftAsTheyAre } from './carry-over.ts'
import { restoreInbox } from './restore.ts'

const lou = '+15305550102'
const backup = 'by-hand-2026-11-24T18-00-00Z.sqlite'
let office: TextingOffice

beforeEach(async () => {
  office = new TextingOffice()
  Object.assign(office.settings.followUp, { secondOn: true })
  await office.open()
})
afterEach(() => office.end())

const folder = () => join(dirname(office.file), 'backups')
const backUp = () => office.store.backup(join(folder(), backup))
const spoil = () => writeFileSync(office.file, Buffer.alloc(8192, 7))
const restore = (name: string | null = backup) =>
  restoreInbox({ file: office.file, name, clock: office.clock, logger: silentLogger })
const rename = (name: string) =>
  office.store.write(({ db }) => db.updateTable('contact').set({ name, name_source: 'staff' }).execute())
const later = (ms: number) => office.quicklyUntil(office.clock.now() + ms)
const names = async () => (await office.store.db.selectFrom('contact').select('name').execute()).map(({ name }) => name)

describe('a restore while today’s inbox can be read', () => {
  test('gives names back, and takes nothing back that has happened since', async () => {
    await office.call({ callerName: 'Pat' })
    await rename('Pat Lee')
    await office.staffWrites('Shall I call you?', pat)
    await backUp()
    await rename('Somebody else')
    await office.call({ callerName: 'Lou' }, lou)
    await office.passSlowly(16_000)
    office.carrier.receive({ from: lou, body: 'Yes please' })
    await office.poller.pollNow()
    await office.store.write(async (work) => {
      await recordOptOut(work, { number: pat, source: 'staff', evidence: 'said so', now: office.clock.now() })
      const note = { id: 'n1', conversationId: await office.conversation(pat), body: 'Wants a Monday' }
      await new NoteBook().save(work, note, office.clock.now())
    })
    const [texts, states] = [office.carrier.accepted.length, await office.states()]

    await office.restart({ meanwhile: () => restore() })
    expect(await names()).toEqual(['Pat Lee', 'Lou'])
    expect(await isOptedOut(office.store.db, pat)).toBe(true)
    expect(await office.states()).toEqual(states)
    const replies = await office.store.db.selectFrom('message').select('body').where('direction', '=', 'in').execute()
    expect(replies).toEqual([{ body: 'Yes please' }])
    expect(await office.store.db.selectFrom('note').select('body').execute()).toEqual([{ body: 'Wants a Monday' }])
    await later(3 * hour)
    expect(office.carrier.accepted).toHaveLength(texts)
  })

  test('goes on with a follow-up where it is today, and no text of it goes twice', async () => {
    await office.call()
    await backUp()
    await office.passSlowly(16_000)
    expect(office.sent()).toHaveLength(1)
    await office.restart({ meanwhile: () => restore() })
    await office.passSlowly(minute)
    expect(office.sent()).toHaveLength(1)
    await later(2 * hour + 5 * minute)
    expect(office.sent()).toHaveLength(2)
  })

  test('keeps a pause, and a later word for texts stands above an older one against them', async () => {
    await office.call()
    const say = (now: number) => ({ number: pat, source: 'text', evidence: 'word', now }) as const
    await office.store.write((work) => recordOptOut(work, say(office.clock.now())))
    await backUp()
    await office.pass(minute)
    await office.store.write((work) => recordOptIn(work, say(office.clock.now())))
    await office.automation.pause(null)
    await office.restart({ meanwhile: () => restore() })
    expect(await isOptedOut(office.store.db, pat)).toBe(false)
    expect(office.automation.current()).not.toBeNull()
  })

  test('knows of the newest wish for no texts, which no START from before undoes that comes in late', async () => {
    const say = (now: number) => ({ number: pat, source: 'text', evidence: 'word', now, writtenAt: now }) as const
    await office.store.write((work) => recordOptOut(work, say(office.clock.now())))
    await backUp()
    await office.pass(2 * minute)
    await office.store.write((work) => recordOptOut(work, say(office.clock.now())))
    await office.restart({ meanwhile: () => restore() })
    await office.store.write((work) => recordOptIn(work, say(office.clock.now() - minute)))
    expect(await isOptedOut(office.store.db, pat)).toBe(true)
  })

  test('knows what became of the texts that were on their way, and what the clock was set back to since', async () => {
    office.clock.jumpTo(office.clock.now() + 4 * hour)
    await office.call()
    office.carrier.endNextSend({ end: 'unknown', taken: true, said: { code: 'not-told', facts: {} } })
    await office.passSlowly(17_000)
    expect(await office.states()).toEqual(['sending'])
    await office.call({}, lou)
    await backUp()
    await office.passSlowly(20_000)
    await office.setClock(-hour)
    const attempts = () => office.store.db.selectFrom('attempt').selectAll().orderBy('id').execute()
    const waiting = () =>
      office.store.db
        .selectFrom('outbox')
        .innerJoin('message', 'message.id', 'outbox.message_id')
        .select(['due_at', 'planned_at', 'created_at'])
        .orderBy('due_at')
        .execute()
    const [tried, planned] = [await attempts(), await waiting()]
    expect(tried).toMatchObject([{ end: 'accepted', gateway: 'demo' }, { end: 'accepted' }])
    expect(planned).toHaveLength(2)
    await office.restart({ meanwhile: () => restore() })
    expect([await attempts(), await waiting()]).toEqual([tried, planned])
  })

  test('keeps things as long as is wanted today, and the whole history of the settings', async () => {
    const keep = (keepMonths: 0 | 3) =>
      office.store.write((work) => saveSection(work, 'privacy', { keepMonths }, office.clock.now()))
    await keep(3)
    await backUp()
    await keep(0)
    await office.restart({ meanwhile: () => restore() })
    expect((await readSection(office.store.db, 'privacy')).keepMonths).toBe(0)
    expect((await readChanges(office.store.db, null)).changes).toMatchObject([{ after: 0 }, { after: 3 }])
  })

  test('deals with every table that there is', async () => {
    const db = new SqliteDatabase(office.file, { readonly: true })
    const all = db
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_%' AND name NOT LIKE 'sqlite_%'",
      )
      .pluck()
    expect(all.all().map(String).toSorted()).toEqual(
      [...carried, ...leftAsTheyAre].filter((name) => name !== 'search_due').toSorted(),
    )
    db.close()
  })
})

describe('a restore in the place of a damaged inbox', () => {
  test('sends nothing that may have gone out since, and asks staff about their own texts', async () => {
    await office.call()
    await office.passSlowly(16_000)
    await office.call({ callerName: 'Lou' }, lou)
    await backUp()
    await later(2 * hour + 5 * minute)
    expect([office.sent(), office.sent(lou)].map((texts) => texts.length)).toEqual([2, 2])
    const before = office.carrier.accepted.length

    await office.restart({ meanwhile: async () => (spoil(), await restore()) })
    expect(await office.stopReason()).toBe('restored')
    await later(3 * hour)
    expect(office.carrier.accepted).toHaveLength(before)
    // Whether anybody had paused since is not known: until somebody resumes nothing goes out by itself.
    expect(office.automation.current()).toMatchObject({ by: 'restore', until: null })
    expect((await office.call({}, '+15305550103'))?.rule).toBe('paused')
    await office.automation.resume()
    await office.restart()
    expect(office.automation.current()).toBeNull()
    // Nobody who was texted within the day is texted again, though the inbox does not know.
    expect((await office.call({}, lou))?.rule).toBe('recent-follow-up')
  })

  test('puts what staff wrote before them, to be sent by one click', async () => {
    await office.call()
    await office.passSlowly(16_000)
    const when = { kind: 'at', at: office.clock.now() + hour } as const
    const text = { conversationId: await office.conversation(), messageId: randomUUID(), body: 'See you at nine', when }
    expect(await textCommands['messages:send'](text, office.context)).toMatchObject({ ok: true })
    await backUp()
    await office.restart({ meanwhile: async () => (spoil(), await restore()) })
    await later(3 * hour)
    expect(await office.states()).toEqual(['sent', 'cancelled', 'check'])
    expect(office.sent()).toHaveLength(1)
  })

  test('can be followed by one of a newer backup, which knows what has been sent', async () => {
    await office.call()
    const when = { kind: 'at', at: office.clock.now() + hour } as const
    await office.call({}, lou)
    const text = {
      conversationId: await office.conversation(lou),
      messageId: randomUUID(),
      body: 'See you at nine',
      when,
    }
    expect(await textCommands['messages:send'](text, office.context)).toMatchObject({ ok: true })
    await backUp()
    await later(hour + 5 * minute)
    const newer = 'by-hand-2026-11-24T19-05-00Z.sqlite'
    await office.store.backup(join(folder(), newer))
    const messages = () =>
      office.store.db.selectFrom('message').select(['id', 'state', 'provider_id', 'at']).orderBy('id').execute()
    const sent = (await messages()).filter(({ state }) => state === 'sent')
    expect(sent).toHaveLength(2)
    await office.restart({ meanwhile: async () => (spoil(), await restore()) })
    expect((await messages()).filter(({ state }) => state === 'sent')).toEqual([])
    await office.restart({ meanwhile: () => restore(newer) })
    expect((await messages()).filter(({ state }) => state === 'sent')).toEqual(sent)
    // What the inbox knows of itself counts once.
    expect(await office.store.db.selectFrom('texted').selectAll().execute()).toEqual([])
    const accepted = office.carrier.accepted.length
    await later(3 * hour)
    expect(office.carrier.accepted).toHaveLength(accepted)
  })

  test('keeps the damaged file as it was, byte for byte', async () => {
    await backUp()
    await office.restart({ meanwhile: async () => (spoil(), await restore()) })
    const kept = readdirSync(folder()).find((name) => name.startsWith('set-aside'))
    expect(readFileSync(join(folder(), kept ?? ''))).toEqual(Buffer.alloc(8192, 7))
    expect(statSync(office.file).mode & 0o777).toBe(0o600)
  })

  test('can begin with an empty inbox where there is no backup', async () => {
    await office.restart({ meanwhile: async () => (spoil(), await restore(null)) })
    expect(await office.store.db.selectFrom('contact').selectAll().execute()).toEqual([])
    expect(readdirSync(folder())).toHaveLength(1)
  })
})

describe('a backup that cannot be used', () => {
  test('is refused, and the inbox is as it was', async () => {
    await office.call()
    await backUp()
    writeFileSync(join(folder(), backup), Buffer.alloc(8192, 7))
    await office.restart({ meanwhile: () => expect(restore()).rejects.toThrow('damaged') })
    expect(await names()).toHaveLength(1)
    expect(existsSync(`${office.file}.restoring`)).toBe(false)
    expect(await previewRestore(office.file, backup)).toMatchObject({ state: 'damaged', backup: null })
  })
})

test('what a copy or a restore leaves behind that was cut short is gone after the next start', async () => {
  await backUp()
  const leaveBehind = async () => {
    writeFileSync(join(folder(), 'inbox-2026-11-24T18-00Z.sqlite.unfinished'), 'half of it')
    writeFileSync(`${office.file}.restoring`, 'half of it')
    linkSync(office.file, join(folder(), 'set-aside-2026-11-24T18-00-00Z.sqlite'))
  }
  await office.restart({ meanwhile: leaveBehind })
  expect(readdirSync(folder())).toEqual([backup])
  expect(existsSync(`${office.file}.restoring`)).toBe(false)
})

test('the list and the preview say what is in a backup, and what it would change', async () => {
  await office.call({ callerName: 'Pat' })
  await rename('Pat Lee')
  await backUp()
  await rename('Somebody else')
  await office.call({}, lou)
  const { backups } = await listBackups(office.file)
  expect(backups).toMatchObject([{ name: backup, kind: 'by-hand', contents: { contacts: 1, calls: 1, texts: 1 } }])
  expect(await previewRestore(office.file, backup)).toMatchObject({
    state: 'whole',
    today: { contacts: 2, calls: 2 },
    back: { contacts: 0, calls: 0 },
    since: { contacts: 1, calls: 1, texts: 1 },
    changed: 1,
  })
  expect(await previewRestore(office.file, 'by-hand-2026-11-24T18-00-01Z.sqlite')).toBeNull()
})

test('a backup of an older version is brought up', async () => {
  await migrateTo(join(folder(), backup), 230)
  await office.restart({ meanwhile: () => restore() })
  expect(await office.store.db.selectFrom('texted').selectAll().execute()).toEqual([])
})
