/** What an act writes into the time line, so that its Undo can take that out again. */
import type { Work } from '../store/database.ts'

/** Does `act`, and returns the ids of the happenings that the conversation gained by it. */
export async function notedBy(work: Work, conversationId: string, act: () => Promise<unknown>): Promise<string[]> {
  const before = new Set(await happenings(work, conversationId))
  await act()
  return (await happenings(work, conversationId)).filter((id) => !before.has(id))
}

async function happenings(work: Work, conversationId: string): Promise<string[]> {
  const rows = await work.db
    .selectFrom('happening')
    .select('id')
    .where('conversation_id', '=', conversationId)
    .execute()
  return rows.map(({ id }) => id)
}
