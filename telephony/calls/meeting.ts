/** Notices who speaks with a caller: a person's channel that is up and connected with the caller's. */
import type { Channel } from './channel.ts'
import { recording } from './dialing.ts'
import type { Switchboard } from './switchboard.ts'
import type { TrackedCall } from './tracked-call.ts'

/** Looks at every call that `channel` now is connected with; returns those. */
export function meet(board: Switchboard, channel: Channel, at: number): TrackedCall[] {
  const connected = board.bridges.connected(channel)
  const calls: TrackedCall[] = []
  for (const one of connected) {
    const call = board.callOf(one)
    if (call?.caller !== one) continue
    calls.push(call)
    for (const other of connected) if (other !== one) meetOne(board, call, other, at)
  }
  return calls
}

function meetOne(board: Switchboard, call: TrackedCall, other: Channel, at: number): void {
  if (other.party === 'local') {
    // Voicemail behind a Local channel: a ring group's phone with a mailbox of its own.
    if (recording.has(other.application) && !call.answer) call.voicemail = true
    return
  }
  if (other.upAt === null) return
  // A phone that came by itself after the caller, and called nobody, has fetched the caller: picked up, unparked.
  const own = board.callOf(other)
  const came = own && own !== call && own.caller === other && own.channels.size === 0
  if (came && other.party === 'phone' && own.startedAt >= call.startedAt) board.join(own, call)
  const isOurs = call.channels.get(other.id) === other
  // Another caller from outside in the same bridge (a conference) is nobody of the office.
  if (other.party === 'trunk' && !isOurs) return
  if (isOurs) other.metCallerAt ??= at
  call.answer ??= other
}
