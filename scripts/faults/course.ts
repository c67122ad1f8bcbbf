/** The course of a fault run: lives of engines that end with a kill, hours without one, and a time to settle. */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { seeded } from '../torture/random.ts'
import type { Random } from '../torture/random.ts'
import { nextAt } from './judge/wall-clock.ts'
import { isBusy } from './inbox-reader.ts'
import { Life } from './life.ts'
import { Mischief } from './mischief.ts'
import { officeZone } from './office-settings.ts'
import type { Office } from './office.ts'
import { OfficePc } from './office-pc.ts'
import { Passing } from './passing.ts'
import type { Plan } from './plan.ts'
import { Staff } from './staff.ts'
import { Traffic } from './traffic.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
/**
 * Time goes on by so much at once, after which all engines have done what fell due: less with two PCs, which take turns
 * two seconds apart.
 */
const stepFor = { onePc: 2 * second, twoPcs: second }
const timePerTurn = 4 * second
/** Hours without a kill go by in longer steps, though shorter than the 10 s in which a phone system must answer. */
const longStep = 8 * second
/** More than these set off the product's own brake. */
const usualCallers = { perTurn: 0.12, perLongStep: 0.06 }

export interface CourseOptions extends Plan {
  office: Office
  /** The bundled engine. */
  file: string
  folder: string
  /** Real time. */
  endAt: number
}

export class Course {
  readonly mischief: Mischief
  readonly #options: CourseOptions
  readonly #office: Office
  readonly #random: Random
  readonly #traffic: Traffic
  readonly #passing: Passing
  readonly #staff: Staff
  readonly #front: Life
  readonly #back: Life

  private constructor(options: CourseOptions, pcs: { front: OfficePc; back: OfficePc }) {
    const { office, seed, longestLife = 36, armed = 0.4, callsPerRound = 24, likelier = {} } = options
    this.#options = options
    this.#office = office
    this.#random = seeded(seed)
    const parts = { office, random: this.#random }
    this.mischief = new Mischief({ ...parts, likelier })
    this.#staff = new Staff(parts)
    const staffWrite = (number: string) => this.#staff.writeTo(this.#on(), number)
    this.#traffic = new Traffic({ ...parts, callsPerRound, staffWrite })
    this.#passing = new Passing({ office, traffic: this.#traffic, pcs: () => this.#on() })
    const life = { random: this.#random, longest: longestLife, armed }
    this.#front = new Life({ ...life, pc: pcs.front })
    this.#back = new Life({ ...life, pc: pcs.back })
    this.#front.isOn = true
  }

  static async begin(options: CourseOptions): Promise<Course> {
    const { office, file } = options
    const pc = async (name: string) => {
      const folder = path.join(options.folder, name)
      await mkdir(folder)
      return new OfficePc({ name, office, file, folder })
    }
    return new Course(options, { front: await pc('front'), back: await pc('back') })
  }

  /** All PCs of the office that were ever on. */
  get pcs(): OfficePc[] {
    return [this.#front.pc, this.#back.pc].filter((pc) => pc.wasOn)
  }

  async run(): Promise<void> {
    const { kills, endAt, killsPerStretch = 50, secondPc = { from: 0.4, to: 0.7 }, say = () => {} } = this.#options
    for (let stretches = 0; this.#kills() < kills && Date.now() < endAt;) {
      const part = this.#kills() / kills
      this.#back.isOn = part >= secondPc.from && part < secondPc.to
      if (!this.#back.isOn) await this.#back.pc.kill()
      const isLast = this.#kills() >= kills - 1
      for (const { pc } of [this.#front, this.#back]) pc.loadsAhead = !isLast
      await this.#turn()
      if (this.#kills() < (stretches + 1) * killsPerStretch) continue
      await this.#stretch(stretches)
      stretches += 1
      say(`${this.#kills()} kills, ${this.#office.diary.requests.length} requests to send`)
    }
    const { liveMinutes = 10, settleMinutes = 20 } = this.#options
    await this.#settle(liveMinutes * minute, settleMinutes * minute)
    for (const pc of this.pcs) await pc.stop()
  }

  /** How often each error or warning was logged. */
  logged(): Record<string, number> {
    const sums = new Map<string, number>()
    for (const pc of this.pcs) for (const [event, times] of pc.troubles) sums.set(event, (sums.get(event) ?? 0) + times)
    return Object.fromEntries(sums)
  }

  /** Leaves no process behind. */
  async end(): Promise<void> {
    for (const { pc } of [this.#front, this.#back]) await pc.close()
  }

  get #callers(): { perTurn: number; perLongStep: number } {
    return this.#options.newCallers ?? usualCallers
  }

  #kills(): number {
    return this.#front.pc.diary.kills.length + this.#back.pc.diary.kills.length
  }

  #on(): OfficePc[] {
    return [this.#front, this.#back].flatMap(({ pc, isOn }) => (isOn ? [pc] : []))
  }

  async #turn(): Promise<void> {
    const step = this.#shortStep()
    for (const life of [this.#front, this.#back]) if (life.isOn) await life.turn(() => this.#passing.step(step))
    this.#traffic.turn(this.#callers.perTurn)
    this.#staff.turn(this.#random.pick(this.#on()), this.#traffic.numbers())
    await this.mischief.turn(this.#on())
    for (let passed = 0; passed < timePerTurn; passed += step) await this.#passing.step(step)
  }

  /** Hours without a kill, and some with callers in them: some minutes, hours without the gateway, or a night and its morning. */
  async #stretch(which: number): Promise<void> {
    const { clock } = this.#office
    await this.#allOn()
    switch (which % 3) {
      case 0:
        await this.#pass(40 * minute)
        break
      case 1:
        this.#office.shutGateway()
        await this.#pass(1.5 * hour)
        await this.#office.openGateway()
        break
      default:
        this.#office.sleep(nextAt(officeZone, clock.now(), '08:55') - clock.now(), this.#on())
        await this.#pass(3.5 * hour)
    }
    await this.#alone(() => this.#live(20 * minute))
  }

  /** Nothing dies any more; then nobody does anything any more, and all that is on its way comes to its end. */
  async #settle(liveMs: number, ms: number): Promise<void> {
    await this.#alone(() => this.#live(liveMs))
    this.#traffic.end()
    this.#back.isOn = this.#back.pc.wasOn
    await this.#allOn()
    for (let passed = 0; passed < ms && (passed < minute || this.#isBusy()); passed += minute) await this.#pass(minute)
  }

  /** Whether a text is on its way, or ought to be, in the inbox of any PC. */
  #isBusy(): boolean {
    return this.pcs.some((pc) => isBusy(pc.inbox, pc.now() + minute))
  }

  /** The office has one PC for a while: two take turns too short for long steps. */
  async #alone(run: () => Promise<void>): Promise<void> {
    const { isOn } = this.#back
    this.#back.isOn = false
    await this.#back.pc.kill()
    await this.#allOn()
    await run()
    this.#back.isOn = isOn
  }

  /** No fault lasts, no pause, and every engine is up. */
  async #allOn(): Promise<void> {
    await this.mischief.end()
    for (const pc of this.#on()) {
      do {
        if (!pc.engine) await pc.start()
        pc.tell({ do: 'disarm' })
        await this.#staff.resume(pc)
        // It may have died until it heard that.
      } while (!pc.engine)
    }
  }

  #shortStep(): number {
    return this.#back.isOn ? stepFor.twoPcs : stepFor.onePc
  }

  /** Time passes with callers in it. */
  async #live(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += longStep) {
      this.#traffic.turn(this.#callers.perLongStep)
      this.mischief.small()
      await this.#passing.step(longStep)
    }
  }

  async #pass(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += longStep) await this.#passing.step(longStep)
  }
}
