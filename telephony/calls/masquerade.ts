/**
 * Masquerades of versions before 12: a channel takes the place of another (a call is picked up, parked or handed on, a
 * Local channel makes way), and both swap their names. What we know of a phone or caller follows its name; its place
 * in a bridge stays with the Uniqueid. Told in three steps: `X` becomes `X<MASQ>`, `Y` becomes `X`, `X<MASQ>` becomes
 * `Y<ZOMBIE>`, which then ends.
 */
import type { Channel } from './channel.ts'
import { parseChannelName } from './channel-name.ts'
import type { Switchboard } from './switchboard.ts'

const leaving = '<MASQ>'

/** The channel is called `name` from now on. */
export function rename(board: Switchboard, channel: Channel, name: string): void {
  if (name.endsWith(leaving)) {
    channel.name = name
    return
  }
  const incoming = board.named(`${name}${leaving}`)
  if (incoming && incoming !== channel) {
    const left = channel.name
    board.swap(incoming, channel)
    incoming.name = name
    channel.name = `${left}<ZOMBIE>`
    return
  }
  if (name.endsWith('<ZOMBIE>')) return
  channel.name = name
  if (channel.parsed.local === null) channel.parsed = parseChannelName(name)
}
