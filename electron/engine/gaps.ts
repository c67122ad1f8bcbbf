/** Times without a connection to the phone system: calls may have been missed that nobody saw. */
import type { Store } from './store/database.ts'

/** Notes that a gap began or ended at `at`. A gap that is open already goes on; one that is not cannot end. */
export async function noteGap(store: Store, change: 'began' | 'ended', at: number): Promise<void> {
  await store.write(async ({ db }) => {
    const open = await db.selectFrom('gap').select('id').where('to_at', 'is', null).executeTakeFirst()
    if (change === 'began' && !open) await db.insertInto('gap').values({ from_at: at, to_at: null }).execute()
    if (change === 'ended' && open) await db.updateTable('gap').set({ to_at: at }).where('id', '=', open.id).execute()
  })
}
