/** A quick reply asked for in a draft: a slash at the beginning of a word, and what is typed after it. */
import { fold } from '../../../electron/contract/fold.ts'
import type { QuickReply } from '../../../electron/contract/writing.ts'

export interface Asked {
  /** Where the slash stands. */
  start: number
  query: string
}

/** Names may have blanks, so the words after the slash belong to it as long as anything is found by them. */
const slashWord = /(?:^|\s)\/((?:[^\s/][^\n/]{0,39})?)$/

/** What is asked for at the caret; null when nothing is. */
export function askedAt(draft: string, caret: number): Asked | null {
  const before = draft.slice(0, caret)
  const query = slashWord.exec(before)?.[1]
  return query === undefined ? null : { start: before.length - query.length - 1, query }
}

/** The replies that fit, best first: those whose name begins so, then those whose name or words have it. */
export function fitting(replies: readonly QuickReply[], query: string): QuickReply[] {
  const sought = fold(query.trim())
  if (sought === '') return [...replies]
  const ranked = replies.flatMap((reply) => {
    const name = fold(reply.name)
    const rank = name.startsWith(sought) ? 0 : name.includes(sought) ? 1 : inWords(reply, sought) ? 2 : null
    return rank === null ? [] : [{ reply, rank }]
  })
  return ranked.sort((one, other) => one.rank - other.rank).map(({ reply }) => reply)
}

function inWords({ body, template }: QuickReply, sought: string): boolean {
  return fold(body ?? template).includes(sought)
}
