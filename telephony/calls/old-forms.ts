/**
 * Test support: recordings of today as older phone systems would have sent them. What old versions do differently
 * beyond the form of their events (masquerades of Local channels, for one) is not made up here.
 */
import type { AmiEvent } from '../ami/events.ts'
import { amiEvent } from '../ami/events.ts'

export interface OldForm {
  /** `11` stands for 1.6 to 11. */
  version: '1.4' | '11'
  /** What the trunk's channels are called; desk phones are old SIP's. */
  trunk: 'SIP/trunk' | 'IAX2/trunk' | 'DAHDI/i1/5550100'
  /** Whether queues tell whom they call (`eventwhencalled`). */
  queuesTell: boolean
}

const stateWords: Readonly<Record<string, string>> = { 0: 'Down', 4: 'Ring', 5: 'Ringing', 6: 'Up', 7: 'Busy' }
/** What happens to callers that ends their dials, in the order in which the worst is told of several phones. */
const statuses = ['ANSWER', 'CANCEL', 'NOANSWER', 'BUSY', 'CONGESTION', 'CHANUNAVAIL']

interface Dialing {
  open: Set<string>
  ended: string[]
}

export class OldPhoneSystem {
  readonly #form: OldForm
  #told: AmiEvent[] = []
  readonly #names = new Map<string, string>()
  /** Uniqueids that a pick-up has exchanged. */
  readonly #exchanged = new Map<string, string>()
  readonly #queueing = new Set<string>()
  readonly #dials = new Map<string, Dialing>()
  readonly #bridges = new Map<string, string[]>()

  constructor(form: OldForm) {
    this.#form = form
  }

  /** What is sent in place of `event`. */
  tell(event: AmiEvent): AmiEvent[] {
    this.#told = []
    this.#take(event)
    return this.#told
  }

  #take(event: AmiEvent): void {
    const is14 = this.#form.version === '1.4'
    switch (event.event) {
      case 'Newchannel':
        this.#begins(event)
        return
      case 'Newstate':
        this.#send('Newstate', this.#state(event, event.get('ChannelState') ?? ''))
        return
      case 'Newexten':
        if ((event.get('Application') ?? '').startsWith('AppDial')) return
        if (/^queue$/i.test(event.get('Application') ?? '')) this.#queueing.add(event.get('Uniqueid') ?? '')
        else this.#queueing.delete(event.get('Uniqueid') ?? '')
        this.#send('Newexten', {
          ...this.#about(event),
          Context: event.get('Context'),
          Extension: event.get('Exten'),
          Application: event.get('Application'),
          AppData: event.get('AppData'),
        })
        return
      case 'DialBegin':
        this.#dialBegins(event)
        return
      case 'DialEnd':
        this.#dialEnds(event)
        return
      case 'BridgeEnter':
      case 'BridgeLeave':
        this.#bridged(event)
        return
      case 'Pickup':
        this.#pickedUp(event)
        return
      case 'QueueCallerJoin':
      case 'QueueCallerLeave':
        this.#send(event.event.slice('QueueCaller'.length), this.#about(event))
        return
      case 'QueueCallerAbandon':
      case 'OriginateResponse':
        this.#send(event.event, { ...this.#about(event), Exten: event.get('Exten') })
        return
      case 'HangupRequest':
        if (!is14) this.#send('HangupRequest', this.#about(event))
        return
      case 'Hangup':
        this.#answeredDialEnds(event.get('Uniqueid') ?? '')
        // Versions before 12 give a phone's own reason.
        this.#send('Hangup', { ...this.#about(event), Cause: event.get('Cause') })
    }
  }

  #begins(event: AmiEvent): void {
    const state = event.get('ChannelState') ?? '0'
    const isOldSip = this.#name(event).startsWith('SIP/')
    const extension = event.get('Exten') === 's' ? '' : event.get('Exten')
    const where = this.#form.version === '1.4' ? {} : { Exten: extension, Context: event.get('Context') }
    // Old SIP channels always begin down.
    this.#send('Newchannel', { ...this.#state(event, isOldSip ? '0' : state), ...where })
    if (isOldSip && state === '4') this.#send('Newstate', this.#state(event, '4'))
  }

  #dialBegins(event: AmiEvent): void {
    const source = event.get('Uniqueid')
    const dest = { Destination: this.#name(event, 'Dest'), DestUniqueID: this.#id(event.get('DestUniqueid')) }
    if (source === undefined) return
    if (this.#queueing.has(source)) {
      const called = { ChannelCalling: this.#name(event), DestinationChannel: dest.Destination }
      if (this.#form.queuesTell) this.#send('AgentCalled', called)
      return
    }
    const dialing = this.#dials.get(source) ?? { open: new Set(), ended: [] }
    this.#dials.set(source, dialing)
    dialing.open.add(event.get('DestUniqueid') ?? '')
    const { Channel, Uniqueid } = this.#about(event)
    if (this.#form.version === '1.4') this.#send('Dial', { Source: Channel, SrcUniqueID: Uniqueid, ...dest })
    else {
      const dialed = event.get('DialString') ?? ''
      this.#send('Dial', { SubEvent: 'Begin', Channel, UniqueID: Uniqueid, ...dest, Dialstring: dialed })
    }
  }

  #dialEnds(event: AmiEvent): void {
    const source = event.get('Uniqueid') ?? ''
    const dialing = this.#dials.get(source)
    if (!dialing) return
    dialing.open.delete(event.get('DestUniqueid') ?? '')
    dialing.ended.push(event.get('DialStatus') ?? '')
    if (dialing.open.size === 0 && !dialing.ended.includes('ANSWER')) this.#sendDialEnd(source, dialing)
  }

  /** Where somebody answered, the dial ends with the talk. */
  #answeredDialEnds(source: string): void {
    const dialing = this.#dials.get(source)
    if (dialing) this.#sendDialEnd(source, dialing)
  }

  #sendDialEnd(source: string, { ended }: Dialing): void {
    this.#dials.delete(source)
    if (this.#form.version === '1.4') return
    const status = statuses.find((one) => ended.includes(one)) ?? 'CANCEL'
    this.#send('Dial', { SubEvent: 'End', UniqueID: this.#id(source), DialStatus: status })
  }

  #bridged(event: AmiEvent): void {
    const bridge = event.get('BridgeUniqueid') ?? ''
    const id = event.get('Uniqueid') ?? ''
    const others = (this.#bridges.get(bridge) ?? []).filter((one) => one !== id)
    if (/holding|parking/i.test(event.get('BridgeTechnology') ?? '')) return
    const entered = event.event === 'BridgeEnter'
    this.#names.set(id, this.#name(event))
    const other = others.at(-1)
    this.#bridges.set(bridge, entered ? [...others, id] : others)
    if (other === undefined) return
    const both = {
      Channel1: this.#names.get(other),
      Channel2: this.#names.get(id),
      Uniqueid1: this.#id(other),
      Uniqueid2: this.#id(id),
    }
    if (this.#form.version === '1.4') this.#send(entered ? 'Link' : 'Unlink', both)
    else if (entered) this.#send('Bridge', { Bridgestate: 'Link', Bridgetype: 'core', ...both })
    else this.#send('Unlink', both)
  }

  /** The one who picks up takes the place of the phone that rings. */
  #pickedUp(event: AmiEvent): void {
    const [picker, target] = [event.get('Uniqueid') ?? '', event.get('TargetUniqueid') ?? '']
    const [pickerName, targetName] = [this.#name(event), this.#name(event, 'Target')]
    this.#send('Pickup', { Channel: pickerName, TargetChannel: targetName })
    for (const [uniqueid, from, to] of [
      [picker, pickerName, `${pickerName}<MASQ>`],
      [target, targetName, pickerName],
      [picker, `${pickerName}<MASQ>`, `${targetName}<ZOMBIE>`],
    ]) {
      this.#send('Rename', { Uniqueid: uniqueid, Channel: from, Newname: to })
    }
    this.#exchanged.set(picker, target).set(target, picker)
  }

  #state(event: AmiEvent, state: string): Record<string, string | undefined> {
    const told =
      this.#form.version === '1.4'
        ? { State: stateWords[state] }
        : { ChannelState: state, ChannelStateDesc: stateWords[state] }
    return { ...this.#about(event), ...told }
  }

  #about(event: AmiEvent): Record<string, string | undefined> {
    return {
      Channel: this.#name(event),
      Uniqueid: this.#id(event.get('Uniqueid')),
      CallerIDNum: event.get('CallerIDNum'),
      CallerIDName: event.get('CallerIDName'),
    }
  }

  #id(uniqueid: string | undefined): string | undefined {
    return uniqueid === undefined ? undefined : (this.#exchanged.get(uniqueid) ?? uniqueid)
  }

  #name(event: AmiEvent, prefix = ''): string {
    const name = event.get(`${prefix}Channel`) ?? ''
    if (name.startsWith('PJSIP/trunk')) return name.replace('PJSIP/trunk', this.#form.trunk)
    return name.replace(/^PJSIP/, 'SIP')
  }

  #send(event: string, headers: Readonly<Record<string, string | undefined>>): void {
    const told = Object.entries(headers).filter((header): header is [string, string] => header[1] !== undefined)
    this.#told.push(amiEvent([['Event', event], ...told]))
  }
}
