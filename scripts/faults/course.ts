/** The course of a fault run: lives of engines that end with a kill, hours without one, and a time to settle. */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { seeded } from '../torture/random.ts'
import type { Random } from '../torture/random.ts'
import { nextAt } from './judge/wall-clock.ts'
import { Mischief } from './mischief.ts'
import { officeZone } from './office.ts'
import type { Office } from './office.ts'
import { OfficePc } from './office-pc.ts'
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
/** Places at which a process may die from a claim until what became of the text is stored. */
const placesOfText = 7
/** More than this, in one turn, set off the product's own brake. */
const usualCallers = 0.1

export interface Plan {
  seed: number
  /** How often an engine is killed before the run may end. */
  kills: number
  say?: (line: string) => void
  /** Minutes that pass in order at the end: a text is looked for for 15. */
  settleMinutes?: number
  /** The longest life of an engine, in turns. */
  longestLife?: number
  /** So many kills lie between two stretches of hours without one, in which later texts fall due. */
  killsPerStretch?: number
  /** How likely a new caller is in one turn. */
  newCallers?: number
  /** In which part of the run the office's second PC is on. */
  secondPc?: { from: number; to: number }
}

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
  readonly #staff: Staff
  readonly #front: Life
  readonly #back: Life

  private constructor(options: CourseOptions, pcs: { front: OfficePc; back: OfficePc }) {
    const { office, seed } = options
    this.#options = options
    this.#office = office
    this.#random = seeded(seed)
    const parts = { office, random: this.#random }
    this.mischief = new Mischief(parts)
    this.#traffic = new Traffic(parts)
    this.#staff = new Staff(parts)
    this.#front = { pc: pcs.front, isOn: true, turns: 0, armAt: null, offFor: 0 }
    this.#back = { pc: pcs.back, isOn: false, turns: 0, armAt: null, offFor: 0 }
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
      await this.#turn()
      if (this.#kills() < (stretches + 1) * killsPerStretch) continue
      await this.#stretch(stretches)
      stretches += 1
      say(`${this.#kills()} kills, ${this.#office.diary.requests.length} requests to send`)
    }
    await this.#settle((this.#options.settleMinutes ?? 20) * minute)
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

  #kills(): number {
    return this.#front.pc.diary.kills.length + this.#back.pc.diary.kills.length
  }

  #on(): OfficePc[] {
    return [this.#front, this.#back].flatMap(({ pc, isOn }) => (isOn ? [pc] : []))
  }

  async #turn(): Promise<void> {
    for (const life of [this.#front, this.#back]) if (life.isOn) await this.#live(life)
    this.#traffic.turn(this.#options.newCallers ?? usualCallers)
    this.#staff.turn(this.#random.pick(this.#on()), this.#traffic.numbers())
    await this.mischief.turn(this.#on())
    const step = this.#shortStep()
    for (let passed = 0; passed < timePerTurn; passed += step) await this.#step(step)
  }

  /** One turn in the lives of a PC's engines: each ends at a commit or a request, or at any moment. */
  async #live(life: Life): Promise<void> {
    const random = this.#random
    const { pc } = life
    if (!pc.engine) {
      life.offFor -= 1
      if (life.offFor > 0) return
      life.turns = 4 + random.below((this.#options.longestLife ?? 36) - 3)
      life.armAt = random.chance(0.4) ? life.turns >> 1 : null
      // Staff change what later callers get.
      if (random.chance(0.2)) pc.later = { secondOn: random.chance(0.7), thirdOn: random.chance(0.7) }
      await pc.start()
      // On the way of its first text.
      if (random.chance(0.4)) pc.tell({ do: 'arm', count: 1 + random.below(placesOfText), from: 'claim' })
      return
    }
    life.turns -= 1
    if (life.turns === life.armAt) pc.tell({ do: 'arm', count: 1 + random.below(30), from: 'now' })
    if (life.turns > 0) return
    life.offFor = random.below(4)
    const going = this.#step(this.#shortStep())
    await rest(random.below(6))
    await pc.kill()
    await going
  }

  /** Hours without a kill: some minutes, hours without the gateway, or a night and the morning after it. */
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
        await this.#pass(5 * minute)
        break
      default:
        this.#office.sleep(nextAt(officeZone, clock.now(), '08:55') - clock.now(), this.#on())
        await this.#pass(3.5 * hour)
    }
  }

  /** Everything is in order again; all that waits comes to its end. */
  async #settle(ms: number): Promise<void> {
    this.#back.isOn = this.#back.pc.wasOn
    await this.#allOn()
    await this.#pass(ms)
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

  async #pass(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += longStep) await this.#step(longStep)
  }

  async #step(ms: number): Promise<void> {
    await this.#office.clock.advance(ms)
    await Promise.all(this.#on().map((pc) => pc.advance(ms)))
  }
}

/** A PC whose engines live and die. */
interface Life {
  pc: OfficePc
  isOn: boolean
  /** Of this life are left. */
  turns: number
  /** The process shall die at a commit or request soon after so many are left. */
  armAt: number | null
  /** Turns until the next life. */
  offFor: number
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
