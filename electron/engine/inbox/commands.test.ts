import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { noFilter } from '../../contract/list-limits.ts'
import type { ConversationDetail } from '../../contract/view-models.ts'
import type { Result } from '../../contract/result.ts'
import { saveSection } from '../settings/settings.ts'
import { inboxCommands } from './commands.ts'
import type { InboxContext } from './commands.ts'
import { needsReply } from './conversations.ts'
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
  view,
} from './testing.ts'
import type { Office } from './testing.ts'
import { DoneMemory } from './undo-done.ts'

let office: Office
let context: InboxContext

beforeEach(async () => {
  office = await openOffice()
  context = {
    store: office.store,
    clock: office.clock,
    live: () => new Set(),
    sentence: view.sentence,
    done: new DoneMemory(),
  }
  await office.store.write(async (work) => {
    await saveSection(work, 'business', { name: 'Harbor Dental', bookingLink: 'https://book.example/' }, noon)
    await saveSection(work, 'lines', view.lines, noon)
  })
})
afterEach(() => office.end())

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}

async function get(id: string): Promise<ConversationDetail> {
  return value(await inboxCommands['conversations:get']({ id, limit: 60 }, context))
}

/** A missed call, the first automatic text, and the reply. */
async function wholeStory(): Promise<{ conversationId: string; callId: string; followUp: string }> {
  const { conversationId, callId } = await happens(office, aCall({ callerName: 'Dana Cole' }))
  const followUp = await addFollowUp(office, {
    conversation_id: conversationId,
    call_id: callId,
    started_at: noon + 20_000,
    state: 'stopped',
    stop_reason: 'replied',
  })
  await office.store.write(async ({ db }) => {
    const decision = { call_id: callId, facts: '{}', at: noon + 20_000 }
    await db
      .insertInto('decision')
      .values([
        { ...decision, stage: 'call-ended', verdict: 'text', rule: 'missed-call', reason: 'Nobody answered.' },
        { ...decision, stage: 'sending', verdict: 'text', rule: 'still-right', reason: 'Still nobody answered.' },
      ])
      .execute()
    const happening = { id: randomUUID(), conversation_id: conversationId, event: 'follow-up-stopped' } as const
    await db
      .insertInto('happening')
      .values({ ...happening, text: 'Dana replied', at: noon + minute })
      .execute()
  })
  const text = { conversation_id: conversationId }
  await addMessage(office, {
    ...text,
    author: 'auto',
    body: 'Sorry!',
    state: 'delivered',
    at: noon + 29_000,
    sent_at: noon + 29_000,
    follow_up_id: followUp,
    step: 1,
  })
  await addMessage(office, {
    ...text,
    author: 'auto',
    body: 'Still there?',
    state: 'cancelled',
    at: noon,
    follow_up_id: followUp,
    step: 2,
  })
  await addMessage(office, {
    ...text,
    author: 'contact',
    direction: 'in',
    body: 'Hi',
    state: 'received',
    at: noon + minute,
  })
  await office.store.write((work) => needsReply(work, conversationId, noon + minute))
  return { conversationId, callId, followUp }
}

describe('a conversation', () => {
  test('tells its story in order and in words', async () => {
    const { conversationId } = await wholeStory()
    const detail = await get(conversationId)
    expect(detail).toMatchObject({
      state: 'needs-reply',
      noTextReason: null,
      bookingLink: 'https://book.example/',
      revision: office.store.revision(),
      followUp: { state: 'stopped', stopReason: 'replied', sentSteps: 1, steps: 3, nextAt: null, nextBody: null },
    })
    expect(detail.timeline).toMatchObject([
      {
        kind: 'call',
        sentence: 'missed, 1 phones',
        line: 'Main line',
        decision: { verdict: 'text', rule: 'still-right', reason: 'Still nobody answered.' },
      },
      {
        kind: 'message',
        author: 'auto',
        body: 'Sorry!',
        step: { number: 1, of: 3 },
        secondsAfterCall: 9,
        problem: null,
      },
      { kind: 'message', author: 'contact', body: 'Hi', step: null, secondsAfterCall: null },
      { kind: 'system', event: 'follow-up-stopped', text: 'Dana replied' },
    ])
  })

  test('knows its contact', async () => {
    const { conversationId } = await wholeStory()
    office.clock.jumpTo(noon + 2 * minute)
    await happens(office, aCall({ startedAt: noon + 2 * minute, endedAt: noon + 6 * minute, outcome: 'answered' }))
    await happens(office, aCall({ startedAt: noon + 9 * minute }))
    const { contact } = await get(conversationId)
    expect(contact).toMatchObject({
      name: 'Dana Cole',
      numberForPeople: '(530) 555-0101',
      calls: 3,
      missedCalls: 2,
      optedOut: null,
      optOutAsked: false,
      automaticThisWeek: { sent: 1, most: 3 },
      earlier: [
        { at: noon + 2 * minute, text: 'Answered by 101, 4 min' },
        { at: noon, text: 'Missed, texted, replied' },
      ],
      lines: ['Main line'],
    })
  })

  test('says why nobody may write', async () => {
    const { conversationId } = await happens(office, aCall())
    const elsewhere = { ...context, noTextReason: () => 'Texting is not set up yet.' }
    const asked = value(await inboxCommands['conversations:get']({ id: conversationId, limit: 60 }, elsewhere))
    expect(asked.noTextReason).toBe('Texting is not set up yet.')
    await office.store.write(async ({ db }) => {
      await db.insertInto('opt_out').values({ number: caller, at: noon, source: 'staff', evidence: '' }).execute()
    })
    expect(await get(conversationId)).toMatchObject({
      noTextReason: expect.stringMatching(/^Somebody here entered .* Call instead\./),
      contact: { optedOut: { at: noon, source: 'staff' } },
    })
    await office.store.write(async ({ db }) => {
      await db.updateTable('contact').set({ blocked: 1 }).execute()
    })
    expect(await get(conversationId)).toMatchObject({ noTextReason: expect.stringMatching(/Unblock/) })
  })

  test('shows when the next text is due, and what became of one that failed', async () => {
    const { conversationId, callId } = await happens(office, aCall())
    const followUp = await addFollowUp(office, { conversation_id: conversationId, call_id: callId, started_at: noon })
    const planned = { conversation_id: conversationId, author: 'auto', follow_up_id: followUp, step: 1 } as const
    const id = await addMessage(office, { ...planned, state: 'queued', body: 'Sorry!', at: noon })
    await office.store.write(async ({ db }) => {
      await db
        .insertInto('outbox')
        .values({ message_id: id, state: 'queued', due_at: noon + 35_000 })
        .execute()
    })
    const problem = JSON.stringify({ message: 'The number is a landline.', remedy: 'Call back.' })
    await addMessage(office, { conversation_id: conversationId, state: 'failed', problem, at: noon + minute })
    await addMessage(office, {
      conversation_id: conversationId,
      state: 'check',
      problem: 'No answer',
      at: noon + 2 * minute,
    })
    const detail = await get(conversationId)
    expect(detail.followUp).toMatchObject({ nextAt: noon + 35_000, nextBody: 'Sorry!', sentSteps: 0 })
    const texts = detail.timeline.filter((item) => item.kind === 'message')
    expect(texts).toMatchObject([
      { state: 'failed', problem: { message: 'The number is a landline.', remedy: 'Call back.' }, dueAt: null },
      { state: 'check', problem: { message: 'No answer', remedy: null } },
      // Below everything that has happened.
      { state: 'queued', dueAt: noon + 35_000 },
    ])
  })
})

describe('what staff do', () => {
  test('read, done, reopen', async () => {
    const { conversationId } = await wholeStory()
    const row = () => conversationRow(office, conversationId)
    expect((await row()).unread).toBe(1)
    value(await inboxCommands['conversations:mark-read']({ id: conversationId }, context))
    expect(await row()).toMatchObject({ unread: 0, state: 'needs-reply' })
    value(await inboxCommands['conversations:mark-done']({ id: conversationId }, context))
    expect(await row()).toMatchObject({ state: 'done', waiting_since: null })
    value(await inboxCommands['conversations:reopen']({ id: conversationId }, context))
    expect(await row()).toMatchObject({ state: 'needs-reply', waiting_since: noon + minute })
  })

  test('name a contact and keep notes', async () => {
    const { conversationId } = await happens(office, aCall())
    const { contact } = await get(conversationId)
    value(await inboxCommands['contacts:rename']({ id: contact.id, name: 'Dana' }, context))
    value(await inboxCommands['contacts:save-notes']({ id: contact.id, notes: 'Mornings' }, context))
    expect((await get(conversationId)).contact).toMatchObject({ name: 'Dana', notes: 'Mornings' })
  })

  test('with something that is gone is told', async () => {
    const missing = { ok: false, failure: { code: 'not-found' } }
    expect(await inboxCommands['conversations:get']({ id: 'x', limit: 60 }, context)).toMatchObject(missing)
    expect(await inboxCommands['conversations:mark-done']({ id: 'x' }, context)).toMatchObject(missing)
    expect(await inboxCommands['contacts:rename']({ id: 'x', name: 'X' }, context)).toMatchObject(missing)
    const list = { tab: 'all', filter: noFilter, cursor: 'nonsense', limit: 10 } as const
    expect(await inboxCommands['conversations:list'](list, context)).toMatchObject({ failure: { code: 'bad-input' } })
  })
})

test('the list carries the revision it was read at', async () => {
  await happens(office, aCall())
  const list = value(
    await inboxCommands['conversations:list']({ tab: 'needs-reply', filter: noFilter, limit: 10 }, context),
  )
  expect(list.revision).toBe(office.store.revision())
  expect(list.items).toHaveLength(1)
  expect(list.counts['needs-reply']).toBe(1)
})
