import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { EndedCall } from '../../telephony/calls/call.ts'
import { silentLogger } from '../../telephony/logger.ts'
import type { EngineEvents } from '../contract/events.ts'
import { onPhoneCallEnded } from './call-ended.ts'
import { aCall } from './inbox/testing.ts'
import { TextingOffice } from './outbox/testing.ts'

let office: TextingOffice
let toasts: EngineEvents['call:missed-untexted'][]

beforeEach(async () => {
  office = new TextingOffice()
  await office.open()
  toasts = []
})

afterEach(() => office.end())

async function ends(facts: Partial<EndedCall>, calledBack: string | null = null): Promise<void> {
  const { store, clock, settings, live } = office
  const now = clock.now()
  await onPhoneCallEnded(aCall({ startedAt: now - 20_000, endedAt: now, ...facts }), {
    store,
    clock,
    logger: silentLogger,
    surroundings: async () => ({ settings, live, textingReady: true, gatewayAhead: null, now }),
    calledBack: () => calledBack,
    missedUntexted: (event) => toasts.push(event),
  })
}

describe('a missed call that gets no text is told with', () => {
  test('nothing of a caller who withheld the number, even if the provider passed number and name on', async () => {
    await ends({ presentationWithheld: true, callerName: 'Pat Cole' })
    await ends({ callerNumber: null, callerName: 'Pat Cole' })
    expect(toasts.map(({ from }) => from)).toEqual(['Number withheld', 'Number withheld'])
  })

  test('the digits that came where they are no number', async () => {
    await ends({ callerNumber: '55501', callerName: null })
    await ends({ callerNumber: '5555550101', callerName: null })
    expect(toasts.map(({ from }) => from)).toEqual(['55501', '5555550101'])
  })

  test('the name that the contact has, or the number as people write it', async () => {
    office.settings.followUp.enabled = false
    await ends({ callerName: null })
    await ends({ callerName: 'Pat Cole' })
    expect(toasts.map(({ from }) => from)).toEqual(['(530) 555-0101', 'Pat Cole'])
  })
})

describe('a call that the office made', () => {
  const outbound = { direction: 'outbound', callerNumber: '101', dialed: '915305550101' } as const
  const leg = aCall().legs[0]
  const rang = leg ? [{ ...leg, phone: '15305550101' }] : []
  const calls = async () => {
    const rows = await office.store.db.selectFrom('call').select(['direction', 'party', 'conversation_id']).execute()
    return rows.filter(({ direction }) => direction === 'outbound')
  }
  beforeEach(() => office.call({}, '+15305550101'))

  test.each([
    ['answered', { outcome: 'answered', reason: null }],
    ['busy', { outcome: 'missed', reason: 'busy' }],
    ['not answered', { outcome: 'missed', reason: 'no-answer' }],
  ] as const)('and that was %s stands in the conversation and ends the follow-up', async (_, verdict) => {
    await ends({ ...outbound, ...verdict, legs: rang })
    expect(await calls()).toEqual([
      { direction: 'outbound', party: '+15305550101', conversation_id: await office.conversation('+15305550101') },
    ])
    expect(await office.stopReason()).toBe('called-back')
    expect(toasts).toEqual([])
  })

  test.each(['unavailable', 'unattended'] as const)(
    'and that rang nobody (%s) is no answer to anything',
    async (reason) => {
      await ends({ ...outbound, outcome: 'missed', reason, legs: [] }, '+15305550101')
      expect(await calls()).toHaveLength(1)
      expect(await office.stopReason()).toBeNull()
      await office.pass(20_000)
      expect(office.sent('+15305550101')).toHaveLength(1)
    },
  )

  test('and whose end nobody saw may have reached them', async () => {
    await ends({ ...outbound, outcome: 'missed', reason: 'unavailable', legs: [], endUnseen: true }, '+15305550101')
    expect(await office.stopReason()).toBe('called-back')
  })

  test('by calling back is with the one who was called back, whatever was dialled', async () => {
    await ends({ ...outbound, dialed: '*9', outcome: 'answered', reason: null, legs: [] }, '+15305550101')
    expect((await calls())[0]?.party).toBe('+15305550101')
    expect(await office.stopReason()).toBe('called-back')
  })
})
