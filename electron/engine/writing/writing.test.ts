import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aCall, caller, happens, noon, openOffice } from '../inbox/testing.ts'
import type { Office } from '../inbox/testing.ts'
import { ok } from '../../contract/result.ts'
import { countSegments } from '../../../telephony/sms/segments.ts'
import { UndoMemory } from '../contacts/undo-memory.ts'
import { defaultsOf } from '../settings/sections.ts'
import { saveSection } from '../settings/settings.ts'
import { writingCommands } from './commands.ts'
import type { WritingContext } from './commands.ts'
import { seeds } from './seeds.ts'
import { sendTimes } from './send-times.ts'

let office: Office
let context: WritingContext
let changes: number
let id: string
beforeEach(async () => {
  office = await openOffice()
  changes = 0
  const { store, clock } = office
  context = { store, clock, deletedReplies: new UndoMemory(), settingsChanged: () => (changes += 1) }
  id = (await happens(office, aCall({ callerName: 'Dana Cole' }))).conversationId
  await store.write(async (work) => {
    await saveSection(work, 'business', { name: 'Oak Dental', timeZone: 'America/Los_Angeles' }, noon)
    await saveSection(work, 'lines', [{ number: '+12125550100', name: 'Main line' }], noon)
  })
})
afterEach(() => office.end())

async function replies(conversationId: string | null = id, language: 'en' | 'es' = 'en') {
  const result = await writingCommands['quick-replies:list']({ conversationId, language }, context)
  if (!result.ok) throw new Error(result.failure.message)
  return result.value.replies
}

describe('quick replies', () => {
  test('are there from the beginning, in the office’s language, none of them long', async () => {
    expect((await replies(null, 'es')).map(({ name }) => name)).toContain('llamar')
    expect(await replies(null, 'en')).toHaveLength(seeds.es.length)
    for (const { template } of seeds.en) expect(countSegments(template).segments, template).toBe(1)
    // Spanish accents make a text dear: 70 characters a part.
    for (const { template } of seeds.es) expect(countSegments(template).segments, template).toBeLessThanOrEqual(2)
  })

  test('are filled in for the conversation; one that needs what is empty says so', async () => {
    const save = (name: string, template: string) =>
      writingCommands['quick-replies:save']({ id: randomUUID(), name, template }, context)
    await save('all', 'Hi {caller}, this is {business}, {line}.')
    await save('link', '{bookingLink}')
    const filled = new Map((await replies()).map(({ name, body }) => [name, body]))
    expect(filled.get('all')).toBe('Hi Dana Cole, this is Oak Dental, Main line.')
    expect(filled.get('link')).toBeNull()
    expect(changes).toBe(2)
  })

  test('stand in the order of their use, and deleting one can be undone', async () => {
    const [, second] = await replies()
    if (!second) throw new Error('No second one')
    await writingCommands['quick-replies:used']({ id: second.id }, context)
    expect((await replies())[0]).toMatchObject({ id: second.id, uses: 1 })
    await writingCommands['quick-replies:delete']({ id: second.id }, context)
    expect((await replies()).map((reply) => reply.id)).not.toContain(second.id)
    expect(await writingCommands['quick-replies:undo-delete']({ id: second.id }, context)).toMatchObject({ ok: true })
    expect((await replies())[0]).toMatchObject({ id: second.id, uses: 1 })
    expect(await writingCommands['quick-replies:delete']({ id: 'no' }, context)).toMatchObject({ ok: false })
  })

  test('that were all deleted do not come back by themselves', async () => {
    for (const reply of await replies()) await writingCommands['quick-replies:delete']({ id: reply.id }, context)
    expect(await replies()).toEqual([])
  })

  test('five hundred are filled in within 50 ms', async () => {
    await office.store.write(async ({ db }) => {
      for (let index = 0; index < 500; index += 1) {
        const row = { id: randomUUID(), name: `reply ${index}`, template: `Hi {caller}, number ${index} of {business}` }
        await db
          .insertInto('quick_reply')
          .values({ ...row, created_at: 0 })
          .execute()
      }
    })
    await replies()
    const times = []
    for (let run = 0; run < 5; run += 1) {
      const before = performance.now()
      await replies()
      times.push(performance.now() - before)
    }
    expect(Math.min(...times)).toBeLessThan(50)
  })
})

test('drafts are kept for each conversation, one as a text and one as a note', async () => {
  const save = (kind: 'text' | 'note', body: string, conversationId = id) =>
    writingCommands['drafts:save']({ conversationId, kind, body }, context)
  expect(await save('text', 'Hello ')).toEqual(ok({ gone: false }))
  await save('text', 'Hello Pat')
  await save('note', 'Ask the lab')
  expect(await save('text', 'Nobody', 'gone')).toEqual(ok({ gone: true }))
  const drafts = async () => {
    const result = await writingCommands['drafts:list'](undefined, context)
    return result.ok ? result.value.drafts.map(({ kind, body }) => [kind, body]) : null
  }
  expect(await drafts()).toEqual([
    ['note', 'Ask the lab'],
    ['text', 'Hello Pat'],
  ])
  await save('text', '  ')
  expect(await drafts()).toEqual([['note', 'Ask the lab']])
})

describe('times to send at', () => {
  const hours = { ...defaultsOf('hours'), timeZone: 'America/Los_Angeles' }
  /** 2026-11-24 is a Tuesday; Los Angeles is eight hours behind. */
  const at = (day: number, time: number) => Date.UTC(2026, 10, day, time + 8)
  const kinds = (now: number) => sendTimes(hours, now).map(({ kind, at: time }) => [kind, time])

  test('in the morning: in an hour, this afternoon, tomorrow', () => {
    expect(kinds(at(24, 9))).toEqual([
      ['in-an-hour', at(24, 10)],
      ['afternoon', at(24, 14)],
      ['opening', at(25, 8)],
      ['tomorrow', at(25, 9)],
    ])
  })

  test('on a Friday evening the next opening is on Monday', () => {
    expect(kinds(at(27, 20))).toEqual([
      ['in-an-hour', at(27, 21)],
      ['tomorrow', at(28, 9)],
      ['opening', at(30, 8)],
    ])
  })

  test('that are the same time are one', () => {
    expect(kinds(at(24, 13)).filter(([, time]) => time === at(24, 14))).toHaveLength(1)
    const never = { ...hours, week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] } }
    expect(sendTimes(never, at(24, 9)).map(({ kind }) => kind)).not.toContain('opening')
  })

  test('say when it is night where the contact is', async () => {
    const result = await writingCommands['messages:send-times']({ conversationId: id, at: at(24, 23) }, context)
    if (!result.ok) throw new Error(result.failure.message)
    expect(result.value.quiet).toMatch(/^It is Tuesday 11:00 PM in Los Angeles/)
    expect(result.value.times.every(({ quiet }) => quiet === null)).toBe(true)
    expect(caller.startsWith('+1530')).toBe(true)
  })
})
