import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCall, happens, noon, openOffice } from '../inbox/testing.ts'
import type { Office } from '../inbox/testing.ts'
import { bookingCommands } from './booking-commands.ts'
import { markBooked, undoBooked } from './booking.ts'
import type { Booked } from './booking.ts'
import { UndoMemory } from './undo-memory.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.end())

const happenings = () => office.store.db.selectFrom('happening').select(['event', 'at']).execute()

test('an appointment stands in the time line, ends the follow-up, and can be taken back', async () => {
  const { conversationId } = await happens(office, aCall())
  const did: string[] = []
  const booked = await office.store.write((work) =>
    markBooked(work, { id: 'b', conversationId: conversationId ?? '' }, noon + 60_000, async (_work, of) => {
      did.push(`stopped ${of === conversationId}`)
      return async () => did.push('goes on')
    }),
  )
  expect(await happenings()).toEqual([{ event: 'booked', at: noon + 60_000 }])
  if (!booked) throw new Error('Nobody was marked')
  await office.store.write((work) => undoBooked(work, booked, noon + 70_000))
  expect(await happenings()).toEqual([])
  expect(did).toEqual(['stopped true', 'goes on'])
})

test('a request that is repeated marks once; nobody is marked who is not there', async () => {
  const { conversationId } = await happens(office, aCall())
  const { store, clock } = office
  const surroundings = () => Promise.reject(new Error('No follow-up runs'))
  const context = { store, clock, surroundings, bookings: new UndoMemory<Booked>() }
  const mark = { id: 'b', conversationId: conversationId ?? '' }
  await bookingCommands['bookings:mark'](mark, context)
  await bookingCommands['bookings:mark'](mark, context)
  expect(await happenings()).toHaveLength(1)
  expect(await bookingCommands['bookings:mark']({ ...mark, id: 'c', conversationId: 'x' }, context)).toMatchObject({
    ok: false,
  })
  expect(await bookingCommands['bookings:undo']({ id: 'b' }, context)).toMatchObject({ ok: true })
  expect(await bookingCommands['bookings:undo']({ id: 'b' }, context)).toMatchObject({ ok: false })
  expect(await happenings()).toEqual([])
})
