/** Trunks and desk phones of a real Asterisk, found without any configuration, with and without the right to read it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PhoneLink } from '../../electron/engine/phone-link.ts'
import type { EndedCall } from '../../telephony/calls/call.ts'
import { Parties } from '../../telephony/calls/party.ts'
import { systemClock } from '../../telephony/clock.ts'
import { silentLogger } from '../../telephony/logger.ts'
import type { InventoryAnswer } from '../../telephony/parties/inventory.ts'
import { whyNoLab } from './pbx/availability.ts'
import type { AmiUser } from './pbx/office.ts'
import { startLab } from './start-lab.ts'
import type { Lab } from './start-lab.ts'

const noLab = await whyNoLab()

/** A PC of the office that was told nothing about the phone system but how to sign in. */
async function newcomer(lab: Lab, user: AmiUser) {
  const parties = new Parties([])
  const ended: EndedCall[] = []
  let link: PhoneLink | undefined
  const answer = await new Promise<InventoryAnswer>((resolve) => {
    const listeners = {
      ended: (call: EndedCall) => Promise.resolve(void ended.push(call)),
      live: () => {},
      gap: () => {},
      health: () => {},
      inventory: resolve,
    }
    const address = { ...lab.amiAs(user), trunks: [] }
    link = new PhoneLink(address, { clock: systemClock, logger: silentLogger, listeners, parties })
    link.start()
  })
  const sides = () => Object.fromEntries(parties.findings().map(({ endpoint, side }) => [endpoint, side]))
  return { parties, ended, answer, sides, stop: () => link?.stop() }
}

describe.skipIf(noLab !== null)(`a real Asterisk${noLab === null ? '' : ` (there is none: ${noLab})`}`, () => {
  let lab: Lab
  let reads: Awaited<ReturnType<typeof newcomer>>
  let listens: Awaited<ReturnType<typeof newcomer>>

  beforeAll(async () => {
    lab = await startLab({ ringSeconds: 1 })
    reads = await newcomer(lab, 'full')
    listens = await newcomer(lab, 'ringback')
  }, 60_000)

  afterAll(async () => {
    await Promise.all([reads?.stop(), listens?.stop()])
    await lab?.stop()
  })

  it('tells all its endpoints to a user with "system", before any call', () => {
    expect(reads.answer).toBe('read')
    const phone = 'inside'
    expect(reads.sides()).toEqual({
      'PJSIP/101': phone,
      'PJSIP/102': phone,
      'PJSIP/103': phone,
      'PJSIP/104': phone,
      'PJSIP/105': phone,
      'PJSIP/trunk': 'outside',
    })
    expect(reads.parties.findings().every(({ sure }) => sure)).toBe(true)
    const trunk = reads.parties.findings().find(({ endpoint }) => endpoint === 'PJSIP/trunk')
    expect(trunk?.why[0]).toEqual({ code: 'context', facts: { context: 'from-trunk' } })
    const desk = reads.parties.findings().find(({ endpoint }) => endpoint === 'PJSIP/101')
    expect(desk?.settings).toMatchObject({ extension: '101', context: 'internal', phoneFeatures: true })
  })

  it('refuses that to a user without, who learns the same from queues and calls', async () => {
    expect(listens.answer).toBe('not-permitted')
    // The members of the lab's queue.
    expect(listens.sides()).toEqual({ 'PJSIP/101': 'inside', 'PJSIP/102': 'inside' })
    await Promise.all([
      lab.call({ from: '2125550190', to: '15305550101' }),
      lab.phone('103').call({ to: '104', giveUpAfter: 1 }),
      lab.phone('102').call({ to: '15305550999', giveUpAfter: 1 }),
    ])
    const all = { 'PJSIP/103': 'inside', 'PJSIP/104': 'inside', 'PJSIP/trunk': 'outside' }
    expect(listens.sides()).toMatchObject(all)
  })

  it('has its calls told alike to both', async () => {
    const directions = ({ ended }: { ended: EndedCall[] }) => ended.map(({ direction }) => direction).sort()
    await expect.poll(() => directions(listens)).toEqual(['inbound', 'internal', 'outbound'])
    await expect.poll(() => directions(reads)).toEqual(directions(listens))
  })
})
