import { appendFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { silentLogger } from '../../../telephony/logger.ts'
import { pat, TextingOffice } from '../outbox/testing.ts'
import { TextedCopy, textedOutsideInbox } from './texted-copy.ts'

const lou = '+15305550102'
let office: TextingOffice

beforeEach(async () => {
  office = new TextingOffice()
  await office.open()
})
afterEach(() => office.end())

test('while one number is forgotten, a text to another that goes at that moment is noted all the same', async () => {
  const { store, clock } = office
  const copy = new TextedCopy({ store, clock, logger: silentLogger, file: join(dirname(office.file), 'beside.jsonl') })
  copy.note(pat, clock.now())
  const forgetting = Promise.resolve(copy.forget(pat))
  const noted: number[] = []
  for (let turn = 0; turn < 20; turn += 1) {
    noted.unshift(clock.now() + turn)
    copy.note(lou, clock.now() + turn)
    await new Promise((resolve) => setImmediate(resolve))
  }
  await forgetting
  await copy.start()
  expect(await textedOutsideInbox(store.db, [lou])).toEqual(noted)
  expect(await textedOutsideInbox(store.db, [pat])).toEqual([])
})

test('what is noted after a line that a full disk or a power cut left half-written is known all the same', async () => {
  const { store, clock } = office
  const file = join(dirname(office.file), 'beside.jsonl')
  const copy = new TextedCopy({ store, clock, logger: silentLogger, file })
  appendFileSync(file, `{"number":"${pat}","a`)
  copy.note(lou, clock.now())
  await copy.start()
  expect(await textedOutsideInbox(store.db, [lou])).toEqual([clock.now()])
})
