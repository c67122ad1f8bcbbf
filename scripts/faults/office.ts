/** The world around the engine: the Twilio stand-in, the phone system, the gates before both, and the run's clock. */
import { SimulatedCall } from '../../electron/engine/demo/simulated-call.ts'
import { SimulatedPbx } from '../../electron/engine/demo/simulated-pbx.ts'
import type { EngineConfig } from '../../electron/engine/settings/config-file.ts'
import { startTwilioStandIn } from '../lab/twilio/stand-in.ts'
import type { HeardRequest, StandIn } from '../lab/twilio/stand-in.ts'
import type { Caller } from './callers.ts'
import { Diary } from './diary.ts'
import type { PlayedCall, Written } from './diary.ts'
import { Gate } from './gate.ts'
import { GatewayEar } from './gateway-ear.ts'
import { accountSid, authToken, begin, officeConfig, sender } from './office-settings.ts'
import { WorldClock } from './world-clock.ts'

/** A PC, as far as its sleep goes. */
interface Sleeper {
  /** The world went on for `ms` while it slept. */
  wake(ms: number): void
}

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
    const ear = new GatewayEar(office.diary, () => office.lag)
    heard.tell = (request) => ear.hear(request)
    return office
  }

  config(later: { secondOn: boolean; thirdOn: boolean }): EngineConfig {
    const { username, password } = this.#pbx
    const pbx = { port: this.pbxGate.port, username, password }
    return officeConfig(pbx, `http://127.0.0.1:${this.gatewayGate.port}`, later)
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
    const { connectionsEnded, followed, steps, troubles } = this.diary.pc(pc)
    this.#connections.delete(pc)
    connectionsEnded.set(connection, steps)
    const last = followed.at(-1)
    if (last) last.to = this.clock.now()
    troubles.begin('phones', this.clock.now())
  }

  /** Somebody calls: `rings` and `talks` in seconds. */
  async call(caller: Caller, how: { answered: boolean; rings: number; talks: number }): Promise<PlayedCall> {
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
      stepsAtEnd: new Map(),
      toldOver: new Map(this.#connections),
    }
    this.diary.calls.push(note)
    this.#calls.add(call)
    await call.play()
    this.#calls.delete(call)
    note.endedAt = this.clock.now()
    for (const [pc, connection] of note.toldOver) {
      note.stepsAtEnd.set(pc, this.diary.pc(pc).steps)
      if (this.#connections.get(pc) !== connection) note.toldOver.delete(pc)
    }
    return note
  }

  /** A caller texts the office. */
  write(number: string, body: string, wish: Written['wish']): void {
    const { sid } = this.gateway.receive({ from: number, body })
    const at = this.clock.now()
    this.diary.written.push({ number, sid, wish, body, at, lag: this.lag, shownAt: new Map() })
  }

  /** Somebody of the office texts a caller at the gateway's own website. */
  async textByHand(number: string, body: string): Promise<void> {
    const url = `${this.gateway.url}/2010-04-01/Accounts/${accountSid}/Messages.json`
    const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`
    const form = new URLSearchParams({ To: number, From: sender, Body: body })
    // A fault may take it: then nobody has texted.
    await fetch(url, { method: 'POST', headers: { authorization }, body: form, signal: AbortSignal.timeout(200) })
      .then((answer) => answer.arrayBuffer())
      .catch(() => undefined)
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
  sleep(ms: number, pcs: readonly Sleeper[]): void {
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
}
