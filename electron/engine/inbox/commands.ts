/** The window's requests that the inbox answers. */
import type { EndedCall } from '../../../telephony/calls/call.ts'
import type { Clock } from '../../../telephony/clock.ts'
import type { CommandArguments, CommandOutput } from '../../contract/commands.ts'
import { fail, ok } from '../../contract/result.ts'
import type { Result } from '../../contract/result.ts'
import { words } from '../../contract/text/index.ts'
import type { Store, Work } from '../store/database.ts'
import { renameContact, saveContactNotes } from './contacts.ts'
import { cursorIn } from './cursor.ts'
import { conversationDetail } from './detail.ts'
import { listConversations } from './list.ts'
import { readPerson, reopenPerson } from './person-acts.ts'
import type { DoneMemory } from './undo-done.ts'
import { readView } from './view.ts'

export interface InboxContext {
  store: Store
  clock: Clock
  /** The numbers (E.164) in a call now. */
  live: () => ReadonlySet<string>
  /** What happened in a call, in one sentence. */
  sentence: (call: EndedCall) => string
  /** Why nobody may write to this number (E.164), besides an opt-out and a block; null when one may. */
  noTextReason?: (number: string) => string | null
  done: DoneMemory
  /**
   * Stops a follow-up that still runs: who is done with a conversation wants no more texts in it. What it returns lets
   * the follow-up go on again.
   */
  stopFollowUp?: (work: Work, conversationId: string) => Promise<((work: Work, now: number) => Promise<unknown>) | null>
}

type InboxCommand =
  | 'conversations:list'
  | 'conversations:get'
  | 'conversations:mark-read'
  | 'conversations:mark-done'
  | 'conversations:undo-done'
  | 'conversations:reopen'
  | 'contacts:rename'
  | 'contacts:save-notes'

export type InboxHandlers = {
  [N in InboxCommand]: (input: CommandArguments<N>, context: InboxContext) => Promise<Result<CommandOutput<N>>>
}

export const inboxCommands: InboxHandlers = {
  async 'conversations:list'({ cursor, ...asked }, { store, live, sentence }) {
    // Read before the rows: should a commit fall between, the window hears of a newer revision and asks again.
    const revision = store.revision()
    const after = cursorIn(cursor)
    if (!after.ok) return after
    const view = await readView(store.db, sentence)
    const list = await listConversations(store.db, { ...asked, cursor: after.value }, live(), view)
    return ok({ ...list, revision })
  },

  async 'conversations:get'({ id, limit }, { store, clock, sentence, noTextReason }) {
    const revision = store.revision()
    const view = await readView(store.db, sentence)
    const detail = await conversationDetail(store.db, id, { now: clock.now(), limit }, view)
    if (!detail) return noConversation()
    const reason = detail.noTextReason ?? noTextReason?.(detail.contact.number) ?? null
    return ok({ ...detail, noTextReason: reason, revision })
  },

  async 'conversations:mark-read'({ id }, { store, clock }) {
    return changed(store, (work) => readPerson(work, id, clock.now()), noConversation())
  },

  async 'conversations:mark-done'({ id }, { store, done, stopFollowUp }) {
    return changed(store, async (work) => (await done.markDone(work, id, stopFollowUp)) !== 'gone', noConversation())
  },

  async 'conversations:undo-done'({ id }, { store, clock, done }) {
    return changed(store, (work) => done.undo(work, id, clock.now()), notDone())
  },

  async 'conversations:reopen'({ id }, { store, clock }) {
    return changed(store, (work) => reopenPerson(work, id, clock.now()), noConversation())
  },

  async 'contacts:rename'({ id, name }, { store }) {
    return changed(store, (work) => renameContact(work, id, name), noContact())
  },

  async 'contacts:save-notes'({ id, notes }, { store }) {
    return changed(store, (work) => saveContactNotes(work, id, notes), noContact())
  },
}

const noConversation = () => fail('not-found', ...words.failures.noConversation)
const notDone = () => fail('not-found', ...words.failures.notDone)
const noContact = () => fail('not-found', ...words.failures.noContact)

async function changed(
  store: Store,
  change: (work: Work) => Promise<boolean>,
  missing: Result<never>,
): Promise<Result<void>> {
  return (await store.write(change)) ? ok(undefined) : missing
}
