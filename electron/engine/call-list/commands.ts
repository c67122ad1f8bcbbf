/** The window's requests about calls that are over, and the one that opens the conversation with who calls now. */
import type { CommandArguments, CommandOutput } from '../../contract/commands.ts'
import type { callListCommands as contract } from '../../contract/call-list-commands.ts'
import type { EngineCommandName } from '../../contract/commands.ts'
import { fail, ok } from '../../contract/result.ts'
import type { Result } from '../../contract/result.ts'
import { words } from '../../contract/text/index.ts'
import { listGaps } from '../gaps.ts'
import type { InboxContext } from '../inbox/commands.ts'
import { openConversation } from '../inbox/conversations.ts'
import { cursorIn } from '../inbox/cursor.ts'
import { readView } from '../inbox/view.ts'
import { textCommands } from '../outbox/commands.ts'
import type { TextContext } from '../outbox/commands.ts'
import { readSection } from '../settings/settings.ts'
import type { Store } from '../store/database.ts'
import { filterChoices } from './choices.ts'
import { callLines } from './csv.ts'
import { byteOrderMark, csvLine } from '../csv.ts'
import type { FilterPlace } from './filter.ts'
import { spanOf } from './filter.ts'
import { listCalls } from './page.ts'
import { callStory } from './story.ts'
import { previewText } from './text-after-all.ts'

export interface CallListContext extends InboxContext, TextContext {
  /** The number (E.164) at the other end of a call that goes on, with the name it was sent with; null for none. */
  livePartyOf: (linkedid: string) => { number: string; name: string | null } | null
}

type CallListCommand = keyof typeof contract & EngineCommandName

export type CallListHandlers = {
  [N in CallListCommand]: (input: CommandArguments<N>, context: CallListContext) => Promise<Result<CommandOutput<N>>>
}

/** Calls of one piece of a table: small enough that other requests of the window come between two of them. */
const csvPiece = 1000

export const callListCommands: CallListHandlers = {
  async 'calls:list'({ filter = {}, cursor, limit }, { store, clock, sentence }) {
    const after = cursorIn(cursor)
    if (!after.ok) return after
    const view = await readView(store.db, sentence)
    const place = await placeOf(store)
    const { items, nextCursor } = await listCalls(store.db, filter, { cursor: after.value, limit }, view, place)
    const oldest = nextCursor === null ? null : (items.at(-1)?.endedAt ?? null)
    // Between calls of one kind, or of one caller, a gap would say nothing.
    const { from, to, ...others } = filter
    if (Object.keys(others).length > 0) return ok({ items, gaps: [], nextCursor })
    const span = spanOf({ from, to }, place.timeZone)
    const within = { before: after.value?.at ?? span.to, after: oldest ?? span.from, now: clock.now() }
    return ok({ items, nextCursor, gaps: await listGaps(store.db, within) })
  },

  async 'calls:get'({ id }, { store, sentence }) {
    const story = await callStory(store.db, id, await readView(store.db, sentence))
    return story ? ok(story) : noCall()
  },

  async 'calls:choices'(_input, { store, sentence }) {
    return ok(await filterChoices(store.db, await readView(store.db, sentence)))
  },

  async 'calls:preview-text'({ id }, { store, surroundings }) {
    const preview = await previewText(store.db, id, await surroundings())
    return preview ? ok(preview) : noCall()
  },

  async 'calls:text'({ id, messageId, body }, context) {
    const preview = await previewText(context.store.db, id, await context.surroundings())
    if (!preview) return noCall()
    const { refusal, conversationId } = preview
    if (refusal) return fail('not-allowed', refusal.message, refusal.remedy)
    if (conversationId === null) return noCall()
    // From here on it is a text by staff like any other; opt-out and block are asked again in its transactions.
    return textCommands['messages:send']({ conversationId, messageId, body }, context)
  },

  async 'calls:csv'({ filter = {}, cursor, words: columns }, { store, sentence }) {
    const after = cursorIn(cursor)
    if (!after.ok) return after
    const view = await readView(store.db, sentence)
    const place = await placeOf(store)
    const page = await listCalls(store.db, filter, { cursor: after.value, limit: csvPiece }, view, place)
    const head = cursor === undefined ? byteOrderMark + csvLine(columns.headings) : ''
    const text = head + callLines(page.items, page.calls, columns, place)
    return ok({ text, calls: page.items.length, nextCursor: page.nextCursor })
  },

  async 'live:open'({ linkedid }, { store, clock, livePartyOf }) {
    const party = livePartyOf(linkedid)
    if (party === null) return fail('not-found', ...words.failures.noCaller)
    const known = await store.db
      .selectFrom('contact')
      .innerJoin('conversation', 'conversation.contact_id', 'contact.id')
      .select('conversation.id')
      .where('contact.number', '=', party.number)
      .executeTakeFirst()
    if (known) return ok({ conversationId: known.id })
    const opened = await store.write((work) =>
      openConversation(work, party.number, { now: clock.now(), pbxName: party.name }),
    )
    return ok({ conversationId: opened.id })
  },
}

const noCall = () => fail('not-found', ...words.failures.noCall)

async function placeOf({ db }: Store): Promise<FilterPlace> {
  const { country, timeZone } = await readSection(db, 'business')
  return { country, timeZone }
}
