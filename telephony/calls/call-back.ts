/**
 * Follows one call that Ringback began: it rings the receptionist's own phone, and once that is picked up, the number
 * that is called back. Tells how far it has come and, when it came to nothing, at whose end and why.
 *
 * The phone system's own word for why a phone did not answer (OriginateResponse, Reason) is 0 for an unreachable, a
 * busy and a declining phone alike, and 3 for one that rang in vain as for one that is not there: what the channel
 * showed meanwhile tells them apart. It comes from the receptionist's phone alone; the far end shows in the dials.
 */
import type { AmiEvent } from '../ami/events.ts'

export type CallBackPhase = 'ringing-you' | 'ringing-them' | 'talking' | 'ended'

export type CallBackEnd =
  | 'talked'
  | 'phone-unreachable'
  | 'phone-busy'
  | 'phone-declined'
  | 'phone-unanswered'
  /** The receptionist put the phone down before anybody answered. */
  | 'hung-up'
  | 'busy'
  | 'declined'
  | 'no-answer'
  | 'invalid-number'
  /** No line to the outside could be had. */
  | 'no-line'
  /** The dialplan has no way for this number. */
  | 'no-way'
  /** It got out of sight, and may go on. */
  | 'disconnected'

export interface CallBackProgress {
  phase: CallBackPhase
  /** What came of it; while the phase is not `ended` yet, the receptionist still hears what the phone system plays. */
  end: CallBackEnd | null
}

/** Q.850 causes. */
const busyCause = 17
const declinedCause = 21
const invalidCauses = new Set([1, 2, 3, 22, 28])

interface Leg {
  status: string | null
  /** Q.850; 0 for none. */
  cause: number
  sipStatus: number
}

const newLeg = (): Leg => ({ status: null, cause: 0, sipStatus: 0 })

export class CallBackWatch {
  readonly #id: string
  readonly #changed: (progress: CallBackProgress) => void
  #progress: CallBackProgress = { phase: 'ringing-you', end: null }
  /** How far it was when it got out of sight; null while it is seen, or has ended in sight. */
  #outOfSight: CallBackProgress | null = null
  /** The receptionist's phone, as far as it has shown itself. */
  readonly #phone = { ...newLeg(), rang: false }
  /** What was dialled after that, by Uniqueid. */
  readonly #legs = new Map<string, Leg>()
  /** Of the channels that were listed, by Uniqueid. */
  readonly #bridges = new Map<string, string>()
  #isListed = false
  #dialTried = false
  #hungUp = false

  /**
   * @param id the `ChannelId` of the Originate: every channel of the call has it as its Linkedid
   * @param changed told of each change, never from within the constructor
   */
  constructor(id: string, changed: (progress: CallBackProgress) => void) {
    this.#id = id
    this.#changed = changed
  }

  get progress(): CallBackProgress {
    return this.#progress
  }

  /** Takes any event of the phone system. */
  handle(event: AmiEvent): void {
    if (event.event === 'CoreShowChannelsComplete') this.#allListed()
    if (!this.#isOurs(event)) return
    const outOfSight = this.#outOfSight
    if (outOfSight) {
      // Another channel's end does not tell that ours goes on.
      if (event.event === 'Hangup' && event.get('Uniqueid') !== this.#id) return
      this.#progress = outOfSight
      this.#outOfSight = null
    }
    this.#take(event)
    if (outOfSight && this.#progress === outOfSight) this.#changed(outOfSight)
  }

  /** Nobody sees the call any more, or whether there is one: it is over until something of it is heard again. */
  disconnected(): void {
    if (this.#progress.phase === 'ended') return
    const before = this.#progress
    this.#become('ended', 'disconnected')
    this.#outOfSight = before
  }

  /** The receptionist's phone has rung for as long as it may, and nothing told how that ended. */
  giveUpRinging(): void {
    if (this.#progress.phase === 'ringing-you') this.#become('ended', this.#phoneEnd(null))
  }

  #take(event: AmiEvent): void {
    if (event.event === 'CoreShowChannel') this.#listed(event)
    else if (this.#progress.phase === 'ringing-you') this.#ringingYou(event)
    else if (this.#progress.phase === 'ended') this.#late(event)
    else this.#answered(event)
  }

  /** A channel that was there when the connection came back: what happened meanwhile shows in how it stands now. */
  #listed(event: AmiEvent): void {
    this.#isListed = true
    const id = event.get('Uniqueid') ?? ''
    const bridge = event.get('BridgeId') ?? ''
    if (bridge !== '') this.#bridges.set(id, bridge)
    if (id !== this.#id) {
      if (!this.#legs.has(id)) this.#legs.set(id, newLeg())
    } else if (this.#progress.phase === 'ringing-you' && event.get('ChannelState') === '6') {
      this.#become('ringing-them', null)
    }
    const own = this.#bridges.get(this.#id)
    const isMet = own !== undefined && [...this.#bridges].some(([other, one]) => other !== this.#id && one === own)
    if (isMet && this.#progress.phase === 'ringing-them') this.#become('talking', null)
  }

  /** Whoever had picked up before would be listed. A phone that only rings may be younger than the list. */
  #allListed(): void {
    const { phase } = this.#progress
    const isGone = !this.#isListed && (phase === 'ringing-them' || phase === 'talking')
    this.#isListed = false
    if (isGone) this.#become('ended', phase === 'talking' ? 'talked' : 'disconnected')
  }

  #ringingYou(event: AmiEvent): void {
    const own = event.get('Uniqueid') === this.#id
    this.#look(event)
    switch (event.event) {
      case 'OriginateResponse':
        if (event.get('Response') === 'Success') this.#become('ringing-them', null)
        else this.#become('ended', this.#phoneEnd(Number(event.get('Reason'))))
        return
      case 'Newstate':
        if (own && event.get('ChannelState') === '6') this.#become('ringing-them', null)
        return
      case 'Hangup':
        if (own) this.#become('ended', this.#phoneEnd(null))
        return
      default:
    }
  }

  /** What the receptionist's phone shows of itself. */
  #look(event: AmiEvent): void {
    const phone = this.#phone
    if (event.event === 'Newstate' && event.get('ChannelState') === '5') phone.rang = true
    if (event.event === 'DialState' && event.get('DialStatus') === 'RINGING') phone.rang = true
    if (event.event === 'DialEnd') phone.status ??= event.get('DialStatus') ?? null
    if (event.event === 'HangupRequest' || event.event === 'Hangup') takeCause(phone, event)
  }

  /** A busy phone's channel may tell so only after the answer to the Originate. */
  #late(event: AmiEvent): void {
    const { end } = this.#progress
    if (end !== 'phone-unreachable' && end !== 'phone-unanswered') return
    this.#look(event)
    const better = this.#phoneEnd(null)
    if (better === 'phone-busy' || better === 'phone-declined') this.#become('ended', better)
  }

  #phoneEnd(reason: number | null): CallBackEnd {
    const phone = this.#phone
    if (reason === 5 || phone.status === 'BUSY' || isBusy(phone)) return 'phone-busy'
    if (isDeclined(phone)) return 'phone-declined'
    return phone.rang ? 'phone-unanswered' : 'phone-unreachable'
  }

  #answered(event: AmiEvent): void {
    const id = event.get('Uniqueid') ?? ''
    switch (event.event) {
      case 'Newexten':
        if (/^(?:dial|retrydial|queue)$/i.test(event.get('Application') ?? '')) this.#dialTried = true
        return
      case 'DialBegin': {
        const dest = event.get('DestUniqueid') ?? ''
        // Without a source it is the Originate's own dial of the receptionist's phone.
        if (id === '' || dest === '' || dest === this.#id) return
        if (!this.#legs.has(dest)) this.#legs.set(dest, newLeg())
        // The first line was not to be had, and the dialplan tries another.
        if (this.#progress.phase === 'ringing-them') this.#become('ringing-them', null)
        return
      }
      case 'DialEnd': {
        const leg = this.#legs.get(event.get('DestUniqueid') ?? '')
        if (!leg) return
        leg.status ??= event.get('DialStatus') ?? null
        this.#dialled()
        return
      }
      case 'HangupRequest':
        this.#wantsToHangUp(event, id)
        return
      case 'Hangup': {
        const leg = this.#legs.get(id)
        if (leg) takeCause(leg, event)
        if (id === this.#id) this.#over()
        return
      }
      default:
    }
  }

  #wantsToHangUp(event: AmiEvent, id: string): void {
    const leg = this.#legs.get(id)
    if (leg) takeCause(leg, event)
    // Local channels are the phone system's own; who is no leg is the receptionist.
    else if (!/^Local\//i.test(event.get('Channel') ?? '')) this.#hungUp = true
  }

  /** A dial has ended: somebody answered, or nobody is left who might. */
  #dialled(): void {
    if (this.#progress.phase !== 'ringing-them') return
    const legs = [...this.#legs.values()]
    if (legs.some(({ status }) => status === 'ANSWER')) this.#become('talking', null)
    else if (legs.every(({ status }) => status !== null)) this.#become('ringing-them', this.#theirEnd())
  }

  #over(): void {
    const talked = this.#progress.phase === 'talking'
    this.#become('ended', talked ? 'talked' : this.#theirEnd())
  }

  #theirEnd(): CallBackEnd {
    const last = [...this.#legs.values()].at(-1)
    if (!last) {
      if (this.#hungUp) return 'hung-up'
      return this.#dialTried ? 'no-line' : 'no-way'
    }
    if (last.status === 'BUSY' || isBusy(last)) return 'busy'
    if (isDeclined(last)) return 'declined'
    if (last.status === 'CANCEL' || (last.status === null && this.#hungUp)) return 'hung-up'
    if (invalidCauses.has(last.cause) || last.sipStatus === 404 || last.sipStatus === 484) return 'invalid-number'
    if (last.status === 'CHANUNAVAIL' || last.status === 'CONGESTION') return 'no-line'
    return this.#hungUp ? 'hung-up' : 'no-answer'
  }

  #become(phase: CallBackPhase, end: CallBackEnd | null): void {
    if (this.#progress.phase === phase && this.#progress.end === end) return
    this.#progress = { phase, end }
    this.#changed(this.#progress)
  }

  #isOurs(event: AmiEvent): boolean {
    return ['Linkedid', 'Uniqueid', 'DestLinkedid', 'DestUniqueid'].some((header) => event.get(header) === this.#id)
  }
}

/** The first cause counts: what follows is how the phone system cleared away. */
function takeCause(leg: Leg, event: AmiEvent): void {
  leg.cause ||= Number(event.get('Cause')) || 0
  leg.sipStatus ||= Number(event.get('TechCause')) || 0
}

function isBusy({ cause, sipStatus }: Leg): boolean {
  return cause === busyCause || sipStatus === 486 || sipStatus === 600
}

function isDeclined({ cause, sipStatus }: Leg): boolean {
  return cause === declinedCause || sipStatus === 603
}
