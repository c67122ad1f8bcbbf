/** What the window does to many conversations at once: one transaction, and word of what it really changed. */
import type { CommandArguments, CommandOutput } from '../../contract/commands.ts'
import type { listCommands as contract } from '../../contract/list-commands.ts'
import { ok } from '../../contract/result.ts'
import type { Result } from '../../contract/result.ts'
import { optOut } from '../followup/stop.ts'
import { evidence } from '../opt-out/evidence.ts'
import { recordOptIn } from '../opt-out/ledger.ts'
import type { Work } from '../store/database.ts'
import type { InboxContext } from './commands.ts'
import { conversationOf, markUnread, refreshConversation } from './conversations.ts'
import { isAnyUnread, readPerson } from './person-acts.ts'

type ManyCommand = Exclude<keyof typeof contract, 'conversations:list'>

type ManyHandlers = {
  [N in ManyCommand]: (input: CommandArguments<N>, context: InboxContext) => Promise<Result<CommandOutput<N>>>
}

export const manyCommands: ManyHandlers = {
  async 'conversations:change-many'({ ids, change }, context) {
    return ok({ changed: await eachOnce(context, ids, (work, id) => changes[change](work, id, context)) })
  },

  async 'contacts:opt-out-many'({ ids, wish }, context) {
    const now = context.clock.now()
    return ok({ changed: await eachOnce(context, ids, (work, id) => changeWish(work, id, wish, now)) })
  },
}

/** Changes one; false when it was so already, or is gone. */
type Change = (work: Work, id: string, context: InboxContext) => Promise<boolean>

const changes: Record<CommandArguments<'conversations:change-many'>['change'], Change> = {
  async done(work, id, { done, stopFollowUp }) {
    return (await done.markDone(work, id, stopFollowUp)) === 'done'
  },
  'undo-done': (work, id, { done, clock }) => done.undo(work, id, clock.now()),
  async read(work, id) {
    return (await isAnyUnread(work, id)) === true && readPerson(work, id)
  },
  async unread(work, id) {
    if ((await isAnyUnread(work, id)) !== false) return false
    await markUnread(work, id)
    return true
  },
}

/** As one transaction. @returns those that `change` changed. */
function eachOnce(
  { store }: InboxContext,
  ids: readonly string[],
  change: (work: Work, id: string) => Promise<boolean>,
): Promise<string[]> {
  return store.write(async (work) => {
    const changed: string[] = []
    for (const id of new Set(ids)) if (await change(work, id)) changed.push(id)
    return changed
  })
}

async function changeWish(work: Work, contactId: string, wish: 'no-texts' | 'texts', now: number): Promise<boolean> {
  const contact = await work.db.selectFrom('contact').select('number').where('id', '=', contactId).executeTakeFirst()
  if (!contact) return false
  const { number } = contact
  const entry = { number, source: 'staff', evidence: evidence.byStaff, now } as const
  const stands = await work.db.selectFrom('opt_out').select('source').where('number', '=', number).executeTakeFirst()
  if ((stands !== undefined) === (wish === 'no-texts')) return false
  // An Undo takes back what staff entered, never what the contact said since.
  if (stands !== undefined && stands.source !== 'staff') return false
  if (wish === 'no-texts') await optOut(work, entry)
  else await recordOptIn(work, entry)
  const conversation = await conversationOf(work.db, contactId)
  if (conversation !== null) await refreshConversation(work, conversation)
  return true
}
