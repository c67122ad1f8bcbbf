/** The window's requests about quick replies, drafts and times to send at. */
import type { Kysely } from 'kysely'
import type { Clock } from '../../../telephony/clock.ts'
import type { CommandArguments, CommandOutput } from '../../contract/commands.ts'
import { fail, ok } from '../../contract/result.ts'
import type { Result } from '../../contract/result.ts'
import { words } from '../../contract/text/index.ts'
import type { writingCommands as contract } from '../../contract/writing-commands.ts'
import { fieldsOf } from '../followup/step-text.ts'
import type { TemplateFields } from '../followup/template.ts'
import { readSection, saveSection } from '../settings/settings.ts'
import type { Store } from '../store/database.ts'
import type { Database } from '../store/schema.ts'
import { dropDraft, listDrafts, saveDraft } from './drafts.ts'
import {
  bringBackReply,
  countUse,
  deleteReply,
  hasSeeds,
  listQuickReplies,
  plantSeeds,
  saveQuickReply,
} from './quick-replies.ts'
import type { DeletedReplies } from './quick-replies.ts'
import { quietAt, sendTimes } from './send-times.ts'

export interface WritingContext {
  store: Store
  clock: Clock
  deletedReplies: DeletedReplies
  settingsChanged(): void
}

type WritingCommand =
  | 'messages:send-times'
  | `quick-replies:${'list' | 'save' | 'delete' | 'undo-delete' | 'used'}`
  | `drafts:${'list' | 'save'}`
  | 'settings:save-writing'

type WritingHandlers = {
  [N in WritingCommand & keyof typeof contract]: (
    input: CommandArguments<N>,
    context: WritingContext,
  ) => Promise<Result<CommandOutput<N>>>
}

const done = ok(undefined)
const noConversation = () => fail('not-found', ...words.failures.noConversation)
const noReply = () => fail('not-found', ...words.failures.noQuickReply)

export const writingCommands: WritingHandlers = {
  async 'messages:send-times'({ conversationId, at }, { store, clock }) {
    const number = await numberOf(store.db, conversationId)
    if (number === null) return noConversation()
    const { country, timeZone } = await readSection(store.db, 'business')
    const quiet = { ...(await readSection(store.db, 'quiet-hours')), office: { country, timeZone } }
    const hours = { ...(await readSection(store.db, 'hours')), timeZone }
    const times = sendTimes(hours, clock.now()).map((time) => ({ ...time, quiet: quietAt(number, time.at, quiet) }))
    return ok({ times, quiet: at === undefined ? null : quietAt(number, at, quiet) })
  },

  async 'quick-replies:list'({ conversationId, language }, { store, clock }) {
    if (!(await hasSeeds(store.db))) await store.write((work) => plantSeeds(work, language, clock.now()))
    const fields = await fieldsFor(store.db, conversationId)
    return ok({ replies: await listQuickReplies(store.db, fields, await readSection(store.db, 'texts')) })
  },

  async 'quick-replies:save'(reply, { store, clock, settingsChanged }) {
    await store.write((work) => saveQuickReply(work, reply, clock.now()))
    settingsChanged()
    return done
  },

  async 'quick-replies:delete'({ id }, { store, deletedReplies, settingsChanged }) {
    const found = await store.write((work) => deleteReply(work, id, deletedReplies))
    settingsChanged()
    return found ? done : noReply()
  },

  async 'quick-replies:undo-delete'({ id }, { store, deletedReplies, settingsChanged }) {
    const found = await store.write((work) => bringBackReply(work, id, deletedReplies))
    settingsChanged()
    return found ? done : noReply()
  },

  async 'quick-replies:used'({ id }, { store, clock }) {
    await store.write((work) => countUse(work, id, clock.now()))
    return done
  },

  async 'drafts:list'(_nothing, { store }) {
    return ok({ drafts: await listDrafts(store.db) })
  },

  async 'drafts:save'(draft, { store, clock }) {
    const { conversationId, kind, body } = draft
    if (body.trim() !== '') return ok({ gone: !(await store.write((work) => saveDraft(work, draft, clock.now()))) })
    await store.write((work) => dropDraft(work, conversationId, kind))
    return ok({ gone: false })
  },

  async 'settings:save-writing'(writing, { store, clock, settingsChanged }) {
    await store.write((work) => saveSection(work, 'writing', writing, clock.now()))
    settingsChanged()
    return done
  },
}

async function numberOf(db: Kysely<Database>, conversationId: string): Promise<string | null> {
  const row = await db
    .selectFrom('conversation')
    .innerJoin('contact', 'contact.id', 'conversation.contact_id')
    .select('contact.number')
    .where('conversation.id', '=', conversationId)
    .executeTakeFirst()
  return row?.number ?? null
}

/** What stands in the fields of a text to this contact; for none in particular, what is the office's own. */
async function fieldsFor(db: Kysely<Database>, conversationId: string | null): Promise<TemplateFields> {
  const business = await readSection(db, 'business')
  const lines = await readSection(db, 'lines')
  const row =
    conversationId === null
      ? undefined
      : await db.selectFrom('conversation').select('line').where('id', '=', conversationId).executeTakeFirst()
  if (conversationId === null || !row) {
    return { business: business.name, caller: null, line: null, bookingLink: business.bookingLink }
  }
  return fieldsOf(db, { conversationId, line: row.line }, { business, lines })
}
