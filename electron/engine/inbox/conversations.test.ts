import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Change } from '../store/database.ts'
import { recordCall } from './calls.ts'
import { renameContact } from './contacts.ts'
import { staffWrote } from './answered.ts'
import {
  applyEvent,
  countNeedsReply,
  markRead,
  needsReply,
  openConversation,
  refreshConversation,
} from './conversations.ts'
import {
  aCall,
  addFollowUp,
  addMessage,
  caller,
  conversationRow,
  happens,
  minute,
  noon,
  openOffice,
} from './testing.ts'
import type { Office } from './testing.ts'

let office: Office
beforeEach(async () => void (office = await openOffice()))
afterEach(() => office.end())

describe('a missed call', () => {
  test('opens a conversation that needs a call back', async () => {
    const changes: Change[] = []
    office.store.onCommit((change) => changes.push(change))
    const { conversationId, fresh } = await happens(office, aCall({ callerName: 'Dana Cole' }))
    expect(fresh).toBe(true)
    expect(await conversationRow(office, conversationId)).toMatchObject({
      state: 'needs-reply',
      waiting_since: noon + 20_000,
      last_activity_at: noon + 20_000,
      missed_calls: 1,
      line: '+12125550100',
      snippet_kind: 'call',
      // As the conversation tells it.
      snippet_text: 'Rang 101 for 18 s, but nobody answered.',
    })
    expect(await countNeedsReply(office.store.db)).toBe(1)
    expect(changes).toEqual([
      { revision: office.store.revision(), conversationIds: [conversationId], callsChanged: true },
    ])
  })

  test('told twice is stored once', async () => {
    const call = aCall()
    const first = await happens(office, call)
    const second = await happens(office, call)
    expect(second).toEqual({ ...first, fresh: false })
    expect(await conversationRow(office, first.conversationId)).toMatchObject({ missed_calls: 1 })
  })

  test('waits for the contact while a follow-up runs, and after its text went out', async () => {
    const { conversationId, callId } = await happens(office, aCall())
    const followUp = await addFollowUp(office, {
      conversation_id: conversationId,
      call_id: callId,
      started_at: noon + 20_000,
    })
    expect(await conversationRow(office, conversationId)).toMatchObject({ state: 'waiting', waiting_since: null })
    const auto = { conversation_id: conversationId, author: 'auto', follow_up_id: followUp, step: 1 } as const
    await addMessage(office, { ...auto, at: noon + 35_000, body: 'Sorry we missed you' })
    await office.store.write(async (work) => {
      await work.db.updateTable('follow_up').set({ state: 'completed' }).execute()
      await refreshConversation(work, conversationId)
    })
    expect(await conversationRow(office, conversationId)).toMatchObject({ state: 'waiting', snippet_kind: 'auto' })
    // Called again within the day: the text still answers it.
    await happens(office, aCall({ startedAt: noon + 10 * minute }))
    expect(await conversationRow(office, conversationId)).toMatchObject({ state: 'waiting', missed_calls: 2 })
    // The next day it does not.
    await happens(office, aCall({ startedAt: noon + 24 * 60 * minute + minute }))
    expect(await conversationRow(office, conversationId)).toMatchObject({
      state: 'needs-reply',
      waiting_since: noon + 24 * 60 * minute + minute + 20_000,
    })
  })

  test('needs a call back after all when its text fails', async () => {
    const { conversationId, callId } = await happens(office, aCall())
    const followUp = await addFollowUp(office, {
      conversation_id: conversationId,
      call_id: callId,
      started_at: noon,
      state: 'stopped',
      stop_reason: 'failed',
    })
    const auto = { conversation_id: conversationId, author: 'auto', follow_up_id: followUp, step: 1 } as const
    await addMessage(office, { ...auto, at: noon + 35_000, state: 'failed' })
    expect(await conversationRow(office, conversationId)).toMatchObject({
      state: 'needs-reply',
      waiting_since: noon + 20_000,
      failed: 1,
    })
  })

  test('after the talk that followed the text is a new matter', async () => {
    const { conversationId, callId } = await happens(office, aCall())
    await addFollowUp(office, {
      conversation_id: conversationId,
      call_id: callId,
      started_at: noon + 20_000,
      state: 'stopped',
    })
    await happens(office, aCall({ startedAt: noon + 5 * minute, outcome: 'answered' }))
    expect(await conversationRow(office, conversationId)).toMatchObject({ state: 'done', missed_calls: 0 })
    await happens(office, aCall({ startedAt: noon + 9 * minute }))
    expect(await conversationRow(office, conversationId)).toMatchObject({ state: 'needs-reply', missed_calls: 1 })
  })
})

describe('calls of other kinds', () => {
  test('internal calls are not stored', async () => {
    const recorded = await office.store.write((work) =>
      recordCall(work, aCall({ direction: 'internal' }), { party: null, line: null }, noon),
    )
    expect(recorded).toBeNull()
  })

  test('a call without a number is stored without a conversation', async () => {
    const { conversationId, callId } = await happens(office, aCall({ callerNumber: null }), null)
    expect(conversationId).toBe('')
    expect(callId).not.toBe('')
    expect(await office.store.db.selectFrom('conversation').selectAll().execute()).toEqual([])
  })

  test('staff calling somebody new opens no conversation, but is told in the one that comes', async () => {
    const outbound = await happens(office, aCall({ direction: 'outbound', outcome: 'answered' }))
    expect(outbound.conversationId).toBe('')
    const { conversationId } = await happens(office, aCall({ startedAt: noon + minute }))
    const calls = await office.store.db
      .selectFrom('call')
      .select('id')
      .where('conversation_id', '=', conversationId)
      .execute()
    expect(calls).toHaveLength(2)
  })

  test('a call back that was not taken answers the missed call', async () => {
    const { conversationId } = await happens(office, aCall())
    await happens(office, aCall({ direction: 'outbound', startedAt: noon + minute }))
    expect(await conversationRow(office, conversationId)).toMatchObject({
      state: 'waiting',
      snippet_text: 'You called, no answer',
    })
  })
})

describe('texts', () => {
  test('a reply is unread until somebody reads it, and waits until somebody writes', async () => {
    const { conversationId } = await happens(office, aCall())
    await addMessage(office, {
      conversation_id: conversationId,
      at: noon + minute,
      author: 'contact',
      direction: 'in',
      state: 'received',
      body: 'Is  3 pm\nfree?',
    })
    await office.store.write((work) => needsReply(work, conversationId, noon + minute))
    expect(await conversationRow(office, conversationId)).toMatchObject({
      state: 'needs-reply',
      unread: 1,
      snippet_kind: 'text-in',
      snippet_text: 'Is 3 pm free?',
    })
    await office.store.write((work) => markRead(work, conversationId))
    await office.store.write((work) => staffWrote(work, conversationId))
    expect(await conversationRow(office, conversationId)).toMatchObject({ state: 'waiting', unread: 0 })
  })

  test("staff's text that fails brings the conversation back, though it was marked done", async () => {
    const { conversationId } = await happens(office, aCall())
    const id = await addMessage(office, { conversation_id: conversationId, at: noon + minute, state: 'queued' })
    await office.store.write((work) => staffWrote(work, conversationId))
    await office.store.write((work) => applyEvent(work, conversationId, { kind: 'marked-done' }))
    const settle = (state: 'failed' | 'sent') =>
      office.store.write(async (work) => {
        await work.db.updateTable('message').set({ state }).where('id', '=', id).execute()
        await refreshConversation(work, conversationId)
      })
    await settle('failed')
    expect(await conversationRow(office, conversationId)).toMatchObject({
      state: 'needs-reply',
      waiting_since: noon + minute,
      failed: 1,
      unread: 1,
    })
    await settle('sent')
    expect(await conversationRow(office, conversationId)).toMatchObject({ failed: 0 })
  })

  test('a long text is cut between characters, and a picture without words is named', async () => {
    const { conversationId } = await happens(office, aCall())
    await addMessage(office, { conversation_id: conversationId, at: noon + minute, body: '👍'.repeat(300) })
    const long = await conversationRow(office, conversationId)
    expect(long.snippet_text).toBe(`${'👍'.repeat(159)}…`)
    await addMessage(office, { conversation_id: conversationId, at: noon + 2 * minute, body: '', media: 1 })
    expect((await conversationRow(office, conversationId)).snippet_text).toBe('Picture')
  })

  test('an automatic text that is only planned is not shown as said', async () => {
    const { conversationId } = await happens(office, aCall())
    await addMessage(office, { conversation_id: conversationId, at: noon + minute, author: 'auto', state: 'queued' })
    expect(await conversationRow(office, conversationId)).toMatchObject({ snippet_kind: 'call' })
  })
})

describe('contacts', () => {
  const open = (pbxName: string | null) =>
    office.store.write((work) => openConversation(work, caller, { now: noon, pbxName }))
  const name = async () => (await office.store.db.selectFrom('contact').select('name').executeTakeFirstOrThrow()).name

  test('are one per number, and keep the name that staff gave', async () => {
    const first = await open('DANA COLE')
    expect(await name()).toBe('DANA COLE')
    await open('COLE DANA')
    expect(await name()).toBe('COLE DANA')
    await office.store.write((work) => renameContact(work, first.contactId, ' Dana Cole '))
    expect(await open('SOMEBODY')).toEqual({ ...first, fresh: false })
    expect(await name()).toBe('Dana Cole')
    await office.store.write((work) => renameContact(work, first.contactId, ''))
    expect(await name()).toBe('SOMEBODY')
  })

  test.each(['5305550101', 'Anonymous', '<unknown>', '  ', null])('are not named %j', async (pbxName) => {
    await open(pbxName)
    expect(await name()).toBeNull()
  })
})

test('what is not there is said so', async () => {
  await office.store.write(async (work) => {
    expect(await applyEvent(work, 'nobody', { kind: 'marked-done' })).toBe(false)
    expect(await markRead(work, 'nobody')).toBe(false)
    expect(await renameContact(work, 'nobody', 'X')).toBe(false)
  })
})
