/** Where a page of a list ended: the sort key and id of its last row. A list that changes meanwhile skips nothing. */
import { z } from 'zod'
import { fail, ok } from '../../contract/result.ts'
import type { Result } from '../../contract/result.ts'
import { words } from '../../contract/text/index.ts'

export interface Cursor {
  /** The sort key: epoch milliseconds, or a text's number in the search index. */
  at: number
  id: string
}

const shape = z.tuple([z.int(), z.string().min(1).max(80)])

export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify([cursor.at, cursor.id])).toString('base64url')
}

/** The cursor in `text`; null when it is none of ours. */
export function decodeCursor(text: string): Cursor | null {
  try {
    const result = shape.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    return result.success ? { at: result.data[0], id: result.data[1] } : null
  } catch {
    return null
  }
}

/** The cursor of a request: none, one of ours, or a refusal. */
export function cursorIn(text: string | undefined): Result<Cursor | null> {
  if (text === undefined) return ok(null)
  const cursor = decodeCursor(text)
  return cursor ? ok(cursor) : fail('bad-input', ...words.failures.noPage)
}
