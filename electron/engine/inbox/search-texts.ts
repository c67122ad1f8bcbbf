/** The second part of a search: conversations in which the words were said or noted, the newest first. */
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { ListFilter } from '../../contract/list-commands.ts'
import type { ConversationTab, Snippet } from '../../contract/view-models.ts'
import { numberForPeople } from '../../../telephony/phone-number.ts'
import { fold } from '../../contract/fold.ts'
import type { Database } from '../store/schema.ts'
import { firstNumberAt } from '../store/search-index.ts'
import { contactQuestion, isWhole, saidNumberQuestion, textQuestion, wordsIn } from '../store/search-words.ts'
import { hitInText, marksInPerson, saidNumberOf } from './hit.ts'
import type { Sought } from './hit.ts'
import { rowsById } from './list-rows.ts'
import { both, conditionsOf, fewEnoughToSort, taggedWith } from './narrow.ts'
import type { FoundPage } from './search.ts'
import type { InboxView } from './view.ts'

interface TextsRequest {
  tab: ConversationTab
  filter: ListFilter
  sought: Sought
  /** Who was found as a person already, by `contact.search_no`. */
  people: ReadonlySet<number>
  /** Only texts of lower numbers; null for all. */
  before: number | null
  limit: number
}

/** How many hits one request looks at, which keeps it short: first a few, which are enough for common words. */
const firstLook = 400
const mostLooked = { anybody: 3400, named: 2400 }

/** `before`: where to go on; null at the end. */
export async function searchTexts(
  db: Kysely<Database>,
  request: TextsRequest,
  view: Pick<InboxView, 'country'>,
): Promise<{ rows: FoundPage['rows']; before: number | null }> {
  const found: Found[] = []
  let horizon = 0
  const number = saidNumberOf(request.sought, view.country)
  for (const split of await splits(db, request.sought, number)) {
    const part = await newestOf(db, request, split)
    found.push(...part.found)
    horizon = Math.max(horizon, part.until ?? 0)
  }
  // What is older than the place that every way has come to may still be overtaken.
  const sure = newestEach(found.filter(({ no }) => no >= horizon))
  const shown = sure.slice(0, Math.max(0, request.limit))
  const last = shown.at(-1)
  const cut = sure.length > shown.length
  const rows = await withWords(db, shown, request.sought, view)
  return { rows, before: cut ? (last?.no ?? request.before ?? Number.MAX_SAFE_INTEGER) : horizon > 0 ? horizon : null }
}

interface Found {
  conversationId: string
  no: number
}

/** Words that a text must have, or a number instead of them, in conversations with these contacts; null for any. */
interface Split {
  words: string[]
  number: string | null
  contacts: ReadonlySet<number> | null
}

/** All words in one text, or the first or last of them in the contact's name and the others in a text. */
async function splits(db: Kysely<Database>, { words }: Sought, number: string | null): Promise<Split[]> {
  const ways: Split[] = [{ words, number: null, contacts: null }]
  if (number !== null && saidNumberQuestion(number) !== null) ways.push({ words: [], number, contacts: null })
  for (let at = 1; at < Math.min(words.length, 4); at += 1) {
    for (const [named, said] of [
      [words.slice(0, at), words.slice(at)],
      [words.slice(at), words.slice(0, at)],
    ] as const) {
      const { rows } = await sql<{ no: number }>`
        SELECT rowid AS no FROM search_contact
        WHERE search_contact MATCH ${contactQuestion(
          named.flatMap((word) => wordsIn(word)),
          'in names',
        )}
        LIMIT ${fewEnoughToSort + 1}
      `.execute(db)
      // A part that fits nearly everybody tells nothing.
      if (rows.length === 0 || rows.length > fewEnoughToSort) continue
      ways.push({ words: said, number: null, contacts: new Set(rows.map(({ no }) => no)) })
    }
  }
  return ways
}

/** The newest hit of each conversation, as far as looked; `until`: nothing below this number was looked at. */
async function newestOf(
  db: Kysely<Database>,
  request: TextsRequest,
  split: Split,
): Promise<{ found: Found[]; until: number | null }> {
  const question =
    (split.number === null ? null : saidNumberQuestion(split.number)) ??
    textQuestion(split.words.flatMap((word) => wordsIn(word)))
  const { from, to } = request.filter
  const lowest = from === null ? 0 : firstNumberAt(from)
  const highest = to === null ? Number.MAX_SAFE_INTEGER : firstNumberAt(to + 1)
  const found = new Map<string, Found>()
  const before = Math.min(request.before ?? Number.MAX_SAFE_INTEGER, highest)
  const most = split.contacts ? mostLooked.named : mostLooked.anybody
  const { rows } = await sql<{ no: number }>`
    SELECT rowid AS no FROM search_text
    WHERE search_text MATCH ${question} AND rowid < ${before} AND rowid >= ${lowest}
    ORDER BY rowid DESC LIMIT ${most}
  `.execute(db)
  const numbers = rows.map(({ no }) => no)
  for (const [start, end] of [
    [0, firstLook],
    [firstLook, most],
  ] as const) {
    for (const hit of await standing(db, request, split, numbers.slice(start, end))) {
      if (hit.no > (found.get(hit.conversationId)?.no ?? -1)) found.set(hit.conversationId, hit)
    }
    if (end < numbers.length && found.size > request.limit) {
      return { found: [...found.values()], until: numbers[end - 1] ?? 0 }
    }
  }
  return { found: [...found.values()], until: numbers.length < most ? null : (numbers.at(-1) ?? 0) }
}

/** Those of these hits that stand in the tab and the filter. */
async function standing(
  db: Kysely<Database>,
  { tab, filter, people }: TextsRequest,
  { words, contacts }: Split,
  numbers: readonly number[],
): Promise<Found[]> {
  if (numbers.length === 0) return []
  const hits = await conversationsOf(db, numbers, needsBody(words) ? words : null)
  // When it was said counts, not when something happened last.
  const conditions = [
    ...conditionsOf({ tab, filter: { ...filter, from: null, to: null } }),
    ...taggedWith(filter.tagIds),
  ]
  if (conditions.length === 0 && people.size === 0 && !contacts) return hits
  const { rows } = await sql<{ id: string; contact: number | null }>`
    SELECT conversation.id, conversation.contact_no AS contact
    FROM json_each(${JSON.stringify([...new Set(hits.map(({ conversationId }) => conversationId))])}) AS hit
    CROSS JOIN conversation ON conversation.id = hit.value
    WHERE ${both(conditions)}
  `.execute(db)
  const fits = ({ contact }: { contact: number | null }) =>
    contact === null ? !contacts : !people.has(contact) && (!contacts || contacts.has(contact))
  const fitting = new Set(rows.filter(fits).map(({ id }) => id))
  return hits.filter(({ conversationId }) => fitting.has(conversationId))
}

/** Which conversations stand in the list for these hits; with `words`, those only that have them literally. */
async function conversationsOf(
  db: Kysely<Database>,
  numbers: readonly number[],
  words: readonly string[] | null,
): Promise<Found[]> {
  const hits: Found[] = []
  for (const table of ['message', 'note'] as const) {
    // Texts have even numbers, notes odd ones.
    const own = numbers.filter((no) => no % 2 === (table === 'note' ? 1 : 0))
    if (own.length === 0) continue
    const { rows } = await sql<Found & { body: string | null }>`
      SELECT hit.value AS no, coalesce(conversation.behind, conversation.id) AS "conversationId",
        ${words ? sql`said.body` : sql`NULL`} AS body
      FROM json_each(${JSON.stringify(own)}) AS hit
      CROSS JOIN ${sql.table(table)} AS said ON said.search_no = hit.value
      CROSS JOIN conversation ON conversation.id = said.conversation_id
    `.execute(db)
    for (const { no, conversationId, body } of rows) {
      if (body === null || words?.every((word) => fold(body).includes(word))) hits.push({ no, conversationId })
    }
  }
  return hits
}

/** The index holds letters and digits only, and of long words the beginning. */
function needsBody(words: readonly string[]): boolean {
  return words.some((word) => !isWhole(word))
}

/** Each conversation once, with its newest hit, the newest first. */
function newestEach(found: readonly Found[]): Found[] {
  const newest = new Map<string, Found>()
  for (const hit of found) {
    const other = newest.get(hit.conversationId)
    if (!other || hit.no > other.no) newest.set(hit.conversationId, hit)
  }
  return [...newest.values()].sort((a, b) => b.no - a.no)
}

async function withWords(
  db: Kysely<Database>,
  found: readonly Found[],
  sought: Sought,
  { country }: Pick<InboxView, 'country'>,
): Promise<FoundPage['rows']> {
  const rows = await rowsById(
    db,
    found.map(({ conversationId }) => conversationId),
  )
  const said = await wordsOf(
    db,
    found.map(({ no }) => no),
  )
  return found.flatMap(({ conversationId, no }) => {
    const row = rows.get(conversationId)
    const text = said.get(no)
    if (!row || !text) return []
    const person = marksInPerson(
      { ...row, numberForPeople: numberForPeople(row.number, country) },
      {
        words: sought.words,
        number: null,
      },
    )
    return [{ row, hit: { ...person, said: hitInText(text, sought.words, saidNumberOf(sought, country)) } }]
  })
}

async function wordsOf(
  db: Kysely<Database>,
  numbers: readonly number[],
): Promise<Map<number, { kind: Snippet['kind']; body: string; at: number; itemId: string }>> {
  const { rows } = await sql<{ no: number; kind: Snippet['kind']; body: string; at: number; itemId: string }>`
    SELECT hit.value AS no, coalesce(message.body, note.body) AS body, coalesce(message.at, note.at) AS at,
      coalesce(message.id, note.id) AS "itemId",
      CASE WHEN note.id IS NOT NULL THEN 'note' WHEN message.direction = 'in' THEN 'text-in'
        WHEN message.author = 'auto' THEN 'auto' ELSE 'text-out' END AS kind
    FROM json_each(${JSON.stringify(numbers)}) AS hit
    LEFT JOIN message ON message.search_no = hit.value
    LEFT JOIN note ON note.search_no = hit.value
  `.execute(db)
  return new Map(rows.filter(({ body }) => body !== null).map((row) => [row.no, row]))
}
