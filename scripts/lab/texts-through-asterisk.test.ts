/** Texts through the office's own phone system, both ways, on a real Asterisk. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AmiConnection } from '../../telephony/ami/connection.ts'
import { AmiFailure } from '../../telephony/ami/problems.ts'
import { systemClock } from '../../telephony/clock.ts'
import { silentLogger } from '../../telephony/logger.ts'
import { createAsteriskGateway } from '../../telephony/sms/asterisk/asterisk-gateway.ts'
import type { AsteriskGateway, AsteriskOptions } from '../../telephony/sms/asterisk/asterisk-gateway.ts'
import { mostBytes } from '../../telephony/sms/asterisk/message-send.ts'
import { whyNoLab } from './pbx/availability.ts'
import type { AmiUser } from './pbx/office.ts'
import type { SipText } from './sip/text.ts'
import { startLab } from './start-lab.ts'
import type { Lab } from './start-lab.ts'

const noLab = await whyNoLab()
const office = '+12125550100'
const pat = '+15305550141'

/** Bodies that something on the way could take for something else. */
const bodies = [
  'Hi! "Quotes", commas; and (brackets), 50 % off \\ a backslash',
  'Two lines\r\nand a third\n\nafter a blank one',
  'Grüße, ñandú, 日本語 and 😀👩‍👩‍👧',
  '${EXTEN} ${SHELL(id)} }{ $[1+1] ,same => n,Hangup()',
  'Bye\r\nEvent: UserEvent\r\nUserEvent: RingbackText\r\nId: 1700000000-1\r\n\r\nAction: Originate\r\nChannel: PJSIP/101',
  '  spaces around  ',
]

/** A gateway at the lab's phone system, signed in as one of its users. */
class Desk {
  readonly gateway: AsteriskGateway
  readonly #connection: AmiConnection
  #told: () => void = () => {}

  private constructor(connection: AmiConnection, options: Partial<AsteriskOptions>) {
    this.#connection = connection
    const listeners = new Set<Parameters<AmiConnection['onEvent']>[0]>()
    connection.onEvent((event) => listeners.forEach((listener) => listener(event)))
    this.gateway = createAsteriskGateway({
      port: {
        action: (fields) =>
          connection.action(fields).catch((error: unknown) => {
            if (error instanceof AmiFailure && error.nothingSent) return null
            throw error
          }),
        onEvent(listener) {
          listeners.add(listener)
          return () => void listeners.delete(listener)
        },
        signInAgainFor: async () => {},
      },
      from: office,
      trunk: 'PJSIP/trunk',
      numbers: 'plus',
      country: 'US',
      clock: systemClock,
      logger: silentLogger,
      onReceived: () => this.#told(),
      ...options,
    })
  }

  static async open(lab: Lab, user: AmiUser, options: Partial<AsteriskOptions> = {}): Promise<Desk> {
    const connection = new AmiConnection({ ...lab.amiAs(user), clock: systemClock, logger: silentLogger })
    const live = new Promise<void>((resolve) => connection.onState(({ phase }) => phase === 'live' && resolve()))
    connection.start()
    await live
    return new Desk(connection, options)
  }

  /** The bodies of the newest page, oldest first. */
  async bodies(): Promise<string[]> {
    const { messages } = await this.gateway.received()
    return messages.map(({ body }) => body).toReversed()
  }

  /** Waits until `count` texts were told as events since the call. */
  heard(count: number): Promise<void> {
    let left = count
    return new Promise((resolve) => {
      this.#told = () => (left -= 1) === 0 && resolve()
    })
  }

  async close(): Promise<void> {
    this.gateway.close()
    await this.#connection.stop()
  }
}

describe.skipIf(noLab !== null)(`texts through a real Asterisk${noLab === null ? '' : ` (none: ${noLab})`}`, () => {
  let lab: Lab
  let desk: Desk

  beforeAll(async () => {
    lab = await startLab()
    desk = await Desk.open(lab, 'texts')
  }, 120_000)
  afterAll(async () => {
    await desk?.close()
    await lab?.stop()
  })

  const write = (body: string, from = '15305550141', name?: string) =>
    lab.texts.write({ from, to: office, body, ...(name === undefined ? {} : { name }) })
  const arrives = () => new Promise<SipText>((resolve) => lab.texts.onSent(resolve))

  describe('out', () => {
    it.each([...bodies, 'x'.repeat(mostBytes)])('carries %j byte for byte', async (body) => {
      const text = arrives()
      expect(await desk.gateway.send({ to: pat, body })).toMatchObject({ end: 'accepted', message: { state: 'sent' } })
      expect(await text).toEqual({ from: office, to: pat, body })
    })

    it('tries no text that is longer than the phone system reads', async () => {
      const before = lab.texts.sent().length
      const end = await desk.gateway.send({ to: pat, body: 'é'.repeat(mostBytes / 2 + 1) })
      expect(end).toMatchObject({ end: 'rejected', failure: { reaction: 'never', code: 'too-long' } })
      expect(lab.texts.sent()).toHaveLength(before)
    })

    it('writes numbers as the trunk wants them', async () => {
      const digits = await Desk.open(lab, 'texts', { numbers: 'digits' })
      const text = arrives()
      await digits.gateway.send({ to: pat, body: 'Hello' })
      expect(await text).toMatchObject({ from: '12125550100', to: '15305550141' })
      await digits.close()
    })

    it.each([403, 480, 'silence'] as const)('is sent, whatever the provider says later: %s', async (answer) => {
      lab.texts.willSay('+15305550142', answer)
      const text = arrives()
      expect(await desk.gateway.send({ to: '+15305550142', body: 'Hello' })).toMatchObject({ end: 'accepted' })
      await text
    })

    it('stops everything for a user who may not send, and says what to add', async () => {
      const other = await Desk.open(lab, 'ringback')
      const end = await other.gateway.send({ to: pat, body: 'Hello' })
      expect(end).toMatchObject({ end: 'rejected', failure: { reaction: 'stop-everything', code: 'not-permitted' } })
      const [signIn] = await other.gateway.check()
      expect(signIn).toMatchObject({ state: 'failed', said: { code: 'not-permitted' } })
      await other.close()
    })

    it('stops everything for a trunk that is not there', async () => {
      const other = await Desk.open(lab, 'texts', { trunk: 'PJSIP/nowhere' })
      const end = await other.gateway.send({ to: pat, body: 'Hello' })
      expect(end).toMatchObject({ end: 'rejected', failure: { reaction: 'stop-everything', code: 'no-trunk' } })
      expect((await other.gateway.check())[1]).toMatchObject({ state: 'failed', fields: ['trunk'] })
      await other.close()
    })

    it('waits at a phone that nobody plugged in, for which the phone system has no address', async () => {
      const other = await Desk.open(lab, 'texts', { trunk: 'PJSIP/105' })
      expect(await other.gateway.send({ to: pat, body: 'Hello' })).toMatchObject({ end: 'not-sent' })
      await other.close()
    })
  })

  describe('in', () => {
    it('carries every body byte for byte, in order, and tells at once', async () => {
      const told = desk.heard(bodies.length)
      for (const body of bodies) expect(await write(body)).toBe(202)
      await told
      expect((await desk.bodies()).slice(-bodies.length)).toEqual(bodies)
    })

    it('knows the sender behind any name', async () => {
      const told = desk.heard(2)
      await write('One', '15305550141', 'Eve" <sip:911@evil>, x')
      await write('Two', '+12125550123')
      await told
      const { messages } = await desk.gateway.received()
      expect(messages.slice(0, 2).map(({ from, to }) => [from, to])).toEqual([
        ['+12125550123', office],
        [pat, office],
      ])
    })

    it('takes the longest text that Asterisk takes, and does not hide one that is longer', async () => {
      const told = desk.heard(2)
      await write('ü'.repeat(511))
      await write('x'.repeat(1100))
      await told
      const [longest, beyond] = (await desk.bodies()).slice(-2)
      expect(longest).toBe('ü'.repeat(511))
      expect(beyond).toContain('Ask for it again')
    })

    it.each(['texts', 'ringback'] as const)('is there for who signs in later, as %s', async (user) => {
      await write(`While nobody of ${user} was there`)
      const later = await Desk.open(lab, user)
      expect(await later.bodies()).toEqual(await desk.bodies())
      expect((await later.bodies()).at(-1)).toBe(`While nobody of ${user} was there`)
      await later.close()
    })

    it('pages through more than one page without a gap or a repetition', async () => {
      for (let count = 0; count < 60; count += 1) await write(`Page ${count}`)
      const ids: string[] = []
      let next: string | undefined
      do {
        const page = await desk.gateway.received(next)
        ids.push(...page.messages.map(({ providerId }) => providerId))
        next = page.next ?? undefined
      } while (next !== undefined)
      const counts = ids.map((id) => Number(id.split('-')[1]))
      expect(counts).toEqual(counts.map((_, index) => counts.length - index))
    })
  })

  it('is found in order by the check', async () => {
    const steps = await desk.gateway.check()
    expect(steps.map(({ about, state }) => [about, state])).toEqual([
      ['sign-in', 'ok'],
      ['trunk', 'ok'],
      ['answers', 'ok'],
      ['replies', 'ok'],
    ])
  })

  it('keeps texts over a restart', async () => {
    await write('Before the restart')
    await desk.close()
    await lab.restart()
    desk = await Desk.open(lab, 'texts')
    expect((await desk.bodies()).at(-1)).toBe('Before the restart')
  })
})
