/** Small records by id in the window's own storage, for what staff typed and the engine does not have yet. */

/** What is stored under `key`; empty when nothing is, or nothing that can be read. */
export function readRecord(key: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(globalThis.localStorage?.getItem(key) ?? '{}')
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {}
  } catch {
    // A damaged entry is worth less than a window that opens.
    return {}
  }
}

export function readTexts(key: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(readRecord(key)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

export function writeRecord(key: string, record: Record<string, unknown>): void {
  try {
    globalThis.localStorage?.setItem(key, JSON.stringify(record))
  } catch {
    // Storage full or refused: it still lives as long as the window does.
  }
}

/** The record with one entry replaced; null takes it out. */
export function withEntry<T>(record: Record<string, T>, id: string, value: T | null): Record<string, T> {
  const { [id]: _, ...others } = record
  return value === null ? others : { ...others, [id]: value }
}
