/** A change of one conversation is seen in what stands for all numbers of the same person. */
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Database } from './schema.ts'

/** These conversations and those with the other numbers of the same people. */
export async function withOtherNumbers(db: Kysely<Database>, ids: ReadonlySet<string>): Promise<string[]> {
  if (ids.size === 0) return []
  const { rows } = await sql<{ id: string }>`
    SELECT other.id FROM json_each(${JSON.stringify([...ids])}) AS changed
    CROSS JOIN conversation ON conversation.id = changed.value
    CROSS JOIN contact ON contact.id = conversation.contact_id
    CROSS JOIN contact AS number ON number.person_id = contact.person_id
    CROSS JOIN conversation AS other ON other.contact_id = number.id
    WHERE contact.person_id IS NOT NULL
  `.execute(db)
  return [...new Set([...ids, ...rows.map(({ id }) => id)])]
}
