import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hour, minute, pat, second, TextingOffice } from '../outbox/testing.ts'
import { textCommands } from '../outbox/commands.ts'

let office: TextingOffice
let id: string
beforeEach(async () => {
  office = new TextingOffice()
  Object.assign(office.settings.followUp, { secondOn: true, thirdOn: true })
  await office.open()
  await office.call()
  await office.passSlowly(20 * second)
  id = await office.conversation()
})
afterEach(() => office.end())

async function next() {
  return office.store.db
    .selectFrom('message')
    .innerJoin('outbox', 'outbox.message_id', 'message.id')
    .select(['message.id', 'message.body', 'message.step', 'outbox.due_at', 'message.edited'])
    .executeTakeFirst()
}
const nextId = async () => (await next())?.id ?? ''
const edit = async (body: string | null) =>
  textCommands['follow-ups:edit']({ conversationId: id, messageId: await nextId(), body }, office.context)
const skip = async () =>
  textCommands['follow-ups:skip']({ conversationId: id, messageId: await nextId() }, office.context)
const undo = () => textCommands['follow-ups:undo']({ conversationId: id }, office.context)
const later = () => office.passSlowly(2 * hour + minute, minute)

describe('the next automatic text in staff’s own words', () => {
  test('goes out as it was written, with how to opt out, and only this one', async () => {
    expect(await edit('We kept Thursday free for you, {caller|there}.')).toEqual({ ok: true, value: undefined })
    await later()
    expect(office.sent()[1]).toBe('We kept Thursday free for you, there. Reply STOP and we will not text you again.')
    expect((await next())?.edited).toBe(0)
  })

  test('is refused where it could not be sent, and for a text that is not the next one', async () => {
    expect(await edit('Hello {nobody}')).toMatchObject({ ok: false, failure: { code: 'bad-input' } })
    expect(await edit('Reply CANCEL if you cannot come')).toMatchObject({ ok: false })
    const input = { conversationId: id, messageId: 'another', body: 'Hello' }
    expect(await textCommands['follow-ups:edit'](input, office.context)).toMatchObject({ ok: false })
  })

  test('does not go past the rules', async () => {
    await edit('We kept Thursday free for you.')
    office.carrier.receive({ from: pat, body: 'Found somebody else' })
    await office.poller.pollNow()
    await later()
    expect(office.sent()).toHaveLength(1)
  })

  test('gives way to the template again', async () => {
    const before = (await next())?.body
    await edit('Own words')
    expect(await edit(null)).toMatchObject({ ok: true })
    expect(await next()).toMatchObject({ body: before, edited: 0 })
  })
})

describe('undo', () => {
  test('of "skip" puts the text back at its time, and the one after it away', async () => {
    const before = await next()
    await skip()
    expect((await next())?.step).toBe(3)
    expect(await undo()).toMatchObject({ ok: true })
    expect(await next()).toEqual(before)
    expect(await office.happenings()).toEqual([])
    await later()
    expect(office.sent()).toHaveLength(2)
    expect((await next())?.step).toBe(3)
  })

  test('of "skip" for the last text lets the follow-up run again', async () => {
    await skip()
    const last = await next()
    await skip()
    expect(await next()).toBeUndefined()
    expect(await undo()).toMatchObject({ ok: true })
    expect(await next()).toEqual(last)
    expect(await undo()).toMatchObject({ ok: false })
  })

  test('of "stop" lets it go on', async () => {
    const before = await next()
    await textCommands['follow-ups:stop']({ conversationId: id }, office.context)
    expect(await next()).toBeUndefined()
    expect(await undo()).toMatchObject({ ok: true })
    expect(await next()).toEqual(before)
  })

  test('is over once something new has happened', async () => {
    await skip()
    office.carrier.receive({ from: pat, body: 'Hello' })
    await office.poller.pollNow()
    expect(await undo()).toMatchObject({ ok: false, failure: { code: 'not-found' } })
    await later()
    expect(office.sent()).toHaveLength(1)
  })
})
