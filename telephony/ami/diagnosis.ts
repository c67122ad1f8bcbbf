/** Reads why a connection ended, or was not made, in the light of what came before. */
import type { AmiEvent } from './events.ts'
import type { AmiAddress, ConnectionProblem, ConnectionProblemCode } from './problems.ts'
import { connectionProblem } from './problems.ts'

/** A phone system that closed the connection and does not listen within this time, in ms, is restarting. */
const restartTakes = 3 * 60_000

const turnedDown: ReadonlySet<ConnectionProblemCode> = new Set(['wrong-password', 'sign-in-changed', 'not-permitted'])
const outOfReach: ReadonlySet<ConnectionProblemCode> = new Set(['refused', 'no-answer', 'full'])
const goneForNow: ReadonlySet<ConnectionProblemCode> = new Set(['refused', 'full', 'lost'])

export class Diagnosis {
  readonly #address: AmiAddress
  #wasIn = false
  #turnedDown = false
  #shutdownSaid = false
  /** When the phone system closed a connection that was live, epoch ms. */
  #closedAt: number | null = null

  constructor(address: AmiAddress) {
    this.#address = address
  }

  signedIn(): void {
    this.#wasIn = true
    this.#turnedDown = false
    this.#shutdownSaid = false
  }

  live(): void {
    this.#closedAt = null
  }

  /** Before it ends its connections, the phone system says why to those who may read class `system`. */
  take(event: AmiEvent): void {
    if (event.event === 'Shutdown') this.#shutdownSaid = true
  }

  /**
   * The problem as it is to be told. `wasLive`: it ended a live connection; `silent`: because nothing came any more;
   * `now` in epoch ms.
   */
  of(problem: ConnectionProblem, how: { wasLive: boolean; silent: boolean; now: number }): ConnectionProblem {
    const { code } = problem
    if (how.wasLive && !how.silent) this.#closedAt = how.now
    if (turnedDown.has(code)) {
      const known = this.#wasIn && code === 'wrong-password'
      this.#turnedDown = true
      return known ? connectionProblem('sign-in-changed', this.#address) : problem
    }
    if (this.#wasIn && code === 'in-use') return connectionProblem('still-in-use', this.#address)
    if (this.#turnedDown && outOfReach.has(code)) return connectionProblem('banned', this.#address)
    const recently = this.#closedAt !== null && how.now - this.#closedAt < restartTakes
    // A lost line is not a restart by itself; one that nobody listens for afterwards is.
    const isRestart = how.wasLive ? this.#shutdownSaid : recently && goneForNow.has(code)
    return isRestart && !how.silent ? connectionProblem('restarting', this.#address) : problem
  }
}
