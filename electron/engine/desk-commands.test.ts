import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deskCommands } from './desk-commands.ts'
import { minute, pat, TextingOffice } from './outbox/testing.ts'

let office: TextingOffice
beforeEach(async () => {
  office = new TextingOffice()
  await office.open()
})
afterEach(() => office.end())

describe('what quitting would leave unsent', () => {
  const waiting = () => deskCommands['texts:waiting'](undefined, office.context)

  it('is nothing where nobody is to be texted', async () => {
    expect(await waiting()).toEqual({ ok: true, value: { texts: 0, nextAt: null } })
  })

  it('is counted, with when the next is due', async () => {
    await office.call()
    const { clock } = office
    const found = await waiting()
    expect(found).toMatchObject({ ok: true, value: { texts: 1 } })
    const nextAt = found.ok ? (found.value.nextAt ?? 0) : 0
    expect(nextAt - clock.now()).toBeLessThanOrEqual(minute)
  })
})

describe('the number of a link', () => {
  const open = (number: string) => deskCommands['numbers:open']({ number }, office.context)

  it('opens the conversation that there is, in whatever spelling', async () => {
    await office.call()
    const conversationId = await office.conversation()
    expect(await open('(530) 555-0101')).toEqual({ ok: true, value: { conversationId } })
    expect(await open(pat)).toEqual({ ok: true, value: { conversationId } })
  })

  it('of somebody new opens an empty one, and texts nobody', async () => {
    const opened = await open('530.555.0177')
    expect(opened.ok).toBe(true)
    await office.pass(2 * minute)
    expect(office.sent('+15305550177')).toEqual([])
    expect(await open('+15305550177')).toEqual(opened)
  })

  it('that is none is refused', async () => {
    expect(await open('911')).toMatchObject({ ok: false, failure: { code: 'bad-input' } })
  })
})
