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

async function ends(facts: Partial<EndedCall>): Promise<void> {
  const { store, clock, settings, live } = office
  const now = clock.now()
  await onPhoneCallEnded(aCall({ startedAt: now - 20_000, endedAt: now, ...facts }), {
    store,
    clock,
    logger: silentLogger,
    surroundings: async () => ({ settings, live, textingReady: true, now }),
    calledBack: () => null,
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
