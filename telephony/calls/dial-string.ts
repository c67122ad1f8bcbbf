/** The outside number in what a trunk is told to dial. */

/**
 * The number in a dial string such as `trunk/sip:15305550199@192.0.2.1:5060`, `15305550199@trunk` or
 * `DAHDI/g0/15305550199`; null when there is none.
 */
export function outsideNumber(dialString: string | undefined): string | null {
  if (!dialString) return null
  const uri = /sips?:([^@;]+)/i.exec(dialString)?.[1]
  if (uri !== undefined) return numberIn(uri)
  const address = dialString.split('@')[0] ?? ''
  return numberIn(address.split('/').at(-1) ?? '')
}

function numberIn(text: string): string | null {
  const number = text.trim()
  return /^\+?[\d*#]{2,}$/.test(number) ? number : null
}
