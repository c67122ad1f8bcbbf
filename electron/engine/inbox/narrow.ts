/** Tab and filter of the list as conditions on `conversation`, and how to reach the rows by an index. */
import { sql } from 'kysely'
import type { Kysely, RawBuilder, SqlBool } from 'kysely'
import type { ListFilter } from '../../contract/list-commands.ts'
import type { ConversationTab } from '../../contract/view-models.ts'
import type { Database } from '../store/schema.ts'

export interface Narrowed {
  tab: ConversationTab
  filter: ListFilter
}

/** More people than that are looked for along the list instead of one by one and sorted. */
export const fewEnoughToSort = 2000

export type Condition = RawBuilder<SqlBool>

/** All that a conversation must be, but for `tags`. */
export function conditionsOf({ tab, filter }: Narrowed): Condition[] {
  const { line, from, to } = filter
  // Who waits stands in another order, whose index must lead.
  const last = tab === 'needs-reply' ? sql`+conversation.last_activity_at` : sql`conversation.last_activity_at`
  return [
    ...(tab === 'all' ? [] : [sql<SqlBool>`conversation.state = ${tab}`]),
    // One row for each person; by line, one for each of their numbers that called there.
    ...(line === null ? [sql<SqlBool>`conversation.behind IS NULL`] : [sql<SqlBool>`conversation.line = ${line}`]),
    ...(from === null ? [] : [sql<SqlBool>`${last} >= ${from}`]),
    ...(to === null ? [] : [sql<SqlBool>`${last} <= ${to}`]),
  ]
}

/** The contact has these tags; asked row by row, so that the list's own index leads. */
export function taggedWith(tagIds: readonly string[]): Condition[] {
  return tagIds.map(
    (id) => sql<SqlBool>`EXISTS (
      SELECT 1 FROM contact_tag WHERE contact_tag.contact_id = conversation.contact_id AND contact_tag.tag_id = ${id}
    )`,
  )
}

export function both(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql<SqlBool>`1` : sql<SqlBool>`${sql.join(conditions, sql` AND `)}`
}

/** The tag that the fewest contacts have, and how many, counted up to `fewEnoughToSort` + 1; null without tags. */
export async function rarestTag(
  db: Kysely<Database>,
  tagIds: readonly string[],
): Promise<{ id: string; contacts: number } | null> {
  let rarest: { id: string; contacts: number } | null = null
  for (const id of tagIds) {
    const { rows } = await sql<{ count: number }>`
      SELECT count(*) AS count FROM (SELECT 1 FROM contact_tag WHERE tag_id = ${id} LIMIT ${fewEnoughToSort + 1})
    `.execute(db)
    const contacts = rows[0]?.count ?? 0
    if (!rarest || contacts < rarest.contacts) rarest = { id, contacts }
  }
  return rarest
}

/** Where a query for conversations begins: at one tag's contacts where they are few, else at the list's own index. */
export function conversationsFrom(tag: { id: string; contacts: number } | null): RawBuilder<unknown> {
  if (!tag || tag.contacts > fewEnoughToSort) return sql`conversation`
  return sql`(SELECT contact_id FROM contact_tag WHERE tag_id = ${tag.id}) AS tagged
    CROSS JOIN conversation ON conversation.contact_id = tagged.contact_id`
}
