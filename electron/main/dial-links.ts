/** `tel:` and `sms:` links that other programs hand over: whose number they name. What else they carry is dropped. */

/** Longer than any link that names one number. */
const longest = 200
/** Digits with what people put between them; no pauses, stars or letters, which dial more than a number. */
const oneNumber = /^\+?[\d\s().-]{3,38}$/

/** The schemes that Ringback can open. */
export const dialSchemes = ['tel', 'sms'] as const

/**
 * The number as the link has it; null for everything that is no link of ours or names no one number. A text that an
 * `sms:` link brings along is dropped: what is sent is written here.
 */
export function dialledNumber(link: string): string | null {
  if (link.length > longest) return null
  const [, rest = ''] = /^(?:tel|sms):(?:\/\/)?([^?#;]*)/i.exec(link) ?? []
  let number: string
  try {
    number = decodeURIComponent(rest).trim()
  } catch {
    return null
  }
  if (!oneNumber.test(number)) return null
  return number.replace(/\D/g, '').length >= 3 ? number : null
}

/** The first link of ours among a program's arguments: Windows and Linux start the app with it. */
export function linkIn(argv: readonly string[]): string | null {
  return argv.find((argument) => /^(?:tel|sms):/i.test(argument)) ?? null
}
