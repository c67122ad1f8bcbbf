import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sentence } from '../inbox/call-sentence.ts'
import type { Gateway } from '../../../telephony/sms/gateway.ts'
import { inboxCommands } from '../inbox/commands.ts'
import type { InboxContext } from '../inbox/commands.ts'
import { conversationRow } from '../inbox/testing.ts'
import { DoneMemory } from '../inbox/undo-done.ts'
import { textCommands } from '../outbox/commands.ts'
import { hour, pat, second, TextingOffice } from '../outbox/testing.ts'
import { stopForNow } from './stop-for-now.ts'

let office: TextingOffice
let context: InboxContext
let id: string

beforeEach(async () => {
  office = new TextingOffice()
  await office.open()
  context = {
    store: office.store,
    clock: office.clock,
    live: () => office.live,
    sentence,
    done: new DoneMemory(),
    stopFollowUp: (work, conversationId) =>
      stopForNow(work, conversationId, office.clock.now(), () => office.dispatcher.surroundings()),
  }
  await office.call()
  id = await office.conversation()
})
afterEach(() => office.end())

const row = () => conversationRow(office, id)
async function ask(name: 'conversations:mark-done' | 'conversations:undo-done' | 'conversations:reopen') {
  const result = await inboxCommands[name]({ id }, context)
  await office.pass(0)
  return result
}

/** All that a follow-up stands in. */
async function everything() {
  const { db } = office.store
  return {
    conversation: await row(),
    followUps: await db.selectFrom('follow_up').selectAll().execute(),
    messages: await db.selectFrom('message').selectAll().execute(),
    outbox: await db.selectFrom('outbox').selectAll().execute(),
    happenings: await office.happenings(),
  }
}

describe('"Done" by mistake', () => {
  test('stops the text, and Undo brings back exactly what was', async () => {
    const before = await everything()
    expect(before.conversation.state).toBe('waiting')
    await ask('conversations:mark-done')
    expect(await row()).toMatchObject({ state: 'done' })
    expect(await office.states()).toEqual(['cancelled'])
    await office.pass(5 * second)
    expect(await ask('conversations:undo-done')).toMatchObject({ ok: true })
    expect(await everything()).toEqual(before)
    await office.passSlowly(10 * second)
    expect(office.sent()).toHaveLength(1)
  })

  test('said twice is undone all the same', async () => {
    await ask('conversations:mark-done')
    await ask('conversations:mark-done')
    await ask('conversations:undo-done')
    expect(await office.states()).toEqual(['queued'])
  })

  test('undone after the text was due sends it then, unless a rule has something against it', async () => {
    await ask('conversations:mark-done')
    await office.pass(20 * second)
    expect(office.sent()).toEqual([])
    await ask('conversations:undo-done')
    await office.pass(second)
    expect(office.sent()).toHaveLength(1)
    expect(await office.states()).toEqual(['sent'])
  })

  test('undone after an hour sends nothing: it would come too late, and the call needs a call back', async () => {
    await ask('conversations:mark-done')
    await office.pass(hour)
    await ask('conversations:undo-done')
    await office.pass(second)
    expect(office.sent()).toEqual([])
    expect(await row()).toMatchObject({ state: 'needs-reply' })
  })

  test('while the text is on its way is undone, too, and the follow-up ends as it would have', async () => {
    await office.pass(14 * second)
    const release = holdSends()
    await office.pass(second)
    expect(await office.states()).toEqual(['sending'])
    await ask('conversations:mark-done')
    release()
    await office.pass(second)
    expect(await office.states()).toEqual(['sent'])
    await ask('conversations:undo-done')
    expect((await everything()).followUps).toMatchObject([{ state: 'completed', stop_reason: 'completed' }])
    expect(await row()).toMatchObject({ state: 'waiting' })
    await office.pass(hour)
    expect(office.sent()).toHaveLength(1)
  })

  test('cannot be undone once the contact has called again: that call is a new matter', async () => {
    await ask('conversations:mark-done')
    await office.call()
    expect(await ask('conversations:undo-done')).toMatchObject({ ok: false, failure: { code: 'not-found' } })
  })

  test('undone after an opt-out, taken back or not, revives no text', async () => {
    await ask('conversations:mark-done')
    const { contact_id } = await row()
    await textCommands['contacts:opt-out']({ id: contact_id }, office.context)
    await textCommands['contacts:opt-in']({ id: contact_id }, office.context)
    await ask('conversations:undo-done')
    expect(await office.states()).toEqual(['cancelled'])
    expect(await row()).toMatchObject({ state: 'needs-reply' })
  })

  test('undone after a pause revives no text', async () => {
    await ask('conversations:mark-done')
    context.done.forgetFollowUps()
    await ask('conversations:undo-done')
    expect(await office.states()).toEqual(['cancelled'])
  })

  test('undone brings back what was unread', async () => {
    await office.store.write(async ({ db }) => {
      await db.updateTable('conversation').set({ unread: 1 }).execute()
    })
    await ask('conversations:mark-done')
    expect(await row()).toMatchObject({ unread: 0 })
    await ask('conversations:undo-done')
    expect(await row()).toMatchObject({ unread: 1 })
  })
})

test('Reopen revives no text: the conversation needs a reply', async () => {
  await ask('conversations:mark-done')
  await ask('conversations:reopen')
  expect(await office.states()).toEqual(['cancelled'])
  expect(await row()).toMatchObject({ state: 'needs-reply' })
  expect(office.sent(pat)).toEqual([])
})

/** The carrier takes its time; what is returned lets it go on. */
function holdSends(): () => void {
  const { gateway } = office
  if (!gateway) throw new Error('The office has no gateway')
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  const slow: Gateway = {
    name: gateway.name,
    account: gateway.account,
    from: gateway.from,
    can: gateway.can,
    received: (page) => gateway.received(page),
    sentTo: (number, page) => gateway.sentTo(number, page),
    fetch: (providerId) => gateway.fetch(providerId),
    check: () => gateway.check(),
    send: async (text) => {
      await held
      return gateway.send(text)
    },
  }
  office.gateway = slow
  return () => release()
}

test('"Skip" is not taken back once a later call has begun a follow-up of its own', async () => {
  const { id: messageId } = await office.store.db.selectFrom('message').select('id').executeTakeFirstOrThrow()
  await textCommands['follow-ups:skip']({ conversationId: id, messageId }, office.context)
  await office.passSlowly(30 * second, 10 * second)
  expect(await office.call()).toMatchObject({ verdict: 'text' })
  expect(await textCommands['follow-ups:undo']({ conversationId: id }, office.context)).toMatchObject({ ok: false })
  await office.passSlowly(20 * second, 5 * second)
  expect(office.sent()).toHaveLength(1)
})
