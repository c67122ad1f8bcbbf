import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answerKeyword } from '../replies/answers.ts'
import { previewText } from '../call-list/text-after-all.ts'
import { callStory } from '../call-list/story.ts'
import { readView } from '../inbox/view.ts'
import { hour, minute, pat, second, TextingOffice } from '../outbox/testing.ts'
import { saveSection } from '../settings/settings.ts'
import { setWatchOnly } from './set-watch-only.ts'
import { watchedNow } from './watch-only.ts'

let office: TextingOffice
beforeEach(async () => {
  office = new TextingOffice()
  await office.open()
})
afterEach(() => office.end())

const set = (on: boolean, number?: string) =>
  office.store.write((work) =>
    setWatchOnly(work, { on, ...(number === undefined ? {} : { number }) }, office.clock.now()),
  )

const words = 'This is Oak Dental. Sorry we missed you, there! Reply STOP and we will not text you again.'

test('a missed call is judged, what it would say is kept, and nothing is sent', async () => {
  await set(true)
  expect(await office.call()).toMatchObject({ verdict: 'skip', rule: 'watch-only' })
  await office.pass(5 * minute)
  expect(office.sent()).toEqual([])
  expect(await office.lastDecision()).toMatchObject({ rule: 'watch-only', would_text: words })
})

test('the call says what would have gone out', async () => {
  await set(true)
  await office.call()
  const { db } = office.store
  const { id } = await db.selectFrom('call').select('id').executeTakeFirstOrThrow()
  const story = await callStory(db, id, await readView(db, () => ''))
  expect(story?.call.decision?.wouldText).toBe(words)
  expect(story?.mayText).toBe(true)
})

test('it needs no text service', async () => {
  office.gateway = null
  await set(true)
  expect(await office.call()).toMatchObject({ rule: 'watch-only' })
  await set(false)
  office.clock.jumpTo(office.clock.now() + 30 * hour)
  expect(await office.call()).toMatchObject({ rule: 'texting-off' })
})

test('another rule that says no is told instead', async () => {
  await set(true)
  await office.automation.pause(null)
  expect(await office.call()).toMatchObject({ rule: 'paused' })
  expect((await office.lastDecision()).would_text).toBeNull()
})

test('who calls again within a day would have been texted once; once texts go out again, they get one', async () => {
  await set(true)
  await office.call()
  office.clock.jumpTo(office.clock.now() + hour)
  expect(await office.call()).toMatchObject({ rule: 'recent-follow-up' })
  await set(false)
  office.clock.jumpTo(office.clock.now() + hour)
  expect(await office.call()).toMatchObject({ verdict: 'text' })
})

describe('turned on in the middle', () => {
  test('it takes back what waits', async () => {
    await office.call()
    await set(true)
    await office.pass(5 * minute)
    expect(office.sent()).toEqual([])
    expect(await office.states()).toEqual(['cancelled'])
    expect(await office.happenings()).toEqual([expect.stringContaining('watch only is on')])
  })

  // As if it were turned on by an engine that knows nothing of follow-ups.
  const turnOn = () =>
    office.store.write((work) =>
      work.db
        .insertInto('setting')
        .values({ name: 'watch-only', value: JSON.stringify({ on: true }), changed_at: 1 })
        .execute(),
    )

  test('it is asked again when a text is taken out of the outbox', async () => {
    await office.call()
    await turnOn()
    await office.pass(20 * second)
    expect(office.sent()).toEqual([])
    expect(await office.lastDecision()).toMatchObject({ stage: 'sending', rule: 'watch-only', would_text: words })
  })

  test('what another rule speaks against then would not have gone out either', async () => {
    await office.call()
    await turnOn()
    await office.store.write(async (work) => {
      await work.db.updateTable('contact').set({ blocked: 1 }).execute()
    })
    await office.pass(20 * second)
    expect(await office.lastDecision()).toMatchObject({ stage: 'sending', rule: 'blocked', would_text: null })
  })
})

test('staff write by hand as ever', async () => {
  await set(true)
  await office.call()
  const { id } = await office.store.db.selectFrom('call').select('id').executeTakeFirstOrThrow()
  const preview = await previewText(office.store.db, id, await office.dispatcher.surroundings())
  expect(preview).toMatchObject({ body: words, refusal: null })
  await office.staffWrites('Sorry we missed you!')
  await office.pass(minute)
  expect(office.sent()).toEqual(['Sorry we missed you!'])
})

test('HELP is not answered by itself', async () => {
  await office.call()
  const conversationId = await office.conversation()
  const now = office.clock.now()
  const reply = {
    conversationId,
    messageId: 'm',
    providerId: 'SM1',
    from: pat,
    body: 'HELP',
    at: now,
    wants: 'help',
    pictures: 0,
  } as const
  const answers = async () => (await office.states()).length
  await office.store.write((work) => saveSection(work, 'business', { name: 'Oak Dental' }, now))
  await set(true)
  await office.store.write((work) => answerKeyword(work, reply, 0, now))
  expect(await answers()).toBe(1)
  await set(false)
  await office.store.write((work) => answerKeyword(work, reply, 0, now))
  expect(await answers()).toBe(2)
  await set(true)
  expect(await office.states()).toEqual(['cancelled', 'cancelled'])
})

describe('one line by itself', () => {
  const main = '+12125550100'

  test('is watched while the others text', async () => {
    await set(true, '(212) 555-0100')
    expect(await watchedNow(office.store.db)).toBe('some')
    expect(await office.call()).toMatchObject({ rule: 'watch-only' })
    await set(false, main)
    expect(await watchedNow(office.store.db)).toBeNull()
  })

  test('texts while the others are watched', async () => {
    await set(true)
    await set(false, main)
    expect(await watchedNow(office.store.db)).toBe('some')
    expect(await office.call()).toMatchObject({ verdict: 'text' })
  })
})
