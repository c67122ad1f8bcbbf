/**
 * What somebody types into the search field. Two parts follow one another, each in its own order: people whose name,
 * company, number or notes have it, those with whom something happened last first; then conversations in which it was said or
 * noted, the newest words first. A word is found by how it begins, in names anywhere, whatever the case and accents.
 */
import { sql } from 'kysely'
import type { Kysely, SqlBool } from 'kysely'
import type { ListFilter } from '../../contract/list-commands.ts'
import type { ConversationTab, SearchHit } from '../../contract/view-models.ts'
import { numberForPeople, numberSearch } from '../../../telephony/phone-number.ts'
import { fold } from '../../contract/fold.ts'
import type { Database } from '../store/schema.ts'
import { contactQuestion, numberQuestion, wordsIn } from '../store/search-words.ts'
import type { Cursor } from './cursor.ts'
import { digitsOf, hitInPerson } from './hit.ts'
import type { Sought } from './hit.ts'
import { afterCursor, rowsById } from './list-rows.ts'
import type { ListRow } from './list-rows.ts'
import { both, conditionsOf, fewEnoughToSort, taggedWith } from './narrow.ts'
import type { Condition } from './narrow.ts'
import { searchTexts } from './search-texts.ts'
import type { InboxView } from './view.ts'

export interface SearchRequest {
  tab: ConversationTab
  filter: ListFilter
  /** As typed; not blank. */
  query: string
  cursor: Cursor | null
  limit: number
}

export interface FoundPage {
  rows: { row: ListRow; hit: SearchHit | null }[]
  next: Cursor | null
}

/** Marks the cursors of the second part, which go by the texts' numbers. */
const inTexts = 'texts'

/** One page of what `query` finds. It may be short, and hold what an earlier page had, although more follow. */
export async function searchConversations(
  db: Kysely<Database>,
  request: SearchRequest,
  view: Pick<InboxView, 'country'>,
): Promise<FoundPage> {
  const sought = readQuery(request.query, view.country)
  const question = peopleQuestion(sought)
  if (question === null) return { rows: [], next: null }
  const { cursor, limit } = request
  const people = await peopleFound(db, question)
  if (people) for (const no of await otherNumbersOf(db, people)) people.add(no)
  const rows: FoundPage['rows'] = []
  if (cursor?.id !== inTexts) {
    const found = await pageOfPeople(db, request, { question, sought, people })
    const shown = found.slice(0, limit)
    for (const row of shown) {
      rows.push({
        row,
        hit: hitInPerson({ ...row, numberForPeople: numberForPeople(row.number, view.country) }, sought),
      })
    }
    const last = shown.at(-1)
    if (found.length > limit && last) return { rows, next: { at: last.last_activity_at, id: last.id } }
  }
  // Nobody leafs through thousands of people to what was said.
  if (people === null || sought.words.length === 0) return { rows, next: null }
  const before = cursor?.id === inTexts ? cursor.at : null
  const texts = await searchTexts(db, { ...request, sought, people, before, limit: limit - rows.length }, view)
  return {
    rows: [...rows, ...texts.rows],
    next: texts.before === null ? null : { at: texts.before, id: inTexts },
  }
}

/** Brackets, quotes, full stops: what stands before or behind a word is not looked for. "50%" is, its sign with it. */
const edge = String.raw`[\p{Ps}\p{Pe}\p{Pi}\p{Pf}"'.,;:!?¡¿…]+`
const around = new RegExp(`^${edge}|${edge}$`, 'gu')

/** `query` as words and as a number. */
export function readQuery(query: string, country: string): Sought {
  const words = fold(query)
    .split(/\s+/)
    .map((word) => word.replace(around, ''))
    .filter((word) => wordsIn(word).length > 0)
  return { words, number: numberSearch(query, country) }
}

/** The index's question for people who have all that is sought; null when nothing can be asked. */
export function peopleQuestion({ words, number }: Sought): string | null {
  const part = number && ('whole' in number ? number.whole.replace(/\D/g, '') : number.part)
  // A whole number is nobody's name.
  const terms = number && 'whole' in number ? [] : words.flatMap((word) => wordsIn(word))
  const questions = [
    ...(part ? [numberQuestion(part)] : []),
    ...(terms.length > 0 ? [contactQuestion(terms, 'anywhere')] : []),
  ]
  return questions.length === 0 ? null : questions.join(' OR ')
}

/** The rows in the index of all people found; null when they are too many to hold. */
async function peopleFound(db: Kysely<Database>, question: string): Promise<Set<number> | null> {
  const { rows } = await sql<{ no: number }>`
    SELECT rowid AS no FROM search_contact WHERE search_contact MATCH ${question} LIMIT ${fewEnoughToSort + 1}
  `.execute(db)
  return rows.length > fewEnoughToSort ? null : new Set(rows.map(({ no }) => no))
}

/** Their other numbers: by whichever of them somebody is found, they stand in the list once. */
async function otherNumbersOf(db: Kysely<Database>, people: ReadonlySet<number>): Promise<number[]> {
  const { rows } = await sql<{ no: number }>`
    SELECT theirs.search_no AS no FROM json_each(${JSON.stringify([...people])}) AS found
    CROSS JOIN contact AS mine ON mine.search_no = found.value
    CROSS JOIN contact AS theirs ON theirs.person_id = mine.person_id
    WHERE mine.person_id IS NOT NULL AND theirs.search_no IS NOT NULL
  `.execute(db)
  return rows.map(({ no }) => no)
}

/** One row more than the page holds. */
async function pageOfPeople(
  db: Kysely<Database>,
  { tab, filter, cursor, limit }: SearchRequest,
  { question, sought, people }: { question: string; sought: Sought; people: Set<number> | null },
): Promise<ListRow[]> {
  const odd = literally(sought)
  const conditions = [
    ...conditionsOf({ tab, filter }),
    ...taggedWith(filter.tagIds),
    ...odd,
    ...(cursor ? [afterCursor('activity', cursor)] : []),
  ]
  // A few are sorted; many are met soon enough on the way along the list.
  const source = people
    ? sql`json_each(${JSON.stringify([...people])}) AS found
        CROSS JOIN conversation INDEXED BY conversation_by_contact_no ON conversation.contact_no = found.value`
    : sql`conversation INDEXED BY conversation_by_activity_with_contact`
  const among = people
    ? []
    : [
        sql<SqlBool>`+conversation.contact_no IN
        (SELECT rowid FROM search_contact WHERE search_contact MATCH ${question})`,
      ]
  const { rows } = await sql<{ id: string }>`
    SELECT conversation.id FROM ${source}
    ${odd.length === 0 ? sql`` : sql`CROSS JOIN contact ON contact.id = conversation.contact_id`}
    WHERE ${both([...among, ...conditions])}
    ORDER BY conversation.last_activity_at DESC, conversation.id LIMIT ${limit + 1}
  `.execute(db)
  const ids = rows.map(({ id }) => id)
  const whole = await rowsById(db, ids)
  return ids.flatMap((id) => whole.get(id) ?? [])
}

/** What the index does not hold, as the sign in "50%", is compared with the names themselves. */
function literally({ words, number }: Sought): Condition[] {
  const odd = words.filter((word) => wordsIn(word).join('') !== word)
  if (odd.length === 0 || number !== null) return []
  return odd.map((word) => {
    const digits = digitsOf(word)
    return sql<SqlBool>`(
      instr(fold(contact.name), ${word}) > 0 OR instr(fold(contact.company), ${word}) > 0
      OR instr(fold(contact.notes), ${word}) > 0
      ${digits === null ? sql`` : sql`OR instr(contact.number, ${digits}) > 0`}
    )`
  })
}
