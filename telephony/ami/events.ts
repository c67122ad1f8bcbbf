/** What the phone system tells: an event and its headers. */

export interface AmiEvent {
  /** The event's name, e.g. `DialBegin`. */
  readonly event: string
  /** The value of a header, whatever its case; undefined when the event has no such header. */
  get(header: string): string | undefined
}

/** The event made of `headers`; of a header that comes twice the last one counts. */
export function amiEvent(headers: Iterable<[string, string]>): AmiEvent {
  const values = new Map<string, string>()
  for (const [header, value] of headers) values.set(header.toLowerCase(), value)
  return { event: values.get('event') ?? '', get: (header) => values.get(header.toLowerCase()) }
}
