import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ManualClock } from '../../../telephony/clock.ts'
import { silentLogger } from '../../../telephony/logger.ts'
import { openStore } from '../store/database.ts'
import type { Store } from '../store/database.ts'
import { OptOutCopy } from './copy.ts'
import { isOptedOut, recordOptIn, recordOptOut } from './ledger.ts'
import { isOptOutAsked } from './question.ts'

const pat = '+15305550101'
const lou = '+15305550102'
const clock = new ManualClock(Date.UTC(2026, 10, 24, 18))

let folder: string
let store: Store
let copy: OptOutCopy

const file = () => join(folder, 'opt-outs.jsonl')

/** `inbox`: another name is another file, as after a restore. */
async function open(inbox: string): Promise<void> {
  store = await openStore({ file: join(folder, inbox), clock, logger: silentLogger })
  copy = new OptOutCopy({ file: file(), store, logger: silentLogger })
  await copy.start()
}

async function close(): Promise<void> {
  await copy.stop()
  await store.close()
}

async function say(change: 'out' | 'in', number: string): Promise<void> {
  await clock.advance(1000)
  const entry = { number, source: 'text', evidence: 'STOP it, says Pat', now: clock.now() } as const
  await store.write((work) => (change === 'out' ? recordOptOut(work, entry) : recordOptIn(work, entry)))
}

async function ask(number: string): Promise<void> {
  await clock.advance(1000)
  await store.write((work) => work.db.insertInto('opt_out_question').values({ number, at: clock.now() }).execute())
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-opt-outs-'))
  await open('first.sqlite')
})

afterEach(async () => {
  await close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the copy of the opt-outs beside the inbox', () => {
  test('brings back what was entered after the backup that was restored', async () => {
    await say('out', pat)
    await ask(lou)
    await close()
    await open('restored.sqlite')
    expect(await isOptedOut(store.db, pat)).toBe(true)
    expect(await isOptOutAsked(store.db, lou)).toBe(true)
    const audit = await store.db.selectFrom('opt_out_audit').selectAll().execute()
    expect(audit).toMatchObject([{ number: pat, change: 'out', source: 'text' }])
  })

  test('lets the last word hold, whichever it was', async () => {
    await say('out', pat)
    await say('in', pat)
    await say('out', lou)
    await say('in', lou)
    await say('out', lou)
    await close()
    await open('restored.sqlite')
    expect(await isOptedOut(store.db, pat)).toBe(false)
    expect(await isOptedOut(store.db, lou)).toBe(true)
  })

  test('never undoes what was entered later, however often Ringback starts', async () => {
    await say('out', pat)
    await say('in', pat)
    await close()
    await open('restored.sqlite')
    await say('out', pat)
    for (let start = 0; start < 3; start += 1) {
      await close()
      await open('restored.sqlite')
    }
    expect(await isOptedOut(store.db, pat)).toBe(true)
    expect(readFileSync(file(), 'utf8').trim().split('\n')).toHaveLength(3)
  })

  test('is made from the inbox where it is missing', async () => {
    await say('out', pat)
    await close()
    rmSync(file())
    await open('first.sqlite')
    expect(readFileSync(file(), 'utf8')).toContain(pat)
  })

  test('is for this user alone and holds nobody’s words', async () => {
    await say('out', pat)
    await copy.stop()
    expect(statSync(file()).mode & 0o777).toBe(0o600)
    expect(readFileSync(file(), 'utf8')).not.toContain('Pat')
  })

  test('survives a line that was cut off, and strange ones', async () => {
    await say('out', pat)
    await close()
    appendFileSync(file(), 'nonsense\n{"number":7}\n{"number":"+1530555')
    await open('first.sqlite')
    await say('out', lou)
    await close()
    await open('restored.sqlite')
    expect(await isOptedOut(store.db, pat)).toBe(true)
    expect(await isOptedOut(store.db, lou)).toBe(true)
  })
})
