/**
 * Times at the gateway against times on this PC, whose clock may be wrong. Learned from each text that the gateway
 * takes; until then both are believed to agree.
 */
export class ProviderClock {
  #ahead = 0

  /** A text was taken at `providerAt` (whole seconds, the gateway's clock), asked and answered at ours. */
  learn(providerAt: number, askedAt: number, answeredAt: number): void {
    const earliest = providerAt - answeredAt
    const latest = providerAt + 999 - askedAt
    if (this.#ahead < earliest || this.#ahead > latest) this.#ahead = Math.round((earliest + latest) / 2)
  }

  toProvider(ours: number): number {
    return ours + this.#ahead
  }

  toOurs(provider: number): number {
    return provider - this.#ahead
  }
}
