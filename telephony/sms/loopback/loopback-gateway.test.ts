import { beforeEach, describe, expect, it } from 'vitest'
import { ManualClock } from '../../clock.ts'
import { GatewayError } from '../gateway.ts'
import type { OutgoingText } from '../gateway.ts'
import { LoopbackGateway } from './loopback-gateway.ts'

const caller = '+15305550131'

describe('the loopback gateway', () => {
  let clock: ManualClock
  let gateway: LoopbackGateway

  beforeEach(() => {
    clock = new ManualClock(Date.UTC(2026, 10, 24, 15))
    gateway = new LoopbackGateway({ clock, from: '+15305550100', pageSize: 2 })
  })

  it('takes a text, sends it and delivers it to whoever reads along', async () => {
    const read: OutgoingText[] = []
    gateway.onText((text) => read.push(text))
    const result = await gateway.send({ to: caller, body: 'Sorry we missed you' })
    if (result.end !== 'accepted') throw new Error(result.end)
    const state = async () => (await gateway.fetch(result.message.providerId))?.state

    expect(await state()).toBe('accepted')
    await clock.advance(500)
    expect(await state()).toBe('sent')
    expect(read).toEqual([])
    await clock.advance(2_000)
    expect(await state()).toBe('delivered')
    expect(read).toEqual([{ to: caller, body: 'Sorry we missed you' }])
  })

  it('ends the next sends as told, and then works again', async () => {
    gateway.endNextSend(
      { end: 'not-sent', retryAfterMs: 5_000, said: { code: 'no-connection', facts: {} } },
      { end: 'unknown', taken: true, said: { code: 'not-told', facts: {} } },
      { end: 'unknown', taken: false, said: { code: 'not-told', facts: {} } },
    )
    const ends: string[] = []
    for (const body of ['a', 'b', 'c', 'd']) ends.push((await gateway.send({ to: caller, body })).end)
    expect(ends).toEqual(['not-sent', 'unknown', 'unknown', 'accepted'])
    expect(gateway.accepted.map(({ body }) => body)).toEqual(['b', 'd'])
  })

  it('fails delivery to a number that was told to', async () => {
    const failure = { reaction: 'never', code: '30003', said: { code: 'listed', facts: { number: 30003 } } } as const
    gateway.failDelivery(caller, failure)
    await gateway.send({ to: caller, body: 'a' })
    await clock.advance(5_000)
    expect((await gateway.sentTo(caller)).messages).toMatchObject([{ state: 'failed', failure }])
  })

  it('lists newest first in pages that new arrivals do not shift', async () => {
    for (const body of ['1', '2', '3']) gateway.receive({ from: caller, body })
    const first = await gateway.received()
    gateway.receive({ from: caller, body: '4' })
    const second = await gateway.received(first.next ?? '')
    expect([...first.messages, ...second.messages].map(({ body }) => body)).toEqual(['3', '2', '1'])
    expect(second.next).toBeNull()
  })

  it('refuses reads while it is told to', async () => {
    gateway.failReads(new GatewayError('no-connection', { code: 'no-connection', facts: {} }))
    await expect(gateway.received()).rejects.toThrow('no-connection')
    gateway.failReads(null)
    await expect(gateway.received()).resolves.toMatchObject({ messages: [], next: null, span: null })
  })
})
