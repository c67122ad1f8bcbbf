/** Whether a dial rings an endpoint itself, or goes through it to a number beyond. */
import { isWhole } from './evidence.ts'

export interface Through {
  number: string
  /** A phone's own address may hold a whole number, too; other forms only lead beyond. */
  certain: boolean
}

/**
 * The number beyond `endpoint` (its name without the technology) that a dial string such as `15305550199@voipms`,
 * `g0/15305550199` or `trunk/sip:15305550199@192.0.2.1` asks for; null when it rings the endpoint itself, as `101` and
 * `101/sip:101@192.0.2.7` do.
 */
export function numberThrough(dialString: string, endpoint: string): Through | null {
  const plain = dialString.replace(/^(?:PJSIP|SIP|IAX2|DAHDI|Zap)\//i, '')
  const address = /^[^/]*\/sips?:([^@;]+)@/i.exec(plain)?.[1]
  if (address !== undefined) {
    return isWhole(address) && address !== endpoint ? { number: address, certain: false } : null
  }
  const at = plain.lastIndexOf('@')
  if (at > 0 && !plain.includes('/')) {
    const [number, host] = [plain.slice(0, at), plain.slice(at + 1).replace(/:\d+$/, '')]
    return isDialable(number) && host.toLowerCase() === endpoint.toLowerCase() ? { number, certain: true } : null
  }
  const number = plain.includes('/') ? (plain.split('/').at(-1)?.split('@')[0] ?? '') : ''
  return isDialable(number) ? { number, certain: true } : null
}

function isDialable(number: string): boolean {
  return /^\+?[\d*#]{3,}$/.test(number)
}

/** What a phone system puts before a number, or takes away, has at most so many digits: `9`, `1530`, `0049`. */
const longestPrefix = 4

/** True when both are the same number, one of them perhaps with a prefix: `915305550199` and `5305550199`. */
export function sameNumber(one: string, other: string): boolean {
  const [short = '', long = ''] = [one.replace(/\D/g, ''), other.replace(/\D/g, '')].sort((a, b) => a.length - b.length)
  return short.length >= 3 && long.endsWith(short) && long.length - short.length <= longestPrefix
}
