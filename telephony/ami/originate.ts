/** The one action by which Ringback makes a phone ring: first the receptionist's own, then the number that is called. */

/** Uniqueid of every call that Ringback begins: by it such a call is known for what it is, whoever looks. */
export const callBackPrefix = 'ringback-'

export interface CallBackOrder {
  /** Becomes the Uniqueid and Linkedid of the call; begins with `callBackPrefix`. */
  channelId: string
  /** The receptionist's phone, as `deskPhoneChannel` gives it. */
  channel: string
  /** Where the dialplan finds the way out for `number`. */
  context: string
  /** As the office dials it, e.g. `915305550141` (`dialled` in calls/dialling.ts). */
  number: string
  /** What the one who is called sees; null for what the phone system shows by itself. */
  callerId: { number: string; name: string } | null
  /** How long the receptionist's phone rings, in seconds. */
  ringSeconds: number
}

/** Names of contexts and endpoints; what has other characters could mean something to the dialplan. */
const plainName = /^[\w.-]{1,80}$/
const dialString = /^[\d*#]{0,6}\+?\d{2,20}$/
const channelId = /^ringback-[\w-]{1,60}$/
const technologies = ['PJSIP', 'SIP', 'IAX2', 'DAHDI', 'SCCP', 'Skinny', 'MGCP', 'Local']

/**
 * The channel that rings a desk phone: from `PJSIP/101`, `SIP/front-desk`, `Local/101@from-internal`, or an extension
 * alone, which is taken for a PJSIP phone. Null when it is none, or would ring more than one phone.
 */
export function deskPhoneChannel(typed: string): string | null {
  const text = typed.trim()
  if (plainName.test(text)) return `PJSIP/${text}`
  const slash = text.indexOf('/')
  const technology = technologies.find((name) => name.toLowerCase() === text.slice(0, slash).toLowerCase())
  const rest = text.slice(slash + 1)
  if (slash < 0 || technology === undefined) return null
  if (technology !== 'Local') return plainName.test(rest) ? `${technology}/${rest}` : null
  const [extension = '', context = '', ...more] = rest.replace(/\/n$/, '').split('@')
  const isOne = more.length === 0 && plainName.test(extension) && plainName.test(context)
  // `/n` keeps the channel for as long as the call lasts: Asterisk would else do without it, and the call be lost from sight.
  return isOne ? `Local/${extension}@${context}/n` : null
}

/**
 * The Originate action for `order`. It answers at once; what becomes of the call comes as events. Throws `RangeError`
 * when a value is not of the kind it must be: nothing that is sent can mean anything but one call.
 */
export function originateAction(order: CallBackOrder): Record<string, string> {
  const { channel, context, number, callerId, ringSeconds } = order
  const wrong = (what: string) => new RangeError(`A call back cannot have this ${what}`)
  if (!channelId.test(order.channelId)) throw wrong('id')
  if (deskPhoneChannel(channel) !== channel) throw wrong('phone')
  if (!plainName.test(context)) throw wrong('context')
  if (!dialString.test(number)) throw wrong('number')
  if (!Number.isInteger(ringSeconds) || ringSeconds < 1 || ringSeconds > 120) throw wrong('time')
  if (callerId !== null && !/^\+?\d{2,20}$/.test(callerId.number)) throw wrong('caller id')
  return {
    Action: 'Originate',
    Channel: channel,
    ChannelId: order.channelId,
    Context: context,
    Exten: number,
    Priority: '1',
    Timeout: String(ringSeconds * 1000),
    Async: 'true',
    ...(callerId === null ? {} : { CallerID: `"${plainCallerName(callerId.name)}" <${callerId.number}>` }),
  }
}

/** Nothing that could end the quoted name or the line; phones show some 20 characters of it. */
function plainCallerName(name: string): string {
  return name
    .replace(/["\\<>]|\p{C}/gu, '')
    .trim()
    .slice(0, 40)
}
