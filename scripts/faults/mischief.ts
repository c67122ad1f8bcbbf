/** Faults drawn at random, each for a while. */
import type { FaultInput } from '../lab/twilio/faults.ts'
import type { Random } from '../torture/random.ts'
import { Deck } from './deck.ts'
import type { Office } from './office.ts'
import type { OfficePc } from './office-pc.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

const onCreate: FaultInput[] = [
  { kind: 'drop-before' },
  { kind: 'drop-after' },
  { kind: 'hang-before' },
  { kind: 'hang-after' },
  { kind: 'truncated' },
  { kind: 'broken-json' },
  { kind: 'status-before', status: 500 },
  { kind: 'status-after', status: 500 },
  { kind: 'status-after', status: 502 },
  { kind: 'too-many', retryAfter: '5' },
  { kind: 'page', status: 200 },
  { kind: 'slow', ms: 3 * second },
]
const onList: FaultInput[] = [
  { kind: 'drop-before' },
  { kind: 'hang-before' },
  { kind: 'truncated' },
  { kind: 'status-before', status: 503 },
  { kind: 'too-many', retryAfter: '10' },
  { kind: 'page', status: 200 },
  { kind: 'slow', ms: 4 * second },
  { kind: 'repeated', times: 3 },
]

/**
 * How likely each is in one turn of a run, which is a few seconds of its time: calm enough that most texts that are
 * due go out, since a text that is never sent proves little.
 */
const chances = {
  create: 0.008,
  list: 0.02,
  gatewayDown: 0.003,
  gatewayCut: 0.012,
  phonesDown: 0.003,
  phonesCut: 0.006,
  diskFull: 0.006,
  clock: 0.004,
  sleep: 0.002,
  lag: 0.006,
  twice: 0.004,
}

/** How much likelier than usual each is, where that is not once. */
export type Likelier = Partial<Record<keyof typeof chances, number>>

export class Mischief {
  readonly #office: Office
  readonly #random: Random
  /** How often each was drawn. */
  readonly drawn = new Map<string, number>()
  readonly #likelier: Likelier
  readonly #onCreate: Deck<FaultInput>
  readonly #onList: Deck<FaultInput>
  #ends: (() => unknown)[] = []

  constructor(options: { office: Office; random: Random; likelier: Likelier }) {
    this.#office = options.office
    this.#random = options.random
    this.#likelier = options.likelier
    this.#onCreate = new Deck(onCreate, this.#random)
    this.#onList = new Deck(onList, this.#random)
  }

  /** One turn. `pcs`: those that are switched on; what concerns one of them is drawn for one. */
  async turn(pcs: readonly OfficePc[]): Promise<void> {
    const { pbxGate } = this.#office
    const random = this.#random
    const pc = random.pick(pcs)
    this.small()
    this.#maybe('gatewayCut', () => this.#office.cutGateway())
    this.#maybe('phonesCut', () => pbxGate.cut())
    this.#maybe('gatewayDown', () => {
      this.#office.shutGateway()
      this.#until(random.pick([20 * second, minute, 5 * minute]), () => this.#office.openGateway())
    })
    this.#maybe('phonesDown', () => {
      void pbxGate.shut()
      this.#until(random.pick([5 * second, 2 * minute]), () => pbxGate.open())
    })
    this.#maybe('diskFull', () => {
      pc.fillDisk(true)
      this.#until(random.pick([5 * second, 40 * second]), () => pc.fillDisk(false))
    })
    this.#maybe('lag', () => {
      this.#office.setLag(random.pick([5 * second, minute, 40 * minute]))
      this.#until(minute, () => this.#office.setLag(0))
    })
    this.#maybe('clock', () => {
      const ms = random.pick([-3 * hour, -20 * minute, -90 * second, 90 * second, 20 * minute, 3 * hour])
      pc.setClock(ms)
      // Somebody, or the network's time, sets it right again.
      this.#until(5 * minute, () => pc.setClock(-ms))
    })
    this.#maybe('sleep', () => {
      pbxGate.cut()
      this.#office.cutGateway()
      this.#office.sleep(random.pick([2 * minute, hour, 9 * hour]), pcs)
    })
    if (random.chance(chances.twice)) {
      this.#count('twice')
      await pc.startTwice()
    }
  }

  /** Single answers of the gateway go wrong. */
  small(): void {
    const { gateway } = this.#office
    this.#maybe('create', () => gateway.fail({ ...this.#onCreate.draw(), on: 'create' }))
    this.#maybe('list', () => gateway.fail({ ...this.#onList.draw(), on: 'list' }))
  }

  /** Ends whatever lasts. */
  async end(): Promise<void> {
    const ends = this.#ends
    this.#ends = []
    for (const end of ends) await end()
    this.#office.gateway.mend()
  }

  #maybe(name: keyof typeof chances, run: () => void): void {
    if (!this.#random.chance(chances[name] * (this.#likelier[name] ?? 1))) return
    this.#count(name)
    run()
  }

  #count(name: string): void {
    this.drawn.set(name, (this.drawn.get(name) ?? 0) + 1)
  }

  #until(ms: number, end: () => unknown): void {
    this.#ends.push(end)
    this.#office.clock.after(ms, () => {
      if (!this.#ends.includes(end)) return
      this.#ends = this.#ends.filter((other) => other !== end)
      void end()
    })
  }
}
