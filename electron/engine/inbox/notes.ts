/** Notes that staff write into a conversation, for each other. */
import type { Selectable } from 'kysely'
import { UndoMemory } from '../contacts/undo-memory.ts'
import type { Work } from '../store/database.ts'
import type { NoteTable } from '../store/schema.ts'
import { refreshConversation } from './conversations.ts'

export class NoteBook {
  readonly #deleted = new UndoMemory<Selectable<NoteTable>>()

  /** Writes a note, or changes the words of one. False when there is no such conversation, or the id is another's. */
  async save(work: Work, note: { id: string; conversationId: string; body: string }, now: number): Promise<boolean> {
    const { id, conversationId, body } = note
    const conversation = await work.db
      .selectFrom('conversation')
      .select('id')
      .where('id', '=', conversationId)
      .executeTakeFirst()
    const known = await work.db.selectFrom('note').select('conversation_id').where('id', '=', id).executeTakeFirst()
    if (!conversation || (known && known.conversation_id !== conversationId)) return false
    if (known) await work.db.updateTable('note').set({ body }).where('id', '=', id).execute()
    else {
      const row = { id, conversation_id: conversationId, body, at: now }
      await work.db.insertInto('note').values(row).execute()
    }
    await refreshConversation(work, conversationId)
    return true
  }

  /** False when it is not there. */
  async delete(work: Work, id: string): Promise<boolean> {
    const note = await work.db.deleteFrom('note').where('id', '=', id).returningAll().executeTakeFirst()
    if (!note) return false
    await refreshConversation(work, note.conversation_id)
    work.afterCommit(() => this.#deleted.keep(id, note))
    return true
  }

  /** Puts a deleted note back where it stood. False when it is not known any more. */
  async undoDelete(work: Work, id: string): Promise<boolean> {
    const note = this.#deleted.get(id)
    if (!note) return false
    await work.db.insertInto('note').values(note).execute()
    await refreshConversation(work, note.conversation_id)
    work.afterCommit(() => this.#deleted.forget(id))
    return true
  }
}
