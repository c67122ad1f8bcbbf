import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AmiResponse } from '../../../telephony/ami/connection.ts'
import { amiEvent } from '../../../telephony/ami/events.ts'
import { AmiFailure, connectionProblem } from '../../../telephony/ami/problems.ts'
import { silentLogger } from '../../../telephony/logger.ts'
import type { CallBackView, DeskPhone } from '../../contract/view-models.ts'
import { aCall, addMessage, caller, happens, minute, noon, openOffice } from '../inbox/testing.ts'
import type { Office } from '../inbox/testing.ts'
import type { SectionInput } from '../settings/sections.ts'
import { saveSection } from '../settings/settings.ts'
import { CallBack } from './call-back.ts'

type Fields = Record<string, string>

let office: Office
let back: CallBack
let asked: Fields[]
let seen: CallBackView[]
let conversationId: string
/** What the phone system answers to an action, where that is not simply yes. */
const phone = { host: '192.0.2.10', port: 5038, username: 'ringback', password: '' }
let answers: Record<string, (fields: Fields) => Partial<AmiResponse> | AmiFailure>

const rights = ['Ping', 'Originate', 'Hangup']
const desk: DeskPhone = { channel: 'PJSIP/101', extension: '101', name: null, context: 'LocalSets' }

function answer(fields: Fields): Promise<AmiResponse> {
  asked.push(fields)
  const said = answers[fields['Action'] ?? '']?.(fields) ?? {}
  if (said instanceof AmiFailure) return Promise.reject(said)
  const get = (header: string) => (rights.includes(header) ? '' : undefined)
  return Promise.resolve({ ok: true, message: '', get, ...said } as AmiResponse)
}

beforeEach(async () => {
  office = await openOffice()
  asked = []
  seen = []
  answers = {}
  const { store, clock } = office
  const changed = (view: CallBackView) => void seen.push(view)
  back = new CallBack({ store, clock, logger: silentLogger, ask: answer, phones: () => [desk], changed })
  conversationId = (await happens(office, aCall({ callerName: 'Pat Lee' }))).conversationId
  await store.write((work) => saveSection(work, 'business', { name: 'Cedar Dental', country: 'US' }, 0))
  await choose({ phone: 'PJSIP/101' })
})
afterEach(() => office.end())

const choose = (settings: SectionInput<'call-back'>) =>
  office.store.write((work) => saveSection(work, 'call-back', settings, 0))
const start = () => back.start({ conversationId })
const sent = (action: string) => asked.filter((fields) => fields['Action'] === action)
const happen = (event: string, headers: Fields) => back.handle(amiEvent(Object.entries({ Event: event, ...headers })))
const own = () => ({ Uniqueid: back.view()?.id ?? '', Linkedid: back.view()?.id ?? '', Channel: 'PJSIP/101-0001' })
const denied = () => ({ ok: false, message: 'Permission denied' })

describe('what the phone system is asked', () => {
  it('is a way for the number, from the phone’s own context, and then the call with the busiest line shown', async () => {
    expect(await start()).toMatchObject({ ok: true, value: { who: 'Pat Lee', phone: '101', phase: 'ringing-you' } })
    expect(sent('ShowDialPlan')).toEqual([{ Action: 'ShowDialPlan', Context: 'LocalSets', Extension: '15305550101' }])
    expect(sent('Originate')).toMatchObject([
      { Channel: 'PJSIP/101', Context: 'LocalSets', Exten: '15305550101', CallerID: '"Cedar Dental" <12125550100>' },
    ])
  })

  it('tries other contexts and spellings where the dialplan has no such way', async () => {
    answers['ShowDialPlan'] = ({ Context, Extension }) =>
      Context === 'from-internal' && Extension === '5305550101'
        ? {}
        : { ok: false, message: Context === 'internal' ? 'Did not find context internal' : 'Did not find extension' }
    await start()
    expect(sent('Originate')).toMatchObject([{ Context: 'from-internal', Exten: '5305550101' }])
  })

  it('is what the office was seen to dial, first of all', async () => {
    const dialed = { direction: 'outbound', outcome: 'answered', dialed: '95305550101' } as const
    await happens(office, aCall({ ...dialed, startedAt: noon + minute }))
    await start()
    expect(sent('Originate')).toMatchObject([{ Exten: '95305550101' }])
  })

  it('is exactly what somebody has set', async () => {
    await choose({ phone: 'SIP/7', context: 'out', prefix: '0', numberForm: 'e164', callerId: 'none' })
    await start()
    const [originate] = sent('Originate')
    expect(originate).toMatchObject({ Channel: 'SIP/7', Context: 'out', Exten: '0+15305550101' })
    expect(originate).not.toHaveProperty('CallerID')
  })

  it('is the likeliest where nobody may look at the dialplan', async () => {
    answers['ShowDialPlan'] = denied
    await start()
    expect(sent('Originate')).toMatchObject([{ Context: 'LocalSets', Exten: '15305550101' }])
  })
})

describe('a number that somebody wrote in a text', () => {
  it('can be called, but only if it really stands there', async () => {
    const body = 'Please call my office at (530) 555-0131'
    const messageId = await addMessage(office, { conversation_id: conversationId, at: noon, body })
    expect(await back.start({ messageId, number: '+15305550132' })).toMatchObject({ failure: { code: 'not-found' } })
    expect(await back.start({ messageId: 'gone', number: '+15305550131' })).toMatchObject({ ok: false })
    expect(await back.start({ messageId, number: '+15305550131' })).toMatchObject({ value: { who: '(530) 555-0131' } })
  })
})

describe('a call back that cannot begin', () => {
  it('says what is missing, and rings nobody', async () => {
    answers['ShowDialPlan'] = () => ({ ok: false, message: 'Did not find extension' })
    expect(await start()).toMatchObject({ ok: false, failure: { message: expect.stringContaining('how to call Pat') } })
    await choose({ phone: '' })
    expect(await start()).toMatchObject({ failure: { message: 'Your phone is not chosen yet.' } })
    expect(await back.start({ callId: 'gone' })).toMatchObject({ failure: { code: 'not-found' } })
    expect(sent('Originate')).toEqual([])
  })

  it.each<[string, Partial<AmiResponse> | AmiFailure, string]>([
    ['not permitted', denied(), 'lacks the right to ring phones (originate)'],
    ['unknown to old phone systems', { ok: false, message: 'Extension does not exist.' }, 'Settings'],
    ['refused', { ok: false, message: 'Channel not specified' }, 'whoever looks after your phone system'],
    [
      'without a connection',
      new AmiFailure(connectionProblem('lost', phone), { nothingSent: true }),
      'tries again by itself',
    ],
  ])('because it is %s is over at once', async (_, said, remedy) => {
    answers['Originate'] = () => said
    expect(await start()).toMatchObject({ ok: false, failure: { remedy: expect.stringContaining(remedy) } })
    expect([back.view(), back.number()]).toEqual([null, null])
    // The window puts its card away.
    expect(seen.at(-1)).toMatchObject({ phase: 'ended', end: null })
  })

  it('because another goes on says which', async () => {
    const [first, second] = await Promise.all([start(), start()])
    expect([first.ok, second.ok]).toEqual([true, false])
    expect(await start()).toMatchObject({ failure: { message: 'You are already calling Pat Lee.' } })
    expect(sent('Originate')).toHaveLength(1)
  })
})

describe('a call back under way', () => {
  it('keeps its number from being texted until it is over, and knows it after that', async () => {
    await start()
    const id = own().Uniqueid
    expect([back.number(), back.numberOf(id), back.numberOf('1.1')]).toEqual([caller, caller, null])
    happen('Newchannel', own())
    happen('Hangup', own())
    expect([back.number(), back.numberOf(id)]).toEqual([null, caller])
    expect(seen.at(-1)).toMatchObject({ phase: 'ended', end: { code: 'phone-unreachable', how: 'failed' } })
    expect((await start()).ok).toBe(true)
  })

  it('is hung up by Cancel, be it before there is anything to hang up', async () => {
    await start()
    expect(await back.cancel(own().Uniqueid)).toEqual({ ok: true, value: undefined })
    expect(sent('Hangup')).toEqual([])
    happen('Newchannel', own())
    expect(sent('Hangup')).toEqual([{ Action: 'Hangup', Channel: 'PJSIP/101-0001' }])
    happen('Hangup', own())
    expect(seen.at(-1)?.end).toMatchObject({ how: 'cancelled', message: 'The call was canceled.' })
  })

  it('tells from the start that it can only be ended at the phone, where that is so', async () => {
    answers['ListCommands'] = () => ({ get: (header) => (header === 'Ping' ? '' : undefined) })
    answers['Hangup'] = denied
    expect(await start()).toMatchObject({ value: { cancel: 'at-phone' } })
    happen('Newchannel', own())
    expect(await back.cancel(own().Uniqueid)).toMatchObject({
      failure: { remedy: 'Hang up, or decline the call, on your phone 101.' },
    })
  })

  describe('that Cancel did not end', () => {
    const cancel = () => back.cancel(own().Uniqueid)
    beforeEach(async () => {
      await start()
    })

    it('tells why: nobody answered, or what the phone system said', async () => {
      happen('Newchannel', own())
      answers['Hangup'] = () => new AmiFailure(connectionProblem('lost', phone))
      expect(await cancel()).toMatchObject({ failure: { message: expect.stringContaining('was lost') } })
      answers['Hangup'] = () => ({ ok: false, message: 'Out of order' })
      expect(await cancel()).toMatchObject({ failure: { message: expect.stringContaining('(Out of order)') } })
      expect(back.view()).toMatchObject({ cancel: 'here' })
    })

    it('because it is over already is no failure', async () => {
      happen('Newchannel', own())
      answers['Hangup'] = () => ({ ok: false, message: 'No such channel' })
      expect(await cancel()).toEqual({ ok: true, value: undefined })
    })

    it.each([denied(), new AmiFailure(connectionProblem('no-answer', phone))])(
      'although it was pressed in time says to end it at the phone (%#)',
      async (said) => {
        await cancel()
        answers['Hangup'] = () => said
        happen('Newchannel', own())
        await vi.waitUntil(() => seen.at(-1)?.cancel === 'at-phone')
        expect(seen.at(-1)).toMatchObject({ phase: 'ringing-you', end: null })
      },
    )
  })

  describe('of which nobody knows whether the phone system heard the request', () => {
    const unanswered = () => new AmiFailure(connectionProblem('no-answer', phone))
    beforeEach(async () => {
      answers['Originate'] = unanswered
      expect(await start()).toMatchObject({ ok: true, value: { phase: 'ended', end: { code: 'disconnected' } } })
      answers = {}
    })

    it('says that the phone may ring all the same', () => {
      expect(seen.at(-1)?.end?.remedy).toContain('phone 101 may ring all the same')
      expect([back.number(), back.numberOf(own().Uniqueid)]).toEqual([null, caller])
    })

    it('is under way as soon as the phone rings, and does not ring twice', async () => {
      happen('Newchannel', own())
      happen('Newstate', { ...own(), ChannelState: '5' })
      expect(seen.at(-1)).toMatchObject({ phase: 'ringing-you', end: null })
      expect(back.number()).toBe(caller)
      expect(await start()).toMatchObject({ failure: { message: 'You are already calling Pat Lee.' } })
      expect(sent('Originate')).toHaveLength(1)
      happen('Hangup', own())
      expect(seen.at(-1)?.end?.code).toBe('phone-unanswered')
    })

    it('is found among the calls that go on once the connection is back, and can be hung up', async () => {
      happen('CoreShowChannel', { ...own(), ChannelState: '6' })
      expect(seen.at(-1)).toMatchObject({ phase: 'ringing-them', end: null })
      await back.cancel(own().Uniqueid)
      expect(sent('Hangup')).toEqual([{ Action: 'Hangup', Channel: 'PJSIP/101-0001' }])
    })
  })

  it('does not stay for ever when its end got lost', async () => {
    await start()
    happen('Newstate', { ...own(), ChannelState: '5' })
    await office.clock.advance(30_000)
    expect(back.number()).toBe(caller)
    await office.clock.advance(15_000)
    expect(seen.at(-1)).toMatchObject({ phase: 'ended', end: { code: 'phone-unanswered' } })
  })

  it('does not ring them for ever when its end got lost, and goes on when it had not ended', async () => {
    await start()
    happen('Newstate', { ...own(), ChannelState: '6' })
    await office.clock.advance(9 * minute)
    expect(back.number()).toBe(caller)
    await office.clock.advance(minute)
    expect([back.number(), seen.at(-1)?.end?.code]).toEqual([null, 'disconnected'])
    happen('DialBegin', { ...own(), DestUniqueid: '1.2' })
    expect(back.number()).toBe(caller)
  })

  it('is over for the window when the connection is lost', async () => {
    await start()
    back.disconnected()
    expect(seen.at(-1)).toMatchObject({ phase: 'ended', end: { code: 'disconnected' } })
  })
})
