/** The whole engine, texting through the office's own phone system on a real Asterisk. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CommandInput, CommandName, CommandOutput } from '../../electron/contract/commands.ts'
import type { TimelineItem } from '../../electron/contract/view-models.ts'
import { Engine } from '../../electron/engine/engine.ts'
import { Wire } from '../../telephony/ami/wire.ts'
import { systemClock } from '../../telephony/clock.ts'
import { silentLogger } from '../../telephony/logger.ts'
import { whyNoLab } from './pbx/availability.ts'
import { startLab } from './start-lab.ts'
import type { Lab } from './start-lab.ts'

const noLab = await whyNoLab()
const office = '+15305550101'

/** An engine at the lab's phone system, by a wire of its own. */
class Desk {
  readonly #folder: string
  readonly #wire: Wire
  #engine: Engine
  readonly #waiting = new Set<() => void>()

  private constructor(folder: string, wire: Wire, engine: Engine) {
    this.#folder = folder
    this.#wire = wire
    this.#engine = engine
  }

  static async open(lab: Lab): Promise<Desk> {
    const ami = lab.amiAs('texts')
    const wire = await Wire.to(ami.port, ami.host)
    const folder = mkdtempSync(path.join(tmpdir(), 'ringback-texting-'))
    let changed = () => {}
    const engine = await Engine.start({
      dataFolder: folder,
      profile: 'office',
      secrets: { pbxPassword: null, gatewayToken: null },
      config: {
        business: { name: 'Cedar Dental', country: 'US' },
        pbx: { ...ami, host: '127.0.0.1', port: wire.port, trunks: [], tls: false },
        gateway: { kind: 'asterisk', from: office, trunk: 'PJSIP/trunk', numbers: 'plus' },
        followUp: { delaySeconds: 0 },
      },
      clock: systemClock,
      logger: silentLogger,
      onEvent: () => changed(),
    })
    const desk = new Desk(folder, wire, engine)
    changed = () => desk.#look()
    await desk.until(async () => (await desk.demand('health:get')).texting.state === 'ok')
    return desk
  }

  async demand<N extends CommandName>(name: N, input?: CommandInput<N>): Promise<CommandOutput<N>> {
    const result = await this.#engine.request(name, input)
    if (!result.ok) throw new Error(result.failure.message)
    return result.value as CommandOutput<N>
  }

  /** Looks at each event until `holds`; the test's own time-out ends it otherwise. */
  async until(holds: () => Promise<boolean>): Promise<void> {
    for (;;) {
      const changed = new Promise<void>((resolve) => this.#waiting.add(resolve))
      if (await holds()) return
      await changed
    }
  }

  async conversation(number: string) {
    const { items } = await this.demand('conversations:list', { tab: 'all', query: number })
    return items[0] ? this.demand('conversations:get', { id: items[0].id }) : null
  }

  async timeline(number: string): Promise<TimelineItem[]> {
    return (await this.conversation(number))?.timeline ?? []
  }

  /** The texts with this number, as `out sent: Hello`. */
  async texts(number: string): Promise<string[]> {
    const items = await this.timeline(number)
    return items.flatMap((item) => (item.kind === 'message' ? [`${item.direction} ${item.state}: ${item.body}`] : []))
  }

  get wire(): Wire {
    return this.#wire
  }

  async close(): Promise<void> {
    await this.#engine.stop()
    await this.#wire.close()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #look(): void {
    for (const look of this.#waiting) look()
    this.#waiting.clear()
  }
}

describe.skipIf(noLab !== null)(`an office that texts through its Asterisk${noLab ? ` (none: ${noLab})` : ''}`, () => {
  let lab: Lab
  let desk: Desk

  beforeAll(async () => {
    lab = await startLab({ ringSeconds: 2 })
    desk = await Desk.open(lab)
  }, 120_000)
  afterAll(async () => {
    await desk?.close()
    await lab?.stop()
  })

  const sentTo = (number: string) => lab.texts.sent().filter(({ to }) => to === number)
  const missACallOf = (number: string) => lab.call({ from: number.slice(1), to: '15305550101', giveUpAfter: 0.3 })

  it('texts a missed caller over its trunk, and a reply ends the follow-up', async () => {
    const pat = '+15305550141'
    const arrived = new Promise<void>((resolve) => lab.texts.onSent(({ to }) => to === pat && resolve()))
    await missACallOf(pat)
    await arrived
    expect(sentTo(pat)).toEqual([{ from: office, to: pat, body: expect.stringContaining('Cedar Dental') as string }])
    await desk.until(async () => (await desk.texts(pat)).some((text) => text.startsWith('out sent')))

    await lab.texts.write({ from: '15305550141', to: office, body: 'Yes, please:\r\n“Friday”, 10 😀' })
    await desk.until(async () => (await desk.texts(pat)).some((text) => text.startsWith('in ')))
    expect((await desk.texts(pat))[1]).toBe('in received: Yes, please:\r\n“Friday”, 10 😀')
    expect((await desk.texts(pat)).filter((text) => text.startsWith('out queued'))).toEqual([])
    expect((await desk.conversation(pat))?.state).toBe('needs-reply')
  })

  it('finds its trunk, its rights and its dialplan in order', async () => {
    const { trunks } = await desk.demand('texting:own-system')
    expect(trunks).toContain('PJSIP/trunk')
    const settings = { kind: 'asterisk', from: office, trunk: 'PJSIP/trunk', numbers: 'plus' } as const
    const { steps } = await desk.demand('texting:check', settings)
    expect(steps.map(({ state }) => state)).toEqual(['ok', 'ok', 'ok', 'ok'])
  })

  it('takes STOP for an opt-out, and texts that caller no more', async () => {
    const sam = '+15305550142'
    await missACallOf(sam)
    await desk.until(async () => (await desk.texts(sam)).some((text) => text.startsWith('out sent')))
    await lab.texts.write({ from: '15305550142', to: office, body: 'STOP' })
    await desk.until(async () => (await desk.conversation(sam))?.contact.optedOut != null)
    const before = sentTo(sam).length
    await missACallOf(sam)
    await desk.until(async () => (await desk.timeline(sam)).filter(({ kind }) => kind === 'call').length === 2)
    expect(sentTo(sam)).toHaveLength(before)
  })

  it('asks staff at once when the connection breaks before the answer, and never sends again', async () => {
    const kim = '+15305550143'
    await lab.texts.write({ from: '15305550143', to: office, body: 'Hello?' })
    await desk.until(async () => (await desk.texts(kim)).length === 1)
    const { id } = (await desk.conversation(kim)) ?? { id: '' }

    const arrived = new Promise<void>((resolve) => lab.texts.onSent(({ to }) => to === kim && resolve()))
    desk.wire.freezeAnswers()
    await desk.demand('messages:send', { conversationId: id, messageId: randomUUID(), body: 'Hello Kim' })
    await arrived
    desk.wire.cut()
    await desk.until(async () => (await desk.texts(kim)).includes('out check: Hello Kim'))
    await desk.until(async () => (await desk.demand('health:get')).phoneSystem.state === 'ok')
    // Whatever is due goes out before this one.
    await desk.demand('messages:send', { conversationId: id, messageId: randomUUID(), body: 'And another' })
    await desk.until(async () => (await desk.texts(kim)).includes('out sent: And another'))
    expect(sentTo(kim).map(({ body }) => body)).toEqual(['Hello Kim', 'And another'])
  })

  it('fetches what came while it was not connected', async () => {
    const lee = '+15305550144'
    desk.wire.freeze()
    await lab.texts.write({ from: '15305550144', to: office, body: 'Is anybody there?' })
    desk.wire.cut()
    await desk.until(async () => (await desk.texts(lee)).length === 1)
    expect(await desk.texts(lee)).toEqual(['in received: Is anybody there?'])
  })

  it('shows no call for what the phone system does with texts', async () => {
    expect((await desk.demand('live:get')).calls).toEqual([])
    const { items } = await desk.demand('calls:list', {})
    expect(items).toHaveLength(3)
  })
})
