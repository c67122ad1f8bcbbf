/** The world around the engine: the Twilio stand-in, the phone system, the gates before both, and the run's clock. */
import { SimulatedCall } from '../../electron/engine/demo/simulated-call.ts'
import { SimulatedPbx } from '../../electron/engine/demo/simulated-pbx.ts'
import type { EngineConfig } from '../../electron/engine/settings/config-file.ts'
import { startTwilioStandIn } from '../lab/twilio/stand-in.ts'
import type { HeardRequest, StandIn } from '../lab/twilio/stand-in.ts'
import type { Caller } from './callers.ts'
import { Diary } from './diary.ts'
import type { PlayedCall } from './diary.ts'
import { begunHeader } from './fail-points.ts'
import { Gate } from './gate.ts'
import { WorldClock } from './world-clock.ts'

const accountSid = `AC${'0'.repeat(32)}`
const authToken = 'the lab’s own'
export const sender = '+12125550100'
/** A Tuesday noon in the office's zone. */
const begin = Date.UTC(2026, 10, 24, 18, 0)

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
  /** Counts connections; null while none is known to be live. */
  #connection: number | null = null
  #connections = 0
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

  static async open(speed: number): Promise<Office> {
    const clock = new WorldClock({ at: begin, since: Date.now(), speed, advanced: 0, jumped: 0 })
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

  config(): EngineConfig {
    return {
      business: { name: 'Oak Dental', country: 'US', timeZone: 'America/Chicago' },
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
      // What the later texts add is not in the model yet.
      followUp: { delaySeconds, secondAfterMinutes },
      lines: { [sender]: 'Main line' },
    }
  }

  /** The engine says whether it follows the calls. */
  followed(live: boolean): void {
    if (live && this.#connection === null) this.#connection = this.#connections += 1
    if (!live) this.unfollowed()
  }

  unfollowed(): void {
    if (this.#connection === null) return
    this.diary.connectionsEnded.set(this.#connection, Date.now())
    this.#connection = null
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
      hungUpAt: null,
      toldOver: this.#connection,
    }
    this.diary.calls.push(note)
    this.#calls.add(call)
    await call.play()
    this.#calls.delete(call)
    note.endedAt = this.clock.now()
    note.hungUpAt = Date.now()
    if (note.toldOver !== this.#connection) note.toldOver = null
  }

  /** A caller texts the office. */
  write(number: string, body: string, stop: boolean): void {
    const { sid } = this.gateway.receive({ from: number, body })
    this.diary.written.push({ number, sid, stop, at: this.clock.now(), shownAt: null })
  }

  setLag(ms: number): void {
    this.lag = ms
    this.gateway.setListLag(ms)
  }

  async close(): Promise<void> {
    await this.gatewayGate.shut()
    await this.pbxGate.shut()
    await this.#pbx.close()
    await this.gateway.stop()
    this.clock.stop()
  }

  #note({ operation, form, headers, fault, reply }: HeardRequest): void {
    const answer = typeof reply?.body === 'object' ? (reply.body as Record<string, unknown>) : {}
    if (operation === 'create') {
      const { sid, code } = answer
      this.diary.requests.push({
        to: form.get('To') ?? '',
        body: form.get('Body') ?? '',
        at: this.clock.now(),
        realAt: Number(headers[begunHeader]),
        sid: typeof sid === 'string' ? sid : null,
        fault: fault?.kind ?? null,
        lag: this.lag,
        code: typeof code === 'number' ? code : null,
      })
    }
    if (operation === 'list' && Array.isArray(answer['messages']) && (!fault || fault.kind === 'repeated')) {
      const shown = new Set((answer['messages'] as { sid: string }[]).map(({ sid }) => sid))
      for (const text of this.diary.written) if (shown.has(text.sid)) text.shownAt ??= Date.now()
    }
  }
}
