/** The window's requests about a conversation's time line. */
import type { CommandArguments, CommandOutput } from '../../contract/commands.ts'
import { fail, ok } from '../../contract/result.ts'
import type { Result } from '../../contract/result.ts'
import { words } from '../../contract/text/index.ts'
import type { timelineCommands as contract } from '../../contract/timeline-commands.ts'
import { conversationsOfPerson } from '../contacts/person.ts'
import { legsOfCall } from './call-rows.ts'
import type { InboxContext } from './commands.ts'
import { findInTimeline } from './find-in-timeline.ts'
import type { NoteBook } from './notes.ts'
import { countAfter, readTimeline } from './timeline.ts'
import { readSection } from '../settings/settings.ts'
import { readView } from './view.ts'

export interface TimelineContext extends InboxContext {
  notes: NoteBook
}

type TimelineHandlers = {
  [N in keyof typeof contract]: (
    input: CommandArguments<N>,
    context: TimelineContext,
  ) => Promise<Result<CommandOutput<N>>>
}

/** What came since is counted up to here. */
const mostCounted = 100

const gone = () => fail('not-found', ...words.failures.noPart)
const noCall = () => fail('not-found', ...words.failures.noCall)
const noConversation = () => fail('not-found', ...words.failures.noConversation)
const noNote = () => fail('not-found', ...words.failures.noNote)
const done = ok(undefined)

export const timelineCommands: TimelineHandlers = {
  async 'timeline:read'({ conversationId, part, limit, since }, { store, sentence }) {
    const revision = store.revision()
    const view = await readView(store.db, sentence)
    const ids = await conversationsOfPerson(store.db, conversationId)
    const page = await readTimeline(store.db, ids, part, limit, view)
    if (!page) return gone()
    const newer = since === undefined ? null : await countAfter(store.db, ids, since, mostCounted)
    return ok({ ...page, newer: newer ?? 0, revision })
  },

  async 'timeline:find'({ conversationId, query }, { store }) {
    const ids = await conversationsOfPerson(store.db, conversationId)
    return ok({ hits: await findInTimeline(store.db, ids, query) })
  },

  async 'calls:legs'({ id }, { store }) {
    const { country } = await readSection(store.db, 'business')
    const legs = await legsOfCall(store.db, id, country)
    return legs ? ok({ legs }) : noCall()
  },

  async 'notes:save'({ conversationId, noteId, body }, { store, clock, notes }) {
    const note = { id: noteId, conversationId, body: body.replace(/\r\n?/g, '\n') }
    return (await store.write((work) => notes.save(work, note, clock.now()))) ? done : noConversation()
  },

  async 'notes:delete'({ noteId }, { store, notes }) {
    return (await store.write((work) => notes.delete(work, noteId))) ? done : noNote()
  },

  async 'notes:undo-delete'({ noteId }, { store, notes }) {
    return (await store.write((work) => notes.undoDelete(work, noteId))) ? done : noNote()
  },
}
