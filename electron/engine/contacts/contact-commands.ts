/** The window's requests about a contact: company, consent, block, and the other numbers of a person. */
import { randomUUID } from 'node:crypto'
import type { Clock } from '../../../telephony/clock.ts'
import type { CommandArguments, CommandOutput } from '../../contract/commands.ts'
import type { contactCommands as contract } from '../../contract/contact-commands.ts'
import { longestName, oneLine } from '../../contract/contacts.ts'
import { fail, ok } from '../../contract/result.ts'
import type { Result } from '../../contract/result.ts'
import { words } from '../../contract/text/index.ts'
import type { Surroundings } from '../followup/facts.ts'
import { stopForNow } from '../followup/stop-for-now.ts'
import { saveContactCompany } from '../inbox/contacts.ts'
import { conversationOf, openConversation } from '../inbox/conversations.ts'
import { readSection } from '../settings/settings.ts'
import type { Store } from '../store/database.ts'
import { blockContact, unblockContact, undoBlock } from './block.ts'
import type { Blocked } from './block.ts'
import { consentHistory } from './consent.ts'
import { findContacts } from './find.ts'
import { mergeContacts, splitContact } from './merge.ts'
import type { Merged } from './merge.ts'
import { restorePeople } from './restore.ts'
import type { Deed } from './restore.ts'
import type { UndoMemory } from './undo-memory.ts'

export interface ContactContext {
  store: Store
  clock: Clock
  /** What the rules need besides the store. */
  surroundings: () => Promise<Surroundings>
  /** By contact. */
  blocks: UndoMemory<Blocked>
  people: UndoMemory<Deed>
}

type ContactHandlers = {
  [N in keyof typeof contract]: (
    input: CommandArguments<N>,
    context: ContactContext,
  ) => Promise<Result<CommandOutput<N>>>
}

export const contactCommands: ContactHandlers = {
  async 'contacts:save-company'({ id, company }, { store }) {
    return (await store.write((work) => saveContactCompany(work, id, company))) ? ok(undefined) : noContact()
  },

  async 'contacts:block'({ id }, { store, clock, surroundings, blocks }) {
    const now = clock.now()
    const blocked = await store.write((work) =>
      blockContact(work, id, now, (inside, conversationId) =>
        stopForNow(inside, conversationId, now, surroundings, 'blocked'),
      ),
    )
    // Said twice: the first time did it all.
    if (blocked) blocks.keep(id, blocked)
    return ok(undefined)
  },

  async 'contacts:unblock'({ id }, { store, clock, blocks }) {
    await store.write((work) => unblockContact(work, id, clock.now()))
    blocks.forget(id)
    return ok(undefined)
  },

  async 'contacts:undo-block'({ id }, { store, clock, blocks }) {
    const blocked = blocks.get(id)
    if (!blocked) return tooLate()
    await store.write((work) => undoBlock(work, blocked, clock.now()))
    blocks.forget(id)
    return ok(undefined)
  },

  async 'contacts:consent'({ id }, { store }) {
    const { country } = await readSection(store.db, 'business')
    return ok({ entries: await consentHistory(store.db, id, country) })
  },

  async 'contacts:find'(input, { store }) {
    const { country } = await readSection(store.db, 'business')
    return ok({ contacts: await findContacts(store.db, input, country) })
  },

  async 'contacts:open'({ id }, { store, clock }) {
    const known = await conversationOf(store.db, id)
    if (known !== null) return ok({ conversationId: known })
    const contact = await store.db.selectFrom('contact').select('number').where('id', '=', id).executeTakeFirst()
    if (!contact) return noContact()
    const opened = await store.write((work) =>
      openConversation(work, contact.number, { now: clock.now(), silent: true }),
    )
    return ok({ conversationId: opened.id })
  },

  async 'contacts:merge'({ id, withId, name, company }, { store, clock, people }) {
    const given = oneLine(name, longestName)
    const chosen = { name: given === '' ? null : given, company: oneLine(company, longestName) }
    const merged = await store.write((work) => mergeContacts(work, [id, withId], chosen, clock.now()))
    if (!merged.ok) return refusal(merged.why)
    const undoId = randomUUID()
    people.keep(undoId, merged.deed)
    return ok({ undoId })
  },

  async 'contacts:split'({ id }, { store, clock, people }) {
    const deed = await store.write((work) => splitContact(work, id, clock.now()))
    if (!deed) return noContact()
    const undoId = randomUUID()
    people.keep(undoId, deed)
    return ok({ undoId })
  },

  async 'contacts:undo-people'({ undoId }, { store, clock, people }) {
    const deed = people.get(undoId)
    if (!deed) return tooLate()
    await store.write((work) => restorePeople(work, deed, clock.now()))
    people.forget(undoId)
    return ok(undefined)
  },
}

const noContact = () => fail('not-found', ...words.failures.noContact)
const tooLate = () => fail('not-found', ...words.contacts.notUndone)

function refusal(why: (Merged & { ok: false })['why']): Result<never> {
  switch (why) {
    case 'gone':
      return noContact()
    case 'same':
      return fail('not-allowed', ...words.contacts.same)
    case 'notes-too-long':
      return fail('not-allowed', ...words.contacts.notesTooLong)
    case 'too-many':
      return fail('not-allowed', ...words.contacts.tooManyNumbers)
    default:
      return why satisfies never
  }
}
