/** The disk gets full in the middle of the work: a real one, of some megabytes. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { silentLogger } from '../../../telephony/logger.ts'
import { TextedCopy, textedOutsideInbox } from '../backups/texted-copy.ts'
import { OptOutCopy } from '../opt-out/copy.ts'
import { isOptedOut } from '../opt-out/ledger.ts'
import { minute, pat, TextingOffice } from '../outbox/testing.ts'
import { eraseContact } from '../privacy/erase.ts'
import { Secrets } from '../secrets.ts'
import { readSection, saveSection } from '../settings/settings.ts'
import { setupCommands } from '../setup-commands.ts'
import type { SetupContext } from '../setup-commands.ts'
import { Insistence } from './insist.ts'
import { restoreInbox } from './restore.ts'
import type { StoreError } from './store-error.ts'
import { mountSmallDisk, noSmallDisk } from '../../../telephony/small-disk.ts'
import type { SmallDisk } from '../../../telephony/small-disk.ts'

const probe = mountSmallDisk(1)
probe?.unmount()
const copy = 'by-hand-2026-11-24T18-00-00Z.sqlite'

describe.skipIf(probe === null)(`a full disk${probe ? '' : ` (${noSmallDisk})`}`, () => {
  let disk: SmallDisk
  let office: TextingOffice

  beforeEach(async () => {
    const mounted = mountSmallDisk(12)
    if (!mounted) throw new Error(noSmallDisk)
    disk = mounted
    office = new TextingOffice(join(disk.folder, 'profile'))
    await office.open()
  })
  afterEach(async () => {
    disk.free()
    await office.end()
    disk.unmount()
  })

  const backups = () => join(dirname(office.file), 'backups')
  const lou = '+15305550102'
  const insistence = () => new Insistence({ store: office.store, clock: office.clock, logger: silentLogger })
  /** The -wal file has some room of its own: that is used up, too. */
  const fillWithin = async () => {
    disk.fill()
    const note = (n: number) =>
      office.store.write((work) => saveSection(work, 'business', { name: `${n} ${'x'.repeat(90)}` }, n))
    for (let n = 0; n < 4000; n += 1)
      if (
        await note(n).then(
          () => false,
          () => true,
        )
      )
        return
  }
  const whole = () => {
    const db = new SqliteDatabase(office.file)
    const found = db.pragma('integrity_check', { simple: true })
    db.close()
    return found
  }

  test('keeps a call that ended meanwhile, and its caller gets one text', async () => {
    await office.call({}, lou)
    await office.passSlowly(20_000)
    disk.fill()
    const refused: StoreError[] = []
    office.store.onRefused((problem) => refused.push(problem))
    await expect(office.call()).rejects.toThrow('cannot write to its inbox')
    expect(refused[0]).toMatchObject({ ofDisk: true })
    expect(refused[0]?.plainly.join(' ')).not.toContain(office.file)
    const stored = insistence().until(async () => void (await office.call()))
    await office.passSlowly(11_000)
    expect(office.sent()).toEqual([])
    disk.free()
    await office.passSlowly(30_000)
    await stored
    expect(office.sent()).toHaveLength(1)
    expect(whole()).toBe('ok')
  })

  /** Full at the worst moment: the service has the text, and the answer is to be written down. */
  const fullOnceSent = () => {
    const { carrier } = office
    const { name, account, from, can } = carrier
    office.gateway = {
      name,
      account,
      from,
      can,
      send: async (text) => {
        const result = await carrier.send(text)
        disk.fill()
        return result
      },
      received: (page) => carrier.received(page),
      sentTo: (number, page) => carrier.sentTo(number, page),
      fetch: (id) => carrier.fetch(id),
      check: () => carrier.check(),
    }
  }

  test('that fills while a text is on its way sends it once, and knows of it when there is room', async () => {
    fullOnceSent()
    await office.call()
    await office.passSlowly(20_000)
    expect([office.sent().length, await office.states()]).toEqual([1, ['sending']])
    expect(office.dispatcher.health()).toMatchObject({ state: 'trouble' })
    disk.free()
    await office.passSlowly(6_000)
    expect([office.sent().length, await office.states()]).toEqual([1, ['sent']])
    expect(office.dispatcher.health()).toMatchObject({ state: 'ok' })
  })

  test('and a kill on top of it: the text is found at the service and not sent again', async () => {
    fullOnceSent()
    await office.call()
    await office.passSlowly(20_000)
    await expect(office.restart({ meanwhile: () => disk.fill() })).rejects.toThrow('cannot write to its inbox')
    disk.free()
    await office.open({ turn: null })
    await office.passSlowly(minute)
    expect([office.sent().length, await office.states()]).toEqual([1, ['sent']])
    expect(whole()).toBe('ok')
  })

  test('a wish for no texts that comes in meanwhile is heeded before anything goes out', async () => {
    await office.call()
    await office.passSlowly(20_000)
    Object.assign(office.settings.followUp, { secondOn: true })
    await office.restart()
    await office.call({}, lou)
    disk.fill()
    office.carrier.receive({ from: pat, body: 'STOP' })
    await office.poller.pollNow().catch(() => undefined)
    await office.passSlowly(30_000)
    expect(await isOptedOut(office.store.db, pat)).toBe(false)
    disk.free()
    await office.poller.pollNow()
    expect(await isOptedOut(office.store.db, pat)).toBe(true)
  })

  test('lets nothing begin that does not know yet who wants no texts, and who got one', async () => {
    const profile = dirname(office.file)
    const { store, clock } = office
    const beside = (name: string, entry: object) => {
      const file = join(profile, name)
      writeFileSync(file, `${JSON.stringify({ number: pat, at: clock.now(), ...entry })}\n`)
      return { file, store, clock, logger: silentLogger }
    }
    const texted = new TextedCopy(beside('texted-before.jsonl', {}))
    const optOuts = new OptOutCopy(beside('opt-outs-before.jsonl', { change: 'out', source: 'text' }))
    await fillWithin()
    await expect(texted.start()).rejects.toThrow('cannot write to its inbox')
    await expect(optOuts.start()).rejects.toThrow('cannot write to its inbox')
    disk.free()
    await texted.start()
    await optOuts.start()
    expect(await textedOutsideInbox(store.db, [pat])).toHaveLength(1)
    expect(await isOptedOut(store.db, pat)).toBe(true)
    await optOuts.stop()
  })

  test('leaves no half of a backup, and the next is whole', async () => {
    await office.call()
    disk.fill()
    await expect(office.store.backup(join(backups(), copy))).rejects.toThrow()
    expect(existsSync(backups()) ? readdirSync(backups()) : []).toEqual([])
    disk.free()
    await office.store.backup(join(backups(), copy))
    expect(readdirSync(backups())).toEqual([copy])
  })

  test('leaves the inbox and the copies as they are where a backup cannot be restored', async () => {
    await office.call()
    await office.store.backup(join(backups(), copy))
    await office.call({}, lou)
    const restore = () => restoreInbox({ file: office.file, name: copy, clock: office.clock, logger: silentLogger })
    const people = async () => (await office.store.db.selectFrom('contact').select('id').execute()).length
    await office.restart({
      meanwhile: async () => {
        disk.fill()
        const before = readFileSync(office.file)
        await expect(restore()).rejects.toThrow(`cannot write to its inbox file ${office.file}`)
        expect(readdirSync(backups())).toEqual([copy])
        expect(readFileSync(office.file).equals(before)).toBe(true)
        disk.free()
      },
    })
    expect(await people()).toBe(2)
    await office.restart({ meanwhile: restore })
    expect(readdirSync(backups()).filter((name) => name.startsWith('set-aside')).length).toBeGreaterThan(0)
    expect(await people()).toBe(2)
  })

  test('keeps a setting as it was, its secret with it, and takes the next', async () => {
    const { store, clock } = office
    const name = async () => (await readSection(store.db, 'business')).name
    const save = (value: string) => store.write((work) => saveSection(work, 'business', { name: value }, clock.now()))
    await save('Oak Dental')
    const secrets = new Secrets({ pbxPassword: null, gatewayToken: 'for the old account' })
    const regate = vi.fn()
    const texting = { kind: 'twilio', accountSid: 'AC2', apiKey: '', from: '+12125550100', baseUrl: '' } as const
    const input = { ...texting, authToken: 'for the new account' }
    const context = { ...office.context, secrets, regate, settingsChanged: () => undefined } as unknown as SetupContext
    await fillWithin()
    const held = await name()
    await expect(save('Elm Dental')).rejects.toThrow('cannot write to its inbox')
    await expect(setupCommands['texting:save'](input, context)).rejects.toThrow('cannot write to its inbox')
    expect([await name(), secrets.gatewayToken, regate.mock.calls]).toEqual([held, 'for the old account', []])
    disk.free()
    await save('Elm Dental')
    await setupCommands['texting:save'](input, context)
    expect([await name(), secrets.gatewayToken]).toEqual(['Elm Dental', 'for the new account'])
  })

  test('an erasure is as before or done, never half, and can be asked for again', async () => {
    await office.call({ callerName: 'Pat Lee' })
    await office.passSlowly(20_000)
    await office.store.backup(join(backups(), copy))
    const profile = dirname(office.file)
    const { store, clock } = office
    const texted = new TextedCopy({ store, clock, logger: silentLogger, file: join(profile, 'texted.jsonl') })
    const context = {
      store,
      clock,
      inboxFile: office.file,
      pictureFolder: join(profile, 'pictures'),
      forgetTexted: (number: string) => texted.forget(number),
    }
    const contact = () => store.db.selectFrom('contact').select('id').where('number', '=', pat).executeTakeFirst()
    const rows = async () => (await store.db.selectFrom('message').select('id').execute()).length
    const id = (await contact())?.id ?? ''
    const before = await rows()
    await fillWithin()
    await expect(eraseContact(id, context)).rejects.toThrow()
    expect([(await contact())?.id, await rows()]).toEqual([id, before])
    disk.free()
    expect(await eraseContact(id, context)).toMatchObject({ copies: { cleaned: [copy], notCleaned: [] } })
    expect(await contact()).toBeUndefined()
    expect(whole()).toBe('ok')
  })
})
