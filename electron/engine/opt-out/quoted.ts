/**
 * Our own words in a contact's text: phones send a reaction as `Liked “…”` with the whole text that it is about, and
 * some people quote what they answer. "Reply STOP to opt out" is no wish of theirs then.
 */
import type { Kysely } from 'kysely'
import { plainText } from '../outbox/plain-text.ts'
import type { Database } from '../store/schema.ts'

/** Shorter words may just as well be the contact's own. */
const shortest = 20
/** A reaction is to one of the last texts as a rule. */
const mostTexts = 20

/** What is left of `body` without the texts of `ours` that it quotes, in whole or with their end cut off (“…”). */
export function withoutQuotes(body: string, ours: readonly string[]): string {
  let left = plainText(body).toLowerCase()
  let found = false
  for (const text of ours) {
    const own = plainText(text).toLowerCase()
    if (own.length < shortest) continue
    for (let at = find(left, own); at; at = find(left, own)) {
      left = `${left.slice(0, at.from)} ${left.slice(at.to)}`
      found = true
    }
  }
  return found ? left : body
}

/** `body` without what it quotes of our last texts to this contact. */
export async function ownWordsOf(db: Kysely<Database>, conversationId: string, body: string): Promise<string> {
  const texts = await db
    .selectFrom('message')
    .select('body')
    .where('conversation_id', '=', conversationId)
    .where('direction', '=', 'out')
    .orderBy('at', 'desc')
    .limit(mostTexts)
    .execute()
  return withoutQuotes(
    body,
    texts.map((text) => text.body),
  )
}

function find(text: string, own: string): { from: number; to: number } | null {
  const whole = text.indexOf(own)
  if (whole !== -1) return { from: whole, to: whole + own.length }
  const from = text.indexOf(own.slice(0, shortest))
  if (from === -1) return null
  const end = text.indexOf('...', from + shortest)
  return end !== -1 && own.startsWith(text.slice(from, end).trimEnd()) ? { from, to: end + 3 } : null
}
