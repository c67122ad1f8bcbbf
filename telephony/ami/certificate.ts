/** The phone system's certificate, known again by its fingerprint: most are signed by nobody but themselves. */

/** The fingerprint as people compare it, `AB:CD:…` (SHA-256: 32 bytes); null when `text` is none. */
export function fingerprintIn(text: string): string | null {
  const digits = text.replace(/^\s*sha256(?:\s+fingerprint)?\s*[=:]/i, '').replace(/[\s:-]/g, '')
  if (!/^[0-9a-f]{64}$/i.test(digits)) return null
  return (digits.toUpperCase().match(/../g) ?? []).join(':')
}
