/** Takes out of words what must not leave this PC: phone numbers in any spelling, secrets, the user's own name. */

/** Seven digits and more, however they are grouped; a bracket or plus before them goes with them. */
const number = /(?:\+|\()?\p{Nd}(?:[\s().\-–/]{0,3}\p{Nd}){6,}/gu
/** Only this stands for an address on the network; it tells where the phone system is, and nothing of a person. */
const address = /^\d{1,3}(?:\.\d{1,3}){3}$/
/** Shorter secrets are parts of other words. */
const shortestSecret = 4

/**
 * @param secrets passwords and tokens as they are.
 * @param home the user's own folder, which on most PCs holds the user's name; empty where there is none.
 */
export function mask(words: string, secrets: readonly string[], home: string): string {
  let masked = words
  for (const secret of secrets) if (secret.length >= shortestSecret) masked = masked.replaceAll(secret, '[secret]')
  if (home.length > 1) masked = masked.replaceAll(home, '~')
  return masked.replace(number, (found) => (address.test(found) ? found : '[number]'))
}
