/** Who calls, as the events tell it. */

/** What phones and Asterisk send in place of a number that the caller withholds. */
const withheld = new Set(['', '<unknown>', 'unknown', 'anonymous', 'restricted', 'private', 'withheld', 'unavailable'])

/** A caller's number as it was sent; null when it was withheld or is not known. */
export function callerNumber(value: string | undefined): string | null {
  const number = (value ?? '').trim()
  return withheld.has(number.toLowerCase()) ? null : number
}

/**
 * A caller's name as people read it; null when none was sent. Names arrive escaped twice: AMI writes C escapes around
 * what SIP's quoted string left escaped, so that `"` comes as `\\\"`.
 */
export function callerName(value: string | undefined): string | null {
  const sent = unescapeC(value ?? '').replace(/\\(.)/gs, '$1')
  const name = sent.replace(/\s+/g, ' ').trim()
  return withheld.has(name.toLowerCase()) ? null : name
}

const controls: Record<string, string> = { n: '\n', r: '\r', t: '\t', a: '', b: '', f: '', v: '' }

function unescapeC(value: string): string {
  return value.replace(/\\(.)/gs, (_, char: string) => controls[char] ?? char)
}
