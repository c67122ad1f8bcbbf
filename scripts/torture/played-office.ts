/** What goes on in the office whose traffic is played, and what its phone system truthfully answers about it. */
import type { AmiEvent } from '../../telephony/ami/events.ts'
import { amiEvent } from '../../telephony/ami/events.ts'
import type { EventText } from './traffic.ts'

interface PlayedChannel {
  id: string
  linkedid: string
  name: string
  state: string
  number: string
  callerName: string
  exten: string
  context: string
  /** The first extension: what the network dialled. */
  line: string
  application: string
  bridge: string
  queuedAt: number | null
  startedAt: number
}

export function readEvent(text: EventText): AmiEvent {
  return amiEvent(
    text.split('\n').map((line): [string, string] => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
    }),
  )
}

export class PlayedOffice {
  readonly #channels = new Map<string, PlayedChannel>()
  /** Bridges by id, with what kind each is. */
  readonly #bridges = new Map<string, { type: string; technology: string }>()

  /** `event` happens at `at`, epoch ms. */
  play(event: AmiEvent, at: number): void {
    for (const prefix of ['', 'Dest']) this.#see(event, prefix, at)
    const channel = this.#channels.get(event.get('Uniqueid') ?? '')
    if (!channel) return
    const bridge = event.get('BridgeUniqueid') ?? ''
    switch (event.event) {
      case 'Newexten':
        channel.application = event.get('Application') ?? ''
        return
      case 'Rename':
        channel.name = event.get('Newname') ?? channel.name
        return
      case 'BridgeEnter':
        channel.bridge = bridge
        this.#bridges.set(bridge, {
          type: event.get('BridgeType') ?? '',
          technology: event.get('BridgeTechnology') ?? 'simple_bridge',
        })
        return
      case 'BridgeLeave':
        if (channel.bridge === bridge) channel.bridge = ''
        return
      case 'QueueCallerJoin':
        channel.queuedAt = at
        return
      case 'QueueCallerLeave':
        channel.queuedAt = null
        return
      case 'Hangup':
        this.#channels.delete(channel.id)
    }
  }

  bridgeList(): string[] {
    const used = new Set([...this.#channels.values()].map(({ bridge }) => bridge))
    for (const id of this.#bridges.keys()) if (!used.has(id)) this.#bridges.delete(id)
    return [...this.#bridges].map(
      ([id, { type, technology }]) =>
        `Event: BridgeListItem\r\nBridgeUniqueid: ${id}\r\nBridgeType: ${type}\r\nBridgeTechnology: ${technology}`,
    )
  }

  queueStatus(now: number): string[] {
    return [...this.#channels.values()].flatMap(({ id, name, queuedAt }) =>
      queuedAt === null
        ? []
        : `Event: QueueEntry\r\nQueue: front\r\nChannel: ${name}\r\nUniqueid: ${id}\r\nWait: ${seconds(now - queuedAt)}`,
    )
  }

  status(): string[] {
    return [...this.#channels.values()].map(
      (channel) => `Event: Status\r\nPrivilege: Call\r\n${common(channel)}\r\nDNID: ${channel.line}`,
    )
  }

  coreShowChannels(now: number): string[] {
    return [...this.#channels.values()].map((channel) => {
      const long = new Date(Math.max(0, now - channel.startedAt)).toISOString().slice(11, 19)
      return (
        `Event: CoreShowChannel\r\n${common(channel)}\r\nApplication: ${channel.application}\r\n` +
        `Duration: ${long}\r\nBridgeId: ${channel.bridge}`
      )
    })
  }

  /** Takes what every event says about the channels it names. */
  #see(event: AmiEvent, prefix: string, at: number): void {
    const get = (header: string) => event.get(`${prefix}${header}`)
    const id = get('Uniqueid')
    const name = get('Channel')
    if (!id || !name) return
    const known = this.#channels.get(id)
    if (!known && event.event !== 'Newchannel') return
    const channel = known ?? {
      id,
      linkedid: get('Linkedid') ?? id,
      name,
      state: '0',
      number: get('CallerIDNum') ?? '',
      callerName: get('CallerIDName') ?? '',
      exten: '',
      context: '',
      line: get('Exten') ?? '',
      application: '',
      bridge: '',
      queuedAt: null,
      startedAt: at,
    }
    channel.state = get('ChannelState') ?? channel.state
    channel.linkedid = get('Linkedid') ?? channel.linkedid
    channel.exten = get('Exten') ?? channel.exten
    channel.context = get('Context') ?? channel.context
    this.#channels.set(id, channel)
  }
}

function common(channel: PlayedChannel): string {
  const { name, state, number, callerName, context, exten, id, linkedid } = channel
  return [
    `Channel: ${name}`,
    `ChannelState: ${state}`,
    `CallerIDNum: ${number}`,
    `CallerIDName: ${callerName}`,
    `Context: ${context}`,
    `Exten: ${exten}`,
    `Uniqueid: ${id}`,
    `Linkedid: ${linkedid}`,
  ].join('\r\n')
}

function seconds(ms: number): number {
  return Math.max(0, Math.floor(ms / 1000))
}
