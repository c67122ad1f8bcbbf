import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { recordOptOut } from '../opt-out/ledger.ts'
import { minute, pat, TextingOffice } from '../outbox/testing.ts'
import { previewText } from './text-after-all.ts'

let office: TextingOffice
beforeEach(async () => {
  office = new TextingOffice()
  office.settings.followUp.enabled = false
  await office.open()
})
afterEach(() => office.end())

async function preview(number: string | null = pat) {
  await office.call({}, number)
  const { id } = await office.store.db
    .selectFrom('call')
    .select('id')
    .orderBy('ended_at', 'desc')
    .executeTakeFirstOrThrow()
  return previewText(office.store.db, id, await office.dispatcher.surroundings())
}

test('the text is the first one of the office, though automatic ones are turned off', async () => {
  expect(await preview()).toMatchObject({
    body: 'This is Oak Dental. Sorry we missed you, there! Reply STOP and we will not text you again.',
    refusal: null,
    warnings: [],
  })
})

describe('it is refused to', () => {
  test('a contact who wants no texts', async () => {
    const now = office.clock.now()
    await office.store.write((work) => recordOptOut(work, { number: pat, source: 'staff', evidence: 'x', now }))
    expect((await preview())?.refusal?.message).toBe('This contact does not want texts.')
  })

  test('a number that is withheld', async () => {
    expect((await preview(null))?.refusal).not.toBeNull()
  })

  test('a country that the office does not text to', async () => {
    expect((await preview('+491713920010'))?.refusal?.message).toMatch(/country/)
  })
})

test('staff are told who has spoken with them since', async () => {
  await office.call()
  await office.staffWrites('Hello')
  const { id } = await office.store.db.selectFrom('call').select('id').executeTakeFirstOrThrow()
  await office.passSlowly(minute)
  const shown = await previewText(office.store.db, id, await office.dispatcher.surroundings())
  expect(shown?.warnings).toContain('Staff have written to this contact since.')
})
