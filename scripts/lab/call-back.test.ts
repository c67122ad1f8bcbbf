/** Calling back on a real Asterisk, with the whole engine: whose phone failed, and what a call back changes. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CommandInput, CommandName, CommandOutput } from '../../electron/contract/commands.ts'
import type { Failure, Result } from '../../electron/contract/result.ts'
import type { CallBackView, ConversationDetail, TimelineItem } from '../../electron/contract/view-models.ts'
import { Engine } from '../../electron/engine/engine.ts'
import { systemClock } from '../../telephony/clock.ts'
import { silentLogger } from '../../telephony/logger.ts'
import { whyNoLab } from './pbx/availability.ts'
import type { Behaviour } from './sip/behaviour.ts'
import { startLab } from './start-lab.ts'
import type { AmiAccess, Lab } from './start-lab.ts'
import { labAccount } from './twilio/main.ts'
import { startTwilioStandIn } from './twilio/stand-in.ts'
import type { StandIn } from './twilio/stand-in.ts'

const noLab = await whyNoLab()
const pat = '15305550141'

/** An engine of its own at the lab's phone system, as a PC of the office has it. */
class Desk {
  readonly seen: CallBackView[] = []
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'ringback-desk-'))
  readonly #engine: Promise<Engine>
  readonly #waiting = new Set<() => void>()

  private constructor(ami: AmiAccess, sms: StandIn) {
    const { accountSid, authToken, number } = labAccount
    const config = {
      business: { name: 'Cedar Dental', country: 'US' },
      pbx: { ...ami, trunks: [], tls: false },
      gateway: { kind: 'twilio' as const, accountSid, authToken, from: number, baseUrl: sms.url },
      followUp: { delaySeconds: 300 },
      lines: { '15305550101': 'Main line' },
    }
    this.#engine = Engine.start({
      dataFolder: this.#folder,
      profile: 'office',
      secrets: { pbxPassword: null, gatewayToken: null },
      config,
      clock: systemClock,
      logger: silentLogger,
      onEvent: (name, payload) => {
        if (name === 'call-back:changed') this.seen.push(payload as CallBackView)
        for (const look of this.#waiting) look()
        this.#waiting.clear()
      },
    })
  }

  static async open(ami: AmiAccess, sms: StandIn): Promise<Desk> {
    const desk = new Desk(ami, sms)
    await desk.until(async () => (await desk.demand('health:get')).phoneSystem.state === 'ok')
    return desk
  }

  async request<N extends CommandName>(name: N, input?: CommandInput<N>): Promise<Result<CommandOutput<N>>> {
    return (await this.#engine).request(name, input) as Promise<Result<CommandOutput<N>>>
  }

  async demand<N extends CommandName>(name: N, input?: CommandInput<N>): Promise<CommandOutput<N>> {
    const result = await this.request(name, input)
    if (!result.ok) throw new Error(result.failure.message)
    return result.value
  }

  choose(phone: string, more: Partial<CommandInput<'settings:save-call-back'>> = {}): Promise<void> {
    const auto = { context: '', prefix: '', numberForm: 'auto', callerId: 'auto' } as const
    return this.demand('settings:save-call-back', { ...auto, phone, ...more })
  }

  /** Looks at each event until `holds`; the test's own time-out ends it otherwise. */
  async until(holds: () => Promise<boolean> | boolean): Promise<void> {
    for (;;) {
      const changed = new Promise<void>((resolve) => this.#waiting.add(resolve))
      if (await holds()) return
      await changed
    }
  }

  /** Calls the first conversation back and waits for the end; a request that fails is told as it is. */
  async callBack(): Promise<CallBackView | Failure> {
    const { items } = await this.demand('conversations:list', { tab: 'all' })
    const started = await this.request('call-back:start', { conversationId: items[0]?.id ?? '' })
    if (!started.ok) return started.failure
    await this.until(() => this.seen.at(-1)?.phase === 'ended')
    return this.seen.at(-1) ?? started.value
  }

  async conversation(): Promise<ConversationDetail> {
    const { items } = await this.demand('conversations:list', { tab: 'all' })
    return this.demand('conversations:get', { id: items[0]?.id ?? '' })
  }

  /** The calls in the conversation's time line. */
  async calls(): Promise<TimelineItem[]> {
    return (await this.conversation()).timeline.filter(({ kind }) => kind === 'call')
  }

  async close(): Promise<void> {
    await (await this.#engine).stop()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

describe.skipIf(noLab !== null)(`calling back on a real Asterisk${noLab === null ? '' : ` (none: ${noLab})`}`, () => {
  let lab: Lab
  let sms: StandIn
  let desk: Desk

  beforeAll(async () => {
    lab = await startLab({ ringSeconds: 2 })
    const { accountSid, authToken, number } = labAccount
    sms = await startTwilioStandIn({ accountSid, authToken, numbers: [number] })
    desk = await Desk.open(lab.amiAs('hangsup'), sms)
    await lab.call({ from: pat, name: 'Pat Lee', to: '15305550101', giveUpAfter: 0.3 })
    await desk.until(async () => (await desk.demand('conversations:list', { tab: 'all' })).items.length === 1)
  }, 60_000)

  afterAll(async () => {
    await desk?.close()
    await sms?.stop()
    await lab?.stop()
  })

  const phone = (behaviour: Behaviour) => void lab.phone('101').will(behaviour)
  const them = (behaviour: Behaviour) => lab.outside(pat).will(behaviour)

  it('asks which phone is whose, and knows the phones that have rung', async () => {
    expect(await desk.callBack()).toMatchObject({ code: 'not-ready', message: 'Your phone is not chosen yet.' })
    const { phones, callerId } = await desk.demand('call-back:choices')
    expect(phones).toEqual([
      { channel: 'PJSIP/101', extension: '101', name: null, context: 'internal' },
      // Known from the queue; where its calls begin shows once it has rung.
      { channel: 'PJSIP/102', extension: '102', name: null, context: null },
    ])
    expect(callerId).toBe('Main line')
  })

  it.each<[string, string, Behaviour | null]>([
    ['phone-unreachable', '105', null],
    ['phone-unreachable', 'SIP/nobody', null],
    ['phone-busy', '101', 'busy'],
    ['phone-declined', '101', 'decline'],
  ])('tells that the receptionist’s own phone is at fault: %s', async (code, extension, behaviour) => {
    await desk.choose(extension)
    if (behaviour) phone(behaviour)
    expect(await desk.callBack()).toMatchObject({ phase: 'ended', end: { how: 'failed' } })
    // Asterisk may tell that the phone did not answer before it tells why.
    await desk.until(() => desk.seen.at(-1)?.end?.code === code)
    // Nobody picked up: nobody has called Pat.
    expect(await desk.conversation()).toMatchObject({ followUp: { state: 'running' }, contact: { calls: 1 } })
    expect(await desk.calls()).toHaveLength(1)
  })

  it('a call for which there is no way rings nobody', async () => {
    await desk.choose('101', { context: 'nowhere' })
    expect(await desk.callBack()).toMatchObject({ message: 'Your phone system does not know how to call Pat Lee.' })
    await desk.choose('101', { prefix: '9' })
    expect(await desk.callBack()).toMatchObject({ code: 'not-allowed', remedy: expect.stringContaining('Settings') })
  })

  it('can be cancelled while the receptionist’s phone rings', async () => {
    await desk.choose('101')
    phone('ring')
    const ended = desk.callBack()
    await desk.until(async () => (await desk.request('call-back:get')).ok && desk.seen.at(-1)?.phase === 'ringing-you')
    expect(desk.seen.at(-1)?.cancel).toBe('here')
    expect((await desk.request('call-back:cancel', { id: desk.seen.at(-1)?.id ?? '' })).ok).toBe(true)
    expect(await ended).toMatchObject({ phase: 'ended', end: { how: 'cancelled' } })
    expect((await desk.conversation()).followUp?.state).toBe('running')
  })

  it('that they do not take tells why, and is a try that ends the follow-up', async () => {
    phone({ answerAfter: 0.2 })
    them('decline')
    expect(await desk.callBack()).toMatchObject({ end: { code: 'declined' } })
    them('busy')
    expect(await desk.callBack()).toMatchObject({ end: { code: 'busy', message: 'Pat Lee is on the phone.' } })
    await desk.until(async () => (await desk.calls()).length === 3)
    expect(await desk.conversation()).toMatchObject({ followUp: { state: 'stopped', stopReason: 'called-back' } })
  })

  it('that they answer is a talk with them in the conversation, with the office’s number shown', async () => {
    phone({ answerAfter: 0.2 })
    them({ answerAfter: 0.3, hangUpAfter: 0.5 })
    desk.seen.length = 0
    const ended = desk.callBack()
    await desk.until(async () => (await desk.demand('live:get')).calls[0]?.state === 'talking')
    const { calls } = await desk.demand('live:get')
    expect(calls).toMatchObject([{ direction: 'outbound', caller: 'Pat Lee', state: 'talking', phones: ['101'] }])
    expect((await desk.demand('conversations:list', { tab: 'all' })).items[0]?.live).toBe(true)
    expect(await ended).toMatchObject({ end: { how: 'talked', message: 'You talked with Pat Lee.' } })
    expect(desk.seen.map(({ phase }) => phase)).toEqual(['ringing-you', 'ringing-them', 'talking', 'ended'])
    await desk.until(async () => (await desk.calls()).length === 4)
    expect((await desk.calls()).at(-1)).toMatchObject({ direction: 'outbound', outcome: 'answered' })
    expect((await desk.conversation()).state).toBe('done')
    expect(lab.outside(pat).calledBy()).toBe('15305550101')
  })

  it('with less right says what to add, or where to hang up', async () => {
    const less = await Desk.open(lab.ami, sms)
    const nothing = await Desk.open(lab.amiAs('callonly'), sms)
    try {
      await lab.call({ from: pat, to: '15305550105' })
      for (const one of [less, nothing]) {
        await one.until(async () => (await one.demand('conversations:list', { tab: 'all' })).items.length === 1)
        await one.choose('101')
      }
      const denied = await nothing.callBack()
      expect(denied).toMatchObject({ message: 'The phone system does not let Ringback ring phones.' })
      phone({ answerAfter: 0.5 })
      them('busy')
      const ended = less.callBack()
      await less.until(() => less.seen.at(-1)?.phase === 'ringing-you')
      expect(less.seen.at(-1)?.cancel).toBe('at-phone')
      const refused = await less.request('call-back:cancel', { id: less.seen.at(-1)?.id ?? '' })
      if (!refused.ok) expect(refused.failure.remedy).toContain('on your phone 101')
      expect(await ended).toMatchObject({ end: { code: 'busy' } })
    } finally {
      await Promise.all([less.close(), nothing.close()])
    }
  })
})

describe.skipIf(noLab !== null)('calling back where the dialplan is built as FreePBX builds it', () => {
  it('finds the way out by itself, for a phone behind a Local channel too', async () => {
    const lab = await startLab({ office: 'freepbx-like', ringSeconds: 2 })
    const { accountSid, authToken, number } = labAccount
    const sms = await startTwilioStandIn({ accountSid, authToken, numbers: [number] })
    const desk = await Desk.open(lab.ami, sms)
    try {
      await lab.call({ from: '5305550141', to: '5305550201', giveUpAfter: 0.3 })
      await desk.until(async () => (await desk.demand('conversations:list', { tab: 'all' })).items.length === 1)
      lab.phone('101').will({ answerAfter: 0.1 })
      lab.outside(pat).will({ answerAfter: 0.1, hangUpAfter: 0.3 })
      await desk.choose('Local/101@from-internal')
      expect(await desk.callBack()).toMatchObject({ end: { how: 'talked' } })
      lab.outside(pat).will('busy')
      await desk.choose('101')
      expect(await desk.callBack()).toMatchObject({ end: { code: 'busy' } })
      await desk.until(async () => (await desk.calls()).length === 3)
      expect(await desk.conversation()).toMatchObject({ followUp: { stopReason: 'called-back' } })
    } finally {
      await desk.close()
      await sms.stop()
      await lab.stop()
    }
  })
})
