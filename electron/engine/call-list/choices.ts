/** What the Calls page offers to filter by: the lines that were dialled and the phones that calls came to. */
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { CallFilterChoices } from '../../contract/call-list.ts'
import { lineForPeople } from '../inbox/view.ts'
import type { InboxView } from '../inbox/view.ts'
import { readSection } from '../settings/settings.ts'
import type { Database } from '../store/schema.ts'

/** More than any office has; a list of them all would be no help in choosing. */
const mostPhones = 200

export async function filterChoices(db: Kysely<Database>, view: InboxView): Promise<CallFilterChoices> {
  const { timeZone } = await readSection(db, 'business')
  const lines = await db.selectFrom('line').select('number').orderBy('calls', 'desc').execute()
  return {
    timeZone,
    lines: lines.map(({ number }) => ({ number, label: lineForPeople(view, number) ?? number })),
    phones: (await phonesOfCalls(db)).toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })),
  }
}

/** Every phone that a call came to; from one to the next through the index, instead of through all calls of each. */
export async function phonesOfCalls(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ phone: string }>`
    WITH RECURSIVE next (phone) AS (
      SELECT min(phone) FROM call_phone
      UNION ALL
      SELECT (SELECT min(call_phone.phone) FROM call_phone WHERE call_phone.phone > next.phone) FROM next
        WHERE next.phone IS NOT NULL
    )
    SELECT phone FROM next WHERE phone IS NOT NULL LIMIT ${mostPhones}`.execute(db)
  return rows.map(({ phone }) => phone)
}
