import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Result } from '../../contract/result.ts'
import { optOut } from '../followup/stop.ts'
import type { InboxContext } from './commands.ts'
import { manyCommands } from './many-commands.ts'
import { aCall, conversationRow, happens, openOffice, view } from './testing.ts'
import type { Office } from './testing.ts'
import { DoneMemory } from './undo-done.ts'

let office: Office
let context: InboxContext
let ids: string[]
let contactIds: string[]

beforeEach(async () => {
  office = await openOffice()
  const { store, clock } = office
  context = { store, clock, live: () => new Set(), sentence: view.sentence, done: new DoneMemory() }
  ids = []
  for (let n = 0; n < 3; n += 1) ids.push((await happens(office, aCall(), `+1530555010${n}`)).conversationId)
  contactIds = await Promise.all(ids.map(async (id) => (await conversationRow(office, id)).contact_id))
})
afterEach(() => office.end())

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}

type Change = 'done' | 'undo-done' | 'read' | 'unread'
const change = async (of: string[], to: Change) =>
  value(await manyCommands['conversations:change-many']({ ids: of, change: to }, context)).changed
const states = () => Promise.all(ids.map(async (id) => (await conversationRow(office, id)).state))

test('many are done in one transaction, which tells whom it changed and can be taken back', async () => {
  const [first = ''] = ids
  await change([first], 'done')
  const revision = office.store.revision()
  const changed = await change([...ids, 'gone', first], 'done')
  expect(changed).toEqual(ids.slice(1))
  expect(office.store.revision()).toBe(revision + 1)
  expect(await states()).toEqual(['done', 'done', 'done'])
  expect(await change(ids, 'done')).toEqual([])
  expect(await change(changed, 'undo-done')).toEqual(changed)
  expect(await states()).toEqual(['done', 'needs-reply', 'needs-reply'])
})

test('many are read and unread again', async () => {
  expect(await change(ids, 'unread')).toEqual(ids)
  expect(await change(ids, 'unread')).toEqual([])
  expect(await change(ids.slice(1), 'read')).toEqual(ids.slice(1))
  expect(await Promise.all(ids.map(async (id) => (await conversationRow(office, id)).unread))).toEqual([1, 0, 0])
})

test('many want no texts; who said so before keeps it when that is taken back', async () => {
  const [first = ''] = contactIds
  const wish = async (of: string[], to: 'no-texts' | 'texts') =>
    value(await manyCommands['contacts:opt-out-many']({ ids: of, wish: to }, context)).changed
  expect(await wish([first], 'no-texts')).toEqual([first])
  const changed = await wish([...contactIds, 'gone'], 'no-texts')
  expect(changed).toEqual(contactIds.slice(1))
  expect(await wish(contactIds, 'no-texts')).toEqual([])
  expect(await wish(changed, 'texts')).toEqual(changed)
  const left = await office.store.db.selectFrom('opt_out').select(['number', 'source']).execute()
  expect(left).toEqual([{ number: '+15305550100', source: 'staff' }])
})

test('the STOP that a contact wrote stays when what staff entered before is taken back', async () => {
  const [first = ''] = contactIds
  const entered = await manyCommands['contacts:opt-out-many']({ ids: [first], wish: 'no-texts' }, context)
  expect(value(entered).changed).toEqual([first])
  const stop = { number: '+15305550100', source: 'text', evidence: 'STOP', now: office.clock.now() } as const
  await office.store.write((work) => optOut(work, stop))
  const undone = await manyCommands['contacts:opt-out-many']({ ids: [first], wish: 'texts' }, context)
  expect(value(undone).changed).toEqual([])
  const stands = await office.store.db.selectFrom('opt_out').select(['source', 'evidence']).execute()
  expect(stands).toEqual([{ source: 'text', evidence: 'STOP' }])
  const audited = await office.store.db.selectFrom('opt_out_audit').select('source').execute()
  expect(audited.map(({ source }) => source)).toEqual(['staff', 'text'])
})
