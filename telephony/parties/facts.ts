/** What each of the phone system's lists says about endpoints. */
import type { AmiResponse } from '../ami/block.ts'
import type { AmiEvent } from '../ami/events.ts'
import type { EndpointSettings } from './evidence.ts'
import { isShort } from './evidence.ts'

export interface Fact {
  endpoint: string
  settings: Partial<EndpointSettings>
}

type Told = Pick<AmiEvent, 'get'>
type Reader = (event: Told) => Fact[]

/** By the name of the event. */
const readers: Readonly<Record<string, Reader>> = {
  EndpointList: (event) => {
    const elsewhere = isSet(event.get('OutboundAuths'))
    // Who must show a password here, and needs none elsewhere, is a phone, plugged in or not.
    return pjsip(event.get('ObjectName'), {
      signsInElsewhere: elsewhere,
      ...(isSet(event.get('Auths')) && !elsewhere ? { signsInHere: true } : {}),
    })
  },

  EndpointDetail: (event) =>
    pjsip(event.get('ObjectName'), {
      ...contextOf(event),
      ...callerIdOf(event.get('Callerid')),
      phoneFeatures: ['Mailboxes', 'CallGroup', 'PickupGroup', 'NamedCallGroup', 'NamedPickupGroup'].some((header) =>
        isSet(event.get(header)),
      ),
    }),

  AorDetail: (event) =>
    isSet(event.get('Mailboxes')) ? pjsip(event.get('EndpointName'), { phoneFeatures: true }) : [],

  IdentifyDetail: (event) => pjsip(event.get('EndpointName') ?? event.get('Endpoint'), { fixedAddress: true }),

  ContactStatusDetail: (event) => {
    const expires = Number(event.get('RegExpire'))
    // A contact that never expires was written down by somebody.
    return pjsip(event.get('EndpointName'), expires > 0 ? { signsInHere: true } : { fixedAddress: true })
  },

  OutboundRegistrationDetail: (event) => pjsip(event.get('Endpoint'), { signsInElsewhere: true }),

  PeerEntry: (event) => {
    const [tech, name] = [event.get('Channeltype'), event.get('ObjectName')]
    if (!isSet(tech) || !isSet(name)) return []
    const registers = event.get('Dynamic') === 'yes'
    return [{ endpoint: `${tech}/${name}`, settings: registers ? { signsInHere: true } : { fixedAddress: true } }]
  },

  DAHDIShowChannels: (event) => {
    const channel = event.get('DAHDIChannel') ?? event.get('Channel')
    if (!isSet(channel) || channel === 'pseudo') return []
    const wiredTo = wireOf(event.get('Signalling') ?? '')
    return [{ endpoint: `DAHDI/${channel}`, settings: { ...contextOf(event), wiredTo } }]
  },

  ExtensionStatus: (event) => {
    const extension = event.get('Exten') ?? ''
    if (!isShort(extension)) return []
    const devices = (event.get('Hint') ?? '').split(/[&,]/).filter(isDevice)
    return devices.map((endpoint) => ({ endpoint, settings: { watched: true, extension } }))
  },

  QueueMember: (event) => {
    const device = [event.get('StateInterface'), event.get('Interface'), event.get('Location')].find(
      (one) => one !== undefined && isDevice(one),
    )
    return device === undefined ? [] : [{ endpoint: device, settings: { inQueue: true } }]
  },
}

/** What an event says about endpoints; mostly nothing. */
export function factsIn(event: AmiEvent): Fact[] {
  return Object.hasOwn(readers, event.event) ? (readers[event.event]?.(event) ?? []) : []
}

/** What the answer to `SIPshowpeer` says about that peer. */
export function factsInPeer(answer: Pick<AmiResponse, 'get'>): Partial<EndpointSettings> {
  const groups = ['VoiceMailbox', 'Callgroup', 'Pickupgroup', 'Named Callgroup', 'Named Pickupgroup']
  return {
    ...contextOf(answer),
    ...callerIdOf(answer.get('Callerid')),
    phoneFeatures: groups.some((header) => isSet(answer.get(header)?.trim())),
  }
}

function pjsip(name: string | undefined, settings: Partial<EndpointSettings>): Fact[] {
  return isSet(name) ? [{ endpoint: `PJSIP/${name}`, settings }] : []
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== ''
}

function contextOf(event: Told): { context: string } | Record<string, never> {
  const context = event.get('Context')
  return isSet(context) ? { context } : {}
}

/** From `"Reception" <101>`, `101` or `<unknown>`. Whole numbers are how somebody is seen outside, and tell nothing. */
function callerIdOf(callerId: string | undefined): Partial<EndpointSettings> {
  const [, name = '', number = ''] = /^\s*"?(.*?)"?\s*<?([^<>]*)>?\s*$/.exec(callerId ?? '') ?? []
  const extension = [number, name].find(isShort)
  const caption = name.trim()
  return {
    ...(extension === undefined ? {} : { extension }),
    ...(caption === '' || /^[\d+]+$/.test(caption) ? {} : { caption: caption.slice(0, 80) }),
  }
}

/** An endpoint by its name alone; no Local channel, and no number behind a trunk. */
function isDevice(interface_: string): boolean {
  return /^(?:PJSIP|SIP|IAX2|DAHDI|SCCP|Skinny)\/[^/@]+$/i.test(interface_)
}

/** Asterisk names the signalling by what it plays itself: a telephone is run with FXO signalling, a line with FXS. */
function wireOf(signalling: string): EndpointSettings['wiredTo'] {
  if (/^FXO/i.test(signalling)) return 'phone'
  return /^FXS|ISDN|PRI|SS7|R2|E\s*&\s*M/i.test(signalling) ? 'line' : null
}
