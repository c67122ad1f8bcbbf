import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ManualClock } from '../../../telephony/clock.ts'
import { silentLogger } from '../../../telephony/logger.ts'
import { migrations } from './migrations/index.ts'
import { openStore } from './database.ts'
import type { Change, Store } from './database.ts'
import { StoreError } from './store-error.ts'

const now = Date.UTC(2026, 10, 24, 15, 0)
let folder: string
let file: string
const stores: Store[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-store-'))
  file = join(folder, 'data', 'inbox.sqlite')
})

afterEach(async () => {
  for (const store of stores.splice(0)) await store.close()
  rmSync(folder, { recursive: true, force: true })
})

async function open(): Promise<Store> {
  const store = await openStore({ file, clock: new ManualClock(now), logger: silentLogger })
  stores.push(store)
  return store
}

async function openError(): Promise<StoreError> {
  const error: unknown = await open().catch((problem: unknown) => problem)
  if (!(error instanceof StoreError)) throw new Error(`Expected a StoreError, got ${String(error)}`)
  return error
}

function addSetting(store: Store, name: string, value = '1'): Promise<void> {
  return store.write(async (work) => {
    await work.db.insertInto('setting').values({ name, value, changed_at: now }).execute()
  })
}

async function settingNames(store: Store): Promise<string[]> {
  const rows = await store.db.selectFrom('setting').select('name').orderBy('name').execute()
  return rows.map((row) => row.name)
}

describe('opening', () => {
  test('a new inbox can be read by its user alone and promises what it commits', async () => {
    const store = await open()
    await addSetting(store, 'a')
    for (const name of [file, `${file}-wal`, `${file}.lock`]) expect(statSync(name).mode & 0o777).toBe(0o600)
    const probe = new SqliteDatabase(file, { readonly: true })
    expect(probe.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(probe.pragma('user_version', { simple: true })).toBe(migrations.at(-1)?.id)
    probe.close()
  })

  test('what was written is there after opening again, and revisions go on rising', async () => {
    const first = await open()
    await addSetting(first, 'kept')
    const revision = first.revision()
    await first.close()
    const clock = new ManualClock(now + 1000)
    const second = await openStore({ file, clock, logger: silentLogger })
    stores.push(second)
    expect(await settingNames(second)).toEqual(['kept'])
    expect(second.revision()).toBeGreaterThan(revision)
  })

  test('a second engine on the same file is refused until the first is done', async () => {
    const first = await open()
    const error = await openError()
    expect(error.code).toBe('in-use')
    expect(error.remedy).toContain('already running')
    await first.close()
    await open()
  })

  test('an engine that was killed leaves no lock behind', async () => {
    const script = join(folder, 'hold.cjs')
    const lock = `${file}.lock`
    await (await open()).close()
    const addon = createRequire(import.meta.url).resolve('better-sqlite3')
    writeFileSync(
      script,
      `const D = require(${JSON.stringify(addon)}); const d = new D(${JSON.stringify(lock)});
       d.exec('BEGIN EXCLUSIVE'); console.log('held'); setInterval(() => d.open, 1000)`,
    )
    const holder = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise((resolve) => holder.stdout.once('data', resolve))
    expect((await openError()).code).toBe('in-use')
    const ended = new Promise((resolve) => holder.once('exit', resolve))
    holder.kill('SIGKILL')
    await ended
    await open()
  })

  test('what was committed is there after the engine was killed, what was not is gone', async () => {
    const script = join(folder, 'write.ts')
    const here = (name: string) => JSON.stringify(new URL(name, import.meta.url).href)
    writeFileSync(
      script,
      `import { openStore } from ${here('./database.ts')}
       import { systemClock } from ${here('../../../telephony/clock.ts')}
       import { silentLogger } from ${here('../../../telephony/logger.ts')}
       const add = (db, name) => db.insertInto('setting').values({ name, value: '1', changed_at: 1 }).execute()
       void (async () => {
         const store = await openStore({ file: ${JSON.stringify(file)}, clock: systemClock, logger: silentLogger })
         await store.write(({ db }) => add(db, 'committed'))
         await store.write(async ({ db }) => {
           await add(db, 'half way')
           process.kill(process.pid, 'SIGKILL')
           await new Promise(() => setInterval(() => {}, 1000))
         })
       })()`,
    )
    const engine = spawn(process.execPath, ['--import', 'tsx', script], { stdio: 'inherit' })
    expect(await new Promise((resolve) => engine.once('exit', (_code, signal) => resolve(signal)))).toBe('SIGKILL')
    expect(await settingNames(await open())).toEqual(['committed'])
  })

  test('a file from a newer version is left as it is', async () => {
    await (await open()).close()
    const newer = new SqliteDatabase(file)
    newer.pragma('user_version = 99990')
    newer.pragma('journal_mode = DELETE')
    newer.close()
    const before = readFileSync(file)
    const error = await openError()
    expect(error.code).toBe('from-newer-version')
    expect(error.message).toContain('newer version')
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('a file that is no database is named damaged and left as it is', async () => {
    await (await open()).close()
    const nonsense = Buffer.from('these bytes are not an inbox '.repeat(400))
    writeFileSync(file, nonsense)
    const error = await openError()
    expect(error.code).toBe('damaged')
    expect(error.remedy).toContain('backup')
    expect(readFileSync(file).equals(nonsense)).toBe(true)
  })

  test('overwritten pages are found by the check at start', async () => {
    const store = await open()
    for (let index = 0; index < 50; index += 1) await addSetting(store, `s${index}`, 'x'.repeat(2000))
    await store.close()
    const bytes = readFileSync(file)
    bytes.fill(0xa5, 8 * 4096, bytes.length - 4096)
    writeFileSync(file, bytes)
    expect((await openError()).code).toBe('damaged')
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })

  test("another program's database is not taken for an inbox", async () => {
    await (await open()).close()
    rmSync(file)
    const foreign = new SqliteDatabase(file)
    foreign.exec('CREATE TABLE bookmarks (url TEXT)')
    foreign.close()
    expect((await openError()).code).toBe('damaged')
  })

  test('an inbox that was emptied is named damaged, not begun anew: its opt-outs are gone', async () => {
    await (await open()).close()
    writeFileSync(file, '')
    expect((await openError()).code).toBe('damaged')
    expect(readFileSync(file)).toHaveLength(0)
  })

  test('an inbox that is gone while SQLite had still to write into it is named damaged', async () => {
    await (await open()).close()
    rmSync(file)
    writeFileSync(`${file}-wal`, 'the last texts')
    expect((await openError()).code).toBe('damaged')
  })

  test('a damaged lock is made anew: nothing is kept in it', async () => {
    const first = await open()
    await addSetting(first, 'kept')
    await first.close()
    writeFileSync(`${file}.lock`, 'not a database '.repeat(100))
    expect(await settingNames(await open())).toEqual(['kept'])
  })

  test('a place that cannot be written to is named', async () => {
    writeFileSync(join(folder, 'data'), 'a file where the folder should be')
    const error = await openError()
    expect(error.code).toBe('not-writable')
    expect(error.remedy).toContain('disk')
  })
})

describe('writing', () => {
  test('tells what was touched, once, after the commit', async () => {
    const store = await open()
    const changes: Change[] = []
    const order: string[] = []
    const stop = store.onCommit((change) => {
      changes.push(change)
      order.push('listener')
    })
    const before = store.revision()
    await store.write(async (work) => {
      work.touched('c1')
      work.touched('c1')
      work.callsChanged()
      work.afterCommit(() => order.push('after'))
      await work.db.insertInto('setting').values({ name: 'a', value: '1', changed_at: now }).execute()
      order.push('work')
      expect(await settingNames(store)).toEqual([])
    })
    expect(order).toEqual(['work', 'listener', 'after'])
    expect(changes).toEqual([{ revision: before + 1, conversationIds: ['c1'], callsChanged: true }])
    stop()
    await addSetting(store, 'b')
    expect(changes).toHaveLength(1)
  })

  test('what throws is undone and told to nobody', async () => {
    const store = await open()
    const before = store.revision()
    let told = 0
    store.onCommit(() => (told += 1))
    const failed = store.write(async (work) => {
      work.afterCommit(() => (told += 1))
      await work.db.insertInto('setting').values({ name: 'a', value: '1', changed_at: now }).execute()
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    expect(await settingNames(store)).toEqual([])
    expect(store.revision()).toBe(before)
    expect(told).toBe(0)
  })

  test('transactions run one after the other in the order they were asked for', async () => {
    const store = await open()
    const order: string[] = []
    const work = (name: string) =>
      store.write(async ({ db }) => {
        order.push(`${name} begins`)
        await db.selectFrom('setting').selectAll().execute()
        await new Promise((resolve) => setImmediate(resolve))
        order.push(`${name} ends`)
      })
    await Promise.all([work('a'), work('b'), work('c')])
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  })

  test('what another program keeps from being written is told, and named for what it is', async () => {
    const store = await open()
    const told: StoreError[] = []
    const stop = store.onRefused((problem) => told.push(problem))
    const scanner = new SqliteDatabase(file)
    scanner.exec('BEGIN EXCLUSIVE')
    await expect(addSetting(store, 'a')).rejects.toThrow('Another program keeps Ringback from writing')
    scanner.exec('ROLLBACK')
    scanner.close()
    await addSetting(store, 'b')
    expect(told).toMatchObject([{ code: 'not-writable', ofDisk: false }])
    expect(told[0]?.plainly.join(' ')).toMatch(/^Another program .* by itself\.$/)
    stop()
  }, 10_000)

  test('a listener that throws harms nobody', async () => {
    const store = await open()
    let heard = 0
    store.onCommit(() => {
      throw new Error('broken listener')
    })
    store.onCommit(() => (heard += 1))
    await addSetting(store, 'a')
    expect(heard).toBe(1)
  })

  test('a write inside a write is refused instead of waiting for ever', async () => {
    const store = await open()
    await expect(store.write(() => addSetting(store, 'a'))).rejects.toThrow('write inside a write')
    await addSetting(store, 'b')
    expect(await settingNames(store)).toEqual(['b'])
  })

  test('a commit may lead to another write', async () => {
    const store = await open()
    const done = new Promise<void>((resolve) => {
      void store.write(async (work) => {
        await Promise.resolve()
        work.afterCommit(() => void addSetting(store, 'later').then(resolve))
      })
    })
    await done
    expect(await settingNames(store)).toEqual(['later'])
  })

  test('reading connections cannot write', async () => {
    const store = await open()
    const write = store.db.insertInto('setting').values({ name: 'a', value: '1', changed_at: now }).execute()
    await expect(write).rejects.toThrow(/readonly/)
  })

  test('closing waits for the work that was asked for, and ends it', async () => {
    const store = await open()
    const written = addSetting(store, 'a')
    await store.close()
    await written
    await expect(addSetting(store, 'b')).rejects.toThrow('closed')
    expect(await settingNames(await open())).toEqual(['a'])
  })
})

test('a backup is a whole inbox of its own that only its user can read', async () => {
  const store = await open()
  await addSetting(store, 'a')
  const target = join(folder, 'backups', 'copy.sqlite')
  await store.backup(target)
  await store.backup(target)
  expect(statSync(target).mode & 0o777).toBe(0o600)
  expect(existsSync(`${target}.unfinished`)).toBe(false)
  const copy = await openStore({ file: target, clock: new ManualClock(now), logger: silentLogger })
  stores.push(copy)
  expect(await settingNames(copy)).toEqual(['a'])
})

test('a backup comes to its end however much is written meanwhile, and holds nothing that is half written', async () => {
  const store = await open()
  await addSetting(store, 'large', 'x'.repeat(6_000_000))
  const target = join(folder, 'backups', 'copy.sqlite')
  const state = { done: false }
  const backup = store.backup(target).then(() => (state.done = true))
  let written = 0
  // Two rows with a pause between: both or none.
  while (!state.done && written < 400) {
    written += 1
    await store.write(async ({ db }) => {
      const row = (which: string) => ({ name: `${written}.${which}`, value: '1', changed_at: now })
      await db.insertInto('setting').values(row('a')).execute()
      await new Promise((resolve) => setImmediate(resolve))
      await db.insertInto('setting').values(row('b')).execute()
    })
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  expect(state.done).toBe(true)
  await backup
  const copy = new SqliteDatabase(target, { readonly: true })
  expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
  const half = copy
    .prepare(
      "SELECT name FROM setting WHERE name LIKE '%.a' AND replace(name, '.a', '.b') NOT IN (SELECT name FROM setting)",
    )
    .all()
  copy.close()
  expect(half).toEqual([])
})
