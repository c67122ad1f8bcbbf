/** Asterisk's channel names: `PJSIP/101-0000002a`, `SIP/101-08f3`, `DAHDI/i1/5305550101-3`, `Local/101@group-00000001;2`. */

export interface ChannelName {
  /** `PJSIP`, `SIP`, `IAX2`, `DAHDI`, `Local` … */
  tech: string
  /** What is dialled to reach it: `101`, `trunk`, `i1/5305550101`, `101@group`. */
  endpoint: string
  /** Which half of a Local channel pair, and a name that both halves share; null for all other channels. */
  local: { pair: string; half: 1 | 2 } | null
}

/** The parts of a channel's name; odd names give what can be told and never throw. */
export function parseChannelName(name: string): ChannelName {
  // Masquerades on older versions decorate the names of channels that are about to go.
  const plain = name.replace(/<(?:ZOMBIE|MASQ)>/g, '').trim()
  const slash = plain.indexOf('/')
  if (slash < 0) return { tech: plain, endpoint: '', local: null }
  const tech = plain.slice(0, slash)
  const rest = plain.slice(slash + 1)
  const half = /^(.*)[;,]([12])$/.exec(rest)
  if (tech === 'Local' && half) {
    const pair = half[1] ?? ''
    return { tech, endpoint: withoutSerial(pair), local: { pair, half: half[2] === '2' ? 2 : 1 } }
  }
  return { tech, endpoint: withoutSerial(rest), local: null }
}

/** Names end in a dash and a number of their own, mostly hexadecimal; endpoints may have dashes themselves. */
function withoutSerial(rest: string): string {
  return rest.replace(/-[0-9a-f]+$/i, '')
}
