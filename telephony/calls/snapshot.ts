/** What goes on right now, as the answer to `CoreShowChannels` tells it on a new connection. */
import type { AmiEvent } from '../ami/events.ts'
import type { Channel } from './channel.ts'
import { takeApplication, takeState } from './dialing.ts'
import { meet } from './meeting.ts'
import type { Switchboard } from './switchboard.ts'
import type { TrackedCall } from './tracked-call.ts'

/** No office has more channels; the rest of a longer list is not kept. */
const maxChannels = 10_000

export class Snapshot {
  #listed: AmiEvent[] = []

  add(event: AmiEvent): void {
    if (this.#listed.length < maxChannels) this.#listed.push(event)
  }

  clear(): void {
    this.#listed = []
  }

  /**
   * The list is complete: takes up what was not known, and returns the channels that were known before the connection
   * was lost and are gone, with the calls that changed.
   */
  complete(board: Switchboard, at: number): { gone: Channel[]; changed: TrackedCall[] } {
    const listed = this.#listed
    this.#listed = []
    // Callers first, so that each call is taken up from its beginning.
    const callersFirst = listed.toSorted((a, b) => Number(isLeg(a)) - Number(isLeg(b)))
    const seen: Channel[] = []
    for (const event of callersFirst) {
      const channel = takeUp(board, event, at)
      if (channel) seen.push(channel)
    }
    const changed = seen.flatMap((channel) => meet(board, channel, at))
    return { gone: [...board.channels()].filter((channel) => channel.stale), changed }
  }
}

function isLeg(event: AmiEvent): boolean {
  return event.get('Uniqueid') !== event.get('Linkedid')
}

function takeUp(board: Switchboard, event: AmiEvent, at: number): Channel | undefined {
  const startedAt = at - durationOf(event)
  const known = board.find(event)
  const channel = known ?? board.sight(event, startedAt)
  const call = channel && board.callOf(channel)
  if (!channel || !call) return undefined
  if (!known && call.caller === channel) call.adopted = true
  takeState(channel, event, at)
  takeApplication(channel, call, event.get('Application') ?? '')
  const bridge = event.get('BridgeId')
  if (bridge && !channel.application.startsWith('park')) board.bridges.enter(bridge, channel)
  else board.bridges.leave(channel)
  return channel
}

/** How long the channel has been there, in ms, from `hh:mm:ss`. */
function durationOf(event: AmiEvent): number {
  const [hours, minutes, seconds] = (event.get('Duration') ?? '').split(':').map(Number)
  return ((hours || 0) * 3600 + (minutes || 0) * 60 + (seconds || 0)) * 1000
}
