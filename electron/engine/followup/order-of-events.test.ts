import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { textCommands } from '../outbox/commands.ts'
import { hour, minute, pat, second, TextingOffice } from '../outbox/testing.ts'

let office: TextingOffice

beforeEach(async () => {
  office = new TextingOffice()
  await office.open()
})

afterEach(() => office.end())

describe.each([90 * second, 3 * hour])('a missed call after the clock was set back by %i ms', (back) => {
  beforeEach(async () => {
    office.settings.followUp.secondOn = true
    await office.muchLater(4 * hour)
  })

  async function missedAfterwards(): Promise<void> {
    await office.setClock(-back)
    await office.passSlowly(20 * second, 10 * second)
    expect(await office.call()).toMatchObject({ verdict: 'text' })
    await office.passSlowly(20 * second)
    expect(office.sent().at(-1)).toContain('Sorry we missed you')
    // The times of before are no longer in the future by then.
    await office.quicklyUntil(office.clock.now() + 2 * hour + minute)
    expect(office.sent().slice(-2)).toEqual([
      expect.stringContaining('Sorry we missed you'),
      expect.stringContaining('again'),
    ])
  }

  test('is texted though one before it was answered', async () => {
    await office.call({ outcome: 'answered' })
    await missedAfterwards()
  })

  test('is texted though staff wrote before it', async () => {
    await office.call({ outcome: 'answered' })
    await office.muchLater(hour)
    await office.staffWrites('See you at three')
    await missedAfterwards()
  })

  test('is texted though the caller wrote before it', async () => {
    office.carrier.receive({ from: pat, body: 'Are you open today?' })
    await office.poller.pollNow()
    await missedAfterwards()
  })

  test('is not texted where staff wrote while it rang', async () => {
    await office.call({ outcome: 'answered' })
    await office.muchLater(hour)
    await office.setClock(-back)
    await office.muchLater(minute)
    const startedAt = office.clock.now()
    await office.pass(5 * second)
    await office.staffWrites('See you at three')
    expect(await office.call({ startedAt })).toMatchObject({ verdict: 'skip', rule: 'staff-wrote' })
  })

  test('is not texted where the clock was set while it rang, after staff wrote', async () => {
    await office.call({ outcome: 'answered' })
    await office.muchLater(hour)
    const startedAt = office.clock.now()
    await office.pass(5 * second)
    await office.staffWrites('See you at three')
    await office.setClock(-back)
    expect(await office.call({ startedAt })).toMatchObject({ verdict: 'skip', rule: 'staff-wrote' })
  })

  test('is not texted where staff wrote while it rang, after the clock was set', async () => {
    await office.call({ outcome: 'answered' })
    await office.muchLater(hour)
    const startedAt = office.clock.now()
    await office.pass(5 * second)
    await office.setClock(-back)
    await office.staffWrites('See you at three')
    await office.pass(5 * second)
    expect(await office.call({ startedAt })).toMatchObject({ verdict: 'skip', rule: 'staff-wrote' })
  })
})

describe('with the clock set back after a missed call', () => {
  beforeEach(async () => {
    office.settings.followUp.secondOn = true
    await office.muchLater(4 * hour)
    await office.call()
  })

  const stop = async () =>
    textCommands['follow-ups:stop']({ conversationId: await office.conversation() }, office.context)
  const undo = async () =>
    textCommands['follow-ups:undo']({ conversationId: await office.conversation() }, office.context)

  test('a reply counts all the same when Stop is taken back', async () => {
    await stop()
    await office.setClock(-hour)
    office.carrier.receive({ from: pat, body: 'Are you open today?' })
    await office.poller.pollNow()
    await undo()
    await office.passSlowly(30 * second)
    expect(office.sent()).toEqual([])
  })

  test('so does a call that was answered', async () => {
    await stop()
    await office.setClock(-hour)
    await office.passSlowly(minute, 10 * second)
    await office.call({ outcome: 'answered' })
    await undo()
    await office.passSlowly(30 * second)
    expect(office.sent()).toEqual([])
  })

  test('Stop is not taken back once they were opted out meanwhile', async () => {
    await stop()
    await office.setClock(-hour)
    const { contact_id: id } = await office.store.db.selectFrom('conversation').selectAll().executeTakeFirstOrThrow()
    await textCommands['contacts:opt-out']({ id }, office.context)
    await textCommands['contacts:opt-in']({ id }, office.context)
    expect(await undo()).toMatchObject({ ok: false })
  })

  test('a text for later is taken back without a word of the older follow-up, where a later call began one', async () => {
    const conversationId = await office.conversation()
    const when = { kind: 'at', at: office.clock.now() + 20 * hour } as const
    const text = { conversationId, messageId: 'later', body: 'See you at three', when }
    await textCommands['messages:send'](text, office.context)
    await office.setClock(-hour)
    await office.passSlowly(30 * second, 10 * second)
    expect(await office.call()).toMatchObject({ verdict: 'text' })
    expect(await textCommands['messages:cancel']({ id: 'later' }, office.context)).toMatchObject({ ok: true })
    await office.passSlowly(30 * second, 5 * second)
    expect(office.sent()).toHaveLength(1)
  })

  test('a text that staff had set for later ends the follow-up when it goes out', async () => {
    await office.muchLater(48 * hour)
    const conversationId = await office.conversation()
    const when = { kind: 'at', at: office.clock.now() + 90 * minute } as const
    const text = { conversationId, messageId: 'later', body: 'See you at three', when }
    await textCommands['messages:send'](text, office.context)
    await office.setClock(hour)
    await office.call()
    await office.passSlowly(20 * second, 5 * second)
    await office.setClock(-hour)
    await office.quicklyUntil(office.clock.now() + 3 * hour)
    expect(office.sent().slice(-2)).toEqual([expect.stringContaining('Sorry we missed you'), 'See you at three'])
    expect(await office.stopReason()).toBe('staff-wrote')
  })
})
