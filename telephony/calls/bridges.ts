/** Who can hear whom: channels in bridges, and the two halves of Local channels. */
import type { Channel } from './channel.ts'

/** Far more bridges than go on at a time in any office. */
const mostRemembered = 500

const nobody: ReadonlySet<Channel> = new Set()

export class Bridges {
  readonly #members = new Map<string, Set<Channel>>()
  readonly #bridgeOf = new Map<Channel, string>()
  /** Who was in a bridge lately, by bridge; the oldest bridge first. */
  readonly #lately = new Map<string, Set<Channel>>()
  readonly #localHalves = new Map<string, Channel[]>()

  /** Remembers a Local channel's half, so that it is joined with the other. */
  add(channel: Channel): void {
    const pair = channel.parsed.local?.pair
    if (pair === undefined) return
    this.#localHalves.set(pair, [...(this.#localHalves.get(pair) ?? []), channel])
  }

  /** The halves of a Local channel, itself included; none for others. */
  halvesOf(channel: Channel): readonly Channel[] {
    const pair = channel.parsed.local?.pair
    return pair === undefined ? [] : (this.#localHalves.get(pair) ?? [])
  }

  enter(bridge: string, channel: Channel): void {
    if (this.#bridgeOf.get(channel) === bridge) return
    this.leave(channel)
    const members = this.#members.get(bridge) ?? new Set<Channel>()
    this.#members.set(bridge, members.add(channel))
    this.#bridgeOf.set(channel, bridge)
    this.#remember(bridge, channel)
  }

  /**
   * The channel is said to leave a bridge that it was not seen to enter. Runs `look` as if it and those who were there
   * lately were still in it.
   */
  recall(bridge: string, channel: Channel, look: () => void): void {
    if (this.#bridgeOf.has(channel)) return
    const absent = [...(this.#lately.get(bridge) ?? [])].filter((one) => !this.#bridgeOf.has(one))
    for (const one of [...absent, channel]) this.enter(bridge, one)
    look()
    for (const one of [...absent, channel]) this.leave(one, bridge)
  }

  /** The calls that met there are over. */
  forget(bridge: string): void {
    if (!this.#members.has(bridge)) this.#lately.delete(bridge)
  }

  /** Whether the channel was seen in that bridge lately. */
  wasIn(bridge: string, channel: Channel): boolean {
    return this.seenIn(bridge).has(channel)
  }

  /** Who was seen in that bridge, as far as is remembered. */
  seenIn(bridge: string): ReadonlySet<Channel> {
    return this.#lately.get(bridge) ?? nobody
  }

  #remember(bridge: string, channel: Channel): void {
    const lately = this.#lately.get(bridge) ?? new Set()
    // More than ever talk to one caller: somebody reuses the name.
    if (lately.size > 20) lately.clear()
    // What was entered last goes last, so that the bridge that is quiet longest is forgotten.
    this.#lately.delete(bridge)
    this.#lately.set(bridge, lately.add(channel))
    const [oldest] = this.#lately.keys()
    if (this.#lately.size > mostRemembered && oldest !== undefined) this.#lately.delete(oldest)
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
      for (const half of this.halvesOf(one)) found.add(half)
    }
    return found
  }
}
