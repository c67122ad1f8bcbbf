import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { pat, second, TextingOffice } from '../outbox/testing.ts'
import { withoutQuotes } from './quoted.ts'
import { wish } from './wish.ts'

const ours = 'This is “Oak Dental”. Sorry we missed you! Reply STOP to opt out.'

describe('our own words, quoted back', () => {
  test.each([
    ours,
    ours.toUpperCase(),
    `> ${ours}\nTomorrow at 3 is fine`,
    `Gefällt: "${ours.replace(/[“”]/g, '"')}"`,
    'Réagi à « This is “Oak Dental”. Sorry we missed you! Reply STOP… »',
  ])('are no wish of the contact: "%s"', (body) => {
    expect(wish(withoutQuotes(body, [ours]))).toBeNull()
  })

  test.each([`${ours} STOP`, `STOP\n> ${ours}`, `Liked “${ours}”\nplease stop texting me`])(
    'hide no wish beside them: "%s"',
    (body) => {
      expect(wish(withoutQuotes(body, [ours]))).toBe('out')
    },
  )

  test('leave what the contact wrote as it is when nothing is quoted', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z ]{0,15}$/), (body) => withoutQuotes(body, [ours]) === body))
    expect(withoutQuotes('stop', ['stop'])).toBe('stop')
  })
})

describe('a reaction to a text of ours', () => {
  let office: TextingOffice

  beforeEach(async () => {
    office = new TextingOffice()
    await office.open()
  })

  afterEach(() => office.end())

  test('is a reply and no opt-out, whatever language the phone speaks', async () => {
    await office.call()
    await office.pass(16 * second)
    const [text = ''] = office.sent()
    expect(text).toContain('STOP')
    office.carrier.receive({ from: pat, body: `Наравно: "${text}"` })
    await office.poller.pollNow()
    expect(office.replies).toHaveLength(1)
    expect(await office.store.db.selectFrom('opt_out').selectAll().execute()).toEqual([])
  })
})
