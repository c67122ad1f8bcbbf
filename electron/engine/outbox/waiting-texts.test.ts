import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { UndoMemory } from '../contacts/undo-memory.ts'
import { saveSection } from '../settings/settings.ts'
import { textCommands } from './commands.ts'
import { hour, minute, pat, second, TextingOffice } from './testing.ts'

let office: TextingOffice
let id: string
beforeEach(async () => {
  office = new TextingOffice()
  await office.open()
  await office.call()
  await office.passSlowly(20 * second)
  id = await office.conversation()
})
afterEach(() => office.end())

type When = { kind: 'undoable' } | { kind: 'at'; at: number }

async function write(body: string, when?: When): Promise<string> {
  const messageId = randomUUID()
  const input = { conversationId: id, messageId, body, ...(when ? { when } : {}) }
  expect(await textCommands['messages:send'](input, office.context)).toMatchObject({ ok: true })
  await office.pass(0)
  return messageId
}

const cancel = (messageId: string) => textCommands['messages:cancel']({ id: messageId }, office.context)
const change = (messageId: string, at: number | null, body?: string) =>
  textCommands['messages:change']({ id: messageId, at, body }, office.context)
const said = () => office.sent().slice(1)
const state = () =>
  office.store.db
    .selectFrom('conversation')
    .select(['state', 'waiting_since', 'unread'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

describe('a text that can be undone', () => {
  test('goes out after the seconds that the office has set', async () => {
    await write('Hello', { kind: 'undoable' })
    await office.passSlowly(4 * second)
    expect(said()).toEqual([])
    await office.passSlowly(3 * second)
    expect(said()).toEqual(['Hello'])
    await office.store.write((work) => saveSection(work, 'writing', { undoSeconds: 0 }, 0))
    await write('At once', { kind: 'undoable' })
    await office.passSlowly(2 * second)
    expect(said()).toEqual(['Hello', 'At once'])
  })

  test('taken back gives its words back, is never sent, and the contact waits as before', async () => {
    office.carrier.receive({ from: pat, body: 'Are you there?' })
    await office.poller.pollNow()
    const before = await state()
    expect(before).toMatchObject({ state: 'needs-reply', unread: 1 })
    const text = await write('Yes', { kind: 'undoable' })
    expect(await state()).toMatchObject({ state: 'waiting' })
    expect(await cancel(text)).toEqual({ ok: true, value: { body: 'Yes' } })
    expect(await state()).toEqual(before)
    await office.passSlowly(20 * second)
    expect(said()).toEqual([])
    expect(await cancel(text)).toMatchObject({ ok: false, failure: { code: 'not-found' } })
  })

  test('that is out or on its way is not taken back', async () => {
    const text = await write('Hello', { kind: 'undoable' })
    await office.passSlowly(7 * second)
    expect(await cancel(text)).toMatchObject({ ok: false })
    expect(said()).toEqual(['Hello'])
  })

  test('taken back after a restart needs a look, since nobody knows what was before', async () => {
    const text = await write('Hello', { kind: 'undoable' })
    await office.restart()
    office.written = new UndoMemory()
    expect(await cancel(text)).toMatchObject({ ok: true })
    expect(await state()).toMatchObject({ state: 'needs-reply' })
    await office.passSlowly(20 * second)
    expect(said()).toEqual([])
  })

  test('is either taken back or sent, never both, however close the two come', async () => {
    for (const [index, wait] of [4990, 4999, 5000, 5001, 5010].entries()) {
      const text = await write(`Hello ${index}`, { kind: 'undoable' })
      await office.clock.advance(wait)
      const cancelled = cancel(text)
      await office.passSlowly(3 * second)
      const { ok } = await cancelled
      expect(said().includes(`Hello ${index}`), String(wait)).toBe(!ok)
    }
  })

  test('keeps its order with those before it', async () => {
    await write('One', { kind: 'undoable' })
    await write('Two')
    await office.passSlowly(10 * second)
    expect(said()).toEqual(['One', 'Two'])
  })
})

test('a follow-up that a text stopped goes on when the text is taken back', async () => {
  Object.assign(office.settings.followUp, { secondOn: true })
  await office.call({}, '+15305550102')
  await office.passSlowly(20 * second)
  id = await office.conversation('+15305550102')
  const text = await write('Hello', { kind: 'undoable' })
  expect(await office.stopReason()).toBe('staff-wrote')
  await cancel(text)
  expect(await office.stopReason()).toBeNull()
  await office.passSlowly(3 * hour, 10 * minute)
  expect(office.sent('+15305550102')).toHaveLength(2)
})

describe('a text for later', () => {
  test('goes out at its time, whatever is said meanwhile', async () => {
    const at = office.clock.now() + 3 * hour
    await write('See you tomorrow', { kind: 'at', at })
    office.carrier.receive({ from: pat, body: 'Hi' })
    await office.poller.pollNow()
    await write('Hi Pat')
    await office.passSlowly(5 * second)
    expect(said()).toEqual(['Hi Pat'])
    await office.quicklyUntil(at + 2 * second)
    expect(said()).toEqual(['Hi Pat', 'See you tomorrow'])
    const row = await office.store.db
      .selectFrom('message')
      .select('at')
      .where('body', '=', 'See you tomorrow')
      .executeTakeFirstOrThrow()
    expect(row.at).toBeGreaterThanOrEqual(at)
  })

  test('can get other words and another time, go at once, and be taken back', async () => {
    const at = office.clock.now() + 3 * hour
    const first = await write('One', { kind: 'at', at })
    expect(await change(first, at + hour, 'One, later')).toMatchObject({ ok: true })
    await office.quicklyUntil(at + minute)
    expect(said()).toEqual([])
    expect(await change(first, null)).toMatchObject({ ok: true })
    await office.passSlowly(2 * second)
    expect(said()).toEqual(['One, later'])
    const other = await write('Two', { kind: 'at', at: office.clock.now() + hour })
    expect(await cancel(other)).toEqual({ ok: true, value: { body: 'Two' } })
    expect(await change(other, null)).toMatchObject({ ok: false })
    await office.passSlowly(2 * hour, 10 * minute)
    expect(said()).toEqual(['One, later'])
  })

  test('is shown to staff instead when its time was missed by more than an hour', async () => {
    const at = office.clock.now() + 3 * hour
    const text = await write('Good morning', { kind: 'at', at })
    await office.muchLater(5 * hour)
    await office.passSlowly(2 * second)
    expect(said()).toEqual([])
    expect((await office.states()).at(-1)).toBe('failed')
    await textCommands['messages:send-again']({ id: text }, office.context)
    await office.passSlowly(2 * second)
    expect(said()).toEqual(['Good morning'])
  })

  test('is not sent to somebody who opted out meanwhile', async () => {
    await write('See you', { kind: 'at', at: office.clock.now() + hour })
    office.carrier.receive({ from: pat, body: 'STOP' })
    await office.poller.pollNow()
    await office.passSlowly(2 * hour, 10 * minute)
    expect(said()).not.toContain('See you')
  })

  test('is not sent to somebody whose STOP the gateway has already', async () => {
    await write('See you tomorrow', { kind: 'at', at: office.clock.now() + hour })
    office.clock.jumpTo(office.clock.now() + hour - minute)
    office.carrier.receive({ from: pat, body: 'STOP' })
    await office.pass(2 * minute)
    expect(said()).toEqual([])
  })

  test('keeps the time of day that staff chose when the PC’s clock is set', async () => {
    const at = office.clock.now() + 3 * hour
    await write('See you', { kind: 'at', at })
    await office.setClock(-2 * hour)
    await office.quicklyUntil(at - minute)
    expect(said()).toEqual([])
    await office.quicklyUntil(at + minute)
    expect(said()).toEqual(['See you'])
  })

  test('cannot be for a time that is over', async () => {
    const when = { kind: 'at', at: office.clock.now() - 1 } as const
    const input = { conversationId: id, messageId: randomUUID(), body: 'Hello', when }
    expect(await textCommands['messages:send'](input, office.context)).toMatchObject({ ok: false })
    const text = await write('Hello', { kind: 'at', at: office.clock.now() + hour })
    expect(await change(text, office.clock.now() - 1)).toMatchObject({ ok: false })
  })
})
