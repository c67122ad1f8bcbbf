/**
 * Times at the gateway against times on this PC, whose clock may be wrong. Learned from each text that the gateway
 * takes and from its answer before each automatic one; until then both are believed to agree.
 */
export class ProviderClock {
  #ahead = 0

  /** It was `providerAt` (whole seconds) by the gateway's clock, between `askedAt` and `answeredAt` by ours. */
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
