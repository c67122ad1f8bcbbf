import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LiveCall } from '../../telephony/calls/call.ts'
import { aCall, addMessage, happens, noon, openOffice, view } from './inbox/testing.ts'
import type { Office } from './inbox/testing.ts'
import { liveNumbers, liveView } from './live-calls.ts'

let office: Office

beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.end())

const live = (facts: Partial<LiveCall>): LiveCall => ({
  linkedid: '1.1',
  direction: 'inbound',
  callerNumber: '5305550101',
  callerName: null,
  dialed: '2125550100',
  state: 'ringing',
  startedAt: noon,
  phones: ['101'],
  ...facts,
})
const outbound = (facts: Partial<LiveCall> = {}) =>
  live({ direction: 'outbound', callerNumber: '101', dialed: '915305550101', phones: ['15305550101'], ...facts })
const internal = live({ direction: 'internal', callerNumber: '103', dialed: '104', phones: ['104'] })
const nobody = () => null
const shown = async (calls: LiveCall[], calledBack: (id: string) => string | null = nobody) =>
  liveView(office.store, calls, view, calledBack)

describe('who must not be texted because of a call that goes on', () => {
  it('is everybody who calls, is called, or is called back', () => {
    const calls = [live({}), outbound({ phones: ['12125550142'], dialed: '912125550142' }), internal]
    expect(liveNumbers(calls, 'US', nobody)).toEqual(new Set(['+15305550101', '+12125550142']))
    const odd = outbound({ linkedid: 'ringback-1', dialed: '*9', phones: [] })
    const calledBack = (id: string) => (id === 'ringback-1' ? '+12125550143' : null)
    expect(liveNumbers([odd], 'US', calledBack)).toEqual(new Set(['+12125550143']))
  })

  it('is nobody for a withheld number or a call between desk phones', () => {
    expect(liveNumbers([live({ callerNumber: null }), internal], 'US', nobody)).toEqual(new Set())
  })
})

describe('the calls that go on, for the window', () => {
  it('name a caller whom the inbox knows, with the conversation to open', async () => {
    const { conversationId } = await happens(office, aCall({ callerName: 'Pat Lee' }))
    const [call] = await shown([live({ callerName: 'LEE P' })])
    const expected = { caller: 'Pat Lee', conversationId, numberForPeople: '(530) 555-0101', line: 'Main line' }
    expect(call).toMatchObject({ direction: 'inbound', state: 'ringing', phones: ['101'], ...expected })
  })

  it('name a mobile phone that rings as people write its number', async () => {
    const [call] = await shown([live({ phones: ['101', '15305550177'] })])
    expect(call?.phones).toEqual(['101', '(530) 555-0177'])
  })

  it('tell what to know of a caller before one picks up', async () => {
    const { conversationId } = await happens(office, aCall())
    await addMessage(office, { conversation_id: conversationId, at: noon, body: 'See you at 3' })
    const theirs = { direction: 'in', author: 'contact', state: 'received' } as const
    await addMessage(office, { conversation_id: conversationId, at: noon + 1, body: 'x'.repeat(300), ...theirs })
    await addMessage(office, { conversation_id: conversationId, at: noon + 2, body: 'Not out yet', state: 'queued' })
    await office.store.write((work) => work.db.updateTable('contact').set({ company: 'Elm Labs' }).execute())
    const [call] = await shown([live({})])
    expect(call?.about).toEqual({
      company: 'Elm Labs',
      tags: [],
      lastText: { by: 'them', body: 'x'.repeat(160), at: noon + 1 },
    })
    expect(await shown([live({ callerNumber: '5305550177' })])).toMatchObject([{ about: null, openable: true }])
    expect(await shown([live({ callerNumber: null })])).toMatchObject([{ about: null, openable: false }])
  })

  it('show the number of a caller whom nobody knows as people write it', async () => {
    expect(await shown([live({})])).toMatchObject([{ caller: '(530) 555-0101', conversationId: null }])
    expect(await shown([live({ callerNumber: null })])).toMatchObject([{ caller: 'Number withheld' }])
  })

  it('show a call back as what it is, before the number is dialled', async () => {
    const began = live({ linkedid: 'ringback-1', direction: 'internal', callerNumber: '101', dialed: null, phones: [] })
    const calledBack = (id: string) => (id === 'ringback-1' ? '+15305550101' : null)
    const [call] = await shown([began], calledBack)
    expect(call).toMatchObject({ direction: 'outbound', caller: '(530) 555-0101', phones: ['101'] })
    expect(liveNumbers([began], 'US', calledBack)).toEqual(new Set(['+15305550101']))
  })

  it('tell who of the office has called whom, and who talks inside, oldest first', async () => {
    const { conversationId } = await happens(office, aCall({ callerName: 'Pat Lee' }))
    const calls = await shown([outbound({ startedAt: noon + 5 }), internal])
    expect(calls).toMatchObject([
      { direction: 'inside', caller: '103', phones: ['104'], conversationId: null, numberForPeople: null },
      { direction: 'outbound', caller: 'Pat Lee', phones: ['101'], conversationId, line: null },
    ])
  })
})
