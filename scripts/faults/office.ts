/** The world around the engine: the Twilio stand-in, the phone system, the gates before both, and the run's clock. */
import { SimulatedCall } from '../../electron/engine/demo/simulated-call.ts'
import { SimulatedPbx } from '../../electron/engine/demo/simulated-pbx.ts'
import type { EngineConfig } from '../../electron/engine/settings/config-file.ts'
import { startTwilioStandIn } from '../lab/twilio/stand-in.ts'
import type { HeardRequest, StandIn } from '../lab/twilio/stand-in.ts'
import type { Caller } from './callers.ts'
import { Diary } from './diary.ts'
import type { PlayedCall, Written } from './diary.ts'
import { headers as marks } from './fail-points.ts'
import { Gate } from './gate.ts'
import type { OfficePc } from './office-pc.ts'
import { momentOf } from './pc-diary.ts'
import { WorldClock } from './world-clock.ts'

const accountSid = `AC${'0'.repeat(32)}`
const authToken = 'the lab’s own'
export const sender = '+12125550100'
/** A Tuesday noon in the office's zone. */
const begin = Date.UTC(2026, 10, 24, 18, 0)

export const officeZone = 'America/Chicago'
export const delaySeconds = 15
/** Sooner than offices have it: a run is a few hours long. */
export const secondAfterMinutes = 20

export class Office {
  readonly clock: WorldClock
  readonly diary = new Diary()
  readonly gateway: StandIn
  readonly gatewayGate: Gate
  readonly pbxGate: Gate
  readonly #pbx: SimulatedPbx
  readonly #calls: Set<SimulatedCall>
  /** By PC, the number of its connection while one is known to be live. */
  readonly #connections = new Map<string, number>()
  #connected = 0
  /** Counts what the gateway heard. */
  #heard = 0
  /** How far lists lag now, ms. */
  lag = 0

  private constructor(
    clock: WorldClock,
    parts: { gateway: StandIn; gates: [Gate, Gate]; pbx: SimulatedPbx; calls: Set<SimulatedCall> },
  ) {
    this.clock = clock
    this.gateway = parts.gateway
    this.gatewayGate = parts.gates[0]
    this.pbxGate = parts.gates[1]
    this.#pbx = parts.pbx
    this.#calls = parts.calls
  }

  static async open(): Promise<Office> {
    const clock = new WorldClock({ passed: begin, now: begin })
    const heard: { tell: (request: HeardRequest) => void } = { tell: () => {} }
    const gateway = await startTwilioStandIn({
      accountSid,
      authToken,
      numbers: [sender],
      clock,
      // The PC's clock is never quite right.
      skewMs: 700,
      onRequest: (request) => heard.tell(request),
    })
    const calls = new Set<SimulatedCall>()
    const pbx = new SimulatedPbx({
      channels: () => [...calls].flatMap((call) => call.channels()),
      originate: () => {},
      hangUp: () => false,
    })
    const { port } = await pbx.listen()
    const gates: [Gate, Gate] = [new Gate(gateway.port), new Gate(port)]
    for (const gate of gates) await gate.open()
    const office = new Office(clock, { gateway, gates, pbx, calls })
    heard.tell = (request) => office.#note(request)
    return office
  }

  config(later: { secondOn: boolean; thirdOn: boolean }): EngineConfig {
    return {
      business: { name: 'Oak Dental', country: 'US', timeZone: officeZone },
      pbx: {
        host: '127.0.0.1',
        port: this.pbxGate.port,
        username: this.#pbx.username,
        password: this.#pbx.password,
        trunks: ['PJSIP/trunk'],
        tls: false,
      },
      gateway: {
        kind: 'twilio',
        accountSid,
        authToken,
        from: sender,
        baseUrl: `http://127.0.0.1:${this.gatewayGate.port}`,
      },
      followUp: { delaySeconds, secondAfterMinutes, ...later },
      lines: { [sender]: 'Main line' },
    }
  }

  /** The engine of a PC says whether it follows the calls. */
  followed(pc: string, live: boolean): void {
    if (!live) return this.unfollowed(pc)
    if (this.#connections.has(pc)) return
    this.#connected += 1
    this.#connections.set(pc, this.#connected)
    this.diary.pc(pc).followed.push({ from: this.clock.now(), to: null })
    this.diary.pc(pc).troubles.end('phones', this.clock.now())
  }

  unfollowed(pc: string): void {
    const connection = this.#connections.get(pc)
    if (connection === undefined) return
    const { connectionsEnded, followed, troubles } = this.diary.pc(pc)
    this.#connections.delete(pc)
    connectionsEnded.set(connection, Date.now())
    const last = followed.at(-1)
    if (last) last.to = this.clock.now()
    troubles.begin('phones', this.clock.now())
  }

  /** Somebody calls: `rings` and `talks` in seconds. */
  async call(caller: Caller, how: { answered: boolean; rings: number; talks: number }): Promise<void> {
    const { answered, rings, talks } = how
    const call = new SimulatedCall(
      {
        from: caller.shown,
        name: null,
        to: sender.slice(2),
        phones: ['101', '102'],
        ...(answered
          ? { end: 'answered' as const, by: '101', after: rings, talks }
          : { end: 'abandoned' as const, after: rings }),
      },
      (event) => this.#pbx.emit(event),
      this.clock,
    )
    const note: PlayedCall = {
      linkedid: call.channels()[0]?.['Uniqueid'] ?? '',
      number: caller.shown === null ? null : caller.number,
      textable: caller.textable,
      outcome: answered ? 'answered' : 'missed',
      startedAt: this.clock.now(),
      endedAt: null,
      beganAt: Date.now(),
      hungUpAt: null,
      toldOver: new Map(this.#connections),
    }
    this.diary.calls.push(note)
    this.#calls.add(call)
    await call.play()
    this.#calls.delete(call)
    note.endedAt = this.clock.now()
    note.hungUpAt = Date.now()
    for (const [pc, connection] of note.toldOver) {
      if (this.#connections.get(pc) !== connection) note.toldOver.delete(pc)
    }
  }

  /** A caller texts the office. */
  write(number: string, body: string, wish: Written['wish']): void {
    const { sid } = this.gateway.receive({ from: number, body })
    this.diary.written.push({ number, sid, wish, body, at: this.clock.now(), shownAt: new Map() })
  }

  setLag(ms: number): void {
    this.lag = ms
    this.gateway.setListLag(ms)
  }

  /** Cuts what is on its way to the gateway. */
  cutGateway(): void {
    this.diary.cuts.push(this.clock.now())
    this.gatewayGate.cut()
  }

  /** Nobody reaches the gateway any more. */
  shutGateway(): void {
    this.diary.cuts.push(this.clock.now())
    this.diary.troubles.begin('gateway', this.clock.now())
    void this.gatewayGate.shut()
  }

  async openGateway(): Promise<void> {
    await this.gatewayGate.open()
    this.diary.troubles.end('gateway', this.clock.now())
  }

  /** The world goes on for `ms` while these PCs sleep. */
  sleep(ms: number, pcs: readonly OfficePc[]): void {
    this.diary.troubles.begin('asleep', this.clock.now())
    this.clock.jump(ms)
    for (const pc of pcs) pc.wake(ms)
    this.diary.troubles.end('asleep', this.clock.now())
  }

  async close(): Promise<void> {
    await this.gatewayGate.shut()
    await this.pbxGate.shut()
    await this.#pbx.close()
    await this.gateway.stop()
    this.clock.stop()
  }

  #note({ operation, form, query, headers, arrivedAt, fault, reply }: HeardRequest): void {
    this.#heard += 1
    const pc = String(headers[marks.pc])
    const answer = typeof reply?.body === 'object' ? (reply.body as Record<string, unknown>) : {}
    if (operation === 'create') {
      const { sid, code } = answer
      this.diary.requests.push({
        pc,
        to: form.get('To') ?? '',
        body: form.get('Body') ?? '',
        at: arrivedAt,
        order: this.#heard,
        claimed: momentOf(Number(headers[marks.life]), Number(headers[marks.claimed])),
        heardAt: Date.now(),
        sid: typeof sid === 'string' ? sid : null,
        fault: fault?.kind ?? null,
        lag: this.lag,
        code: typeof code === 'number' ? code : null,
      })
    }
    if (operation !== 'list' || !Array.isArray(answer['messages'])) return
    if (fault && fault.kind !== 'repeated' && fault.kind !== 'slow') return
    const sids = new Set((answer['messages'] as { sid: string }[]).map(({ sid }) => sid))
    const to = query.get('To')
    if (to !== null && to !== sender) this.diary.lookups.push({ pc, to, order: this.#heard, sids })
    for (const text of this.diary.written) {
      if (sids.has(text.sid) && !text.shownAt.has(pc)) text.shownAt.set(pc, Date.now())
    }
  }
}
