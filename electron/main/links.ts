/** Which addresses may leave the app for the system's own programs. */
const allowed = new Set(['https:', 'tel:', 'mailto:'])

/** The address as it will be opened, parsed and put together again; null when it must not be. */
export function outsideLink(url: string): string | null {
  try {
    const parsed = new URL(url)
    if (!allowed.has(parsed.protocol)) return null
    // A name and password in an address are how a reader is misled about where it leads.
    if (parsed.username !== '' || parsed.password !== '') return null
    return parsed.href
  } catch {
    return null
  }
}
