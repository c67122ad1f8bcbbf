/** Who can hear whom: channels in bridges, and the two halves of Local channels. */
import type { Channel } from './channel.ts'

export class Bridges {
  readonly #members = new Map<string, Set<Channel>>()
  readonly #bridgeOf = new Map<Channel, string>()
  readonly #localHalves = new Map<string, Channel[]>()

  /** Remembers a Local channel's half, so that it is joined with the other. */
  add(channel: Channel): void {
    const pair = channel.parsed.local?.pair
    if (pair === undefined) return
    this.#localHalves.set(pair, [...(this.#localHalves.get(pair) ?? []), channel])
  }

  enter(bridge: string, channel: Channel): void {
    if (this.#bridgeOf.get(channel) === bridge) return
    this.leave(channel)
    const members = this.#members.get(bridge) ?? new Set<Channel>()
    this.#members.set(bridge, members.add(channel))
    this.#bridgeOf.set(channel, bridge)
  }

  /** Takes the channel out of its bridge; when `bridge` is given, only if it is that one. */
  leave(channel: Channel, bridge?: string): void {
    const current = this.#bridgeOf.get(channel)
    if (current === undefined || (bridge !== undefined && bridge !== current)) return
    this.#bridgeOf.delete(channel)
    const members = this.#members.get(current)
    members?.delete(channel)
    if (members?.size === 0) this.#members.delete(current)
  }

  /** Two channels take each other's places. */
  swap(one: Channel, other: Channel): void {
    const [first, second] = [this.#bridgeOf.get(one), this.#bridgeOf.get(other)]
    if (first === second) return
    this.leave(one)
    this.leave(other)
    if (first !== undefined) this.enter(first, other)
    if (second !== undefined) this.enter(second, one)
  }

  /** The channel is gone. */
  remove(channel: Channel): void {
    this.leave(channel)
    const pair = channel.parsed.local?.pair
    if (pair === undefined) return
    const left = (this.#localHalves.get(pair) ?? []).filter((half) => half !== channel)
    if (left.length > 0) this.#localHalves.set(pair, left)
    else this.#localHalves.delete(pair)
  }

  /** All channels that `channel` is connected with, itself included, however many Local channels lie between. */
  connected(channel: Channel): Set<Channel> {
    const found = new Set([channel])
    // A set grows while it is walked, so that this reaches everything that hangs together.
    for (const one of found) {
      const bridge = this.#bridgeOf.get(one)
      if (bridge !== undefined) for (const member of this.#members.get(bridge) ?? []) found.add(member)
      const pair = one.parsed.local?.pair
      if (pair !== undefined) for (const half of this.#localHalves.get(pair) ?? []) found.add(half)
    }
    return found
  }
}
