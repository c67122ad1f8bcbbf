/** Unsent text lives in the window's own storage, so that it survives switching conversations and reloads. */
const key = 'ringback.drafts'

export function readDrafts(): Record<string, string> {
  try {
    const parsed: unknown = JSON.parse(globalThis.localStorage?.getItem(key) ?? '{}')
    if (typeof parsed !== 'object' || parsed === null) return {}
    return Object.fromEntries(
      Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    )
  } catch {
    // A damaged entry is worth less than a window that opens.
    return {}
  }
}

export function writeDrafts(drafts: Record<string, string>): void {
  try {
    globalThis.localStorage?.setItem(key, JSON.stringify(drafts))
  } catch {
    // Storage full or refused: the draft still lives as long as the window does.
  }
}
