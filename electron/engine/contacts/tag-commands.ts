/** The window's requests about tags. */
import type { CommandArguments, CommandOutput } from '../../contract/commands.ts'
import { fail, ok } from '../../contract/result.ts'
import type { Result } from '../../contract/result.ts'
import type { tagCommands as contract } from '../../contract/tag-commands.ts'
import { words } from '../../contract/text/index.ts'
import type { Store } from '../store/database.ts'
import { deleteTag, listTags, restoreTag, saveTag, tagContacts, undoTagging } from './tags.ts'
import type { DeletedTag } from './tags.ts'
import type { UndoMemory } from './undo-memory.ts'

export interface TagContext {
  store: Store
  /** What was deleted, for its Undo. */
  deletedTags: UndoMemory<DeletedTag>
  tagsChanged(): void
}

type TagHandlers = {
  [N in keyof typeof contract]: (input: CommandArguments<N>, context: TagContext) => Promise<Result<CommandOutput<N>>>
}

export const tagCommands: TagHandlers = {
  async 'tags:list'(_input, { store }) {
    const revision = store.revision()
    return ok({ tags: await listTags(store.db), revision })
  },

  async 'tags:save'(tag, { store, tagsChanged }) {
    const saved = await store.write((work) => saveTag(work, tag))
    if (!saved.ok) return saved.why === 'no-name' ? noName() : nameTaken()
    tagsChanged()
    return ok(saved.tag)
  },

  async 'tags:delete'({ id }, { store, deletedTags, tagsChanged }) {
    const deleted = await store.write((work) => deleteTag(work, id))
    // Deleted twice: the first time did it all.
    if (!deleted) return deletedTags.get(id) ? ok(undefined) : noTag()
    deletedTags.keep(id, deleted)
    tagsChanged()
    return ok(undefined)
  },

  async 'tags:undo-delete'({ id }, { store, deletedTags, tagsChanged }) {
    const deleted = deletedTags.get(id)
    if (!deleted) return noTag()
    await store.write((work) => restoreTag(work, deleted))
    deletedTags.forget(id)
    tagsChanged()
    return ok(undefined)
  },

  async 'contacts:tag'({ contactIds, add, remove }, { store, tagsChanged }) {
    const changes = await store.write((work) => tagContacts(work, contactIds, { add, remove }))
    if (changes.added.length + changes.removed.length > 0) tagsChanged()
    return ok(changes)
  },

  async 'contacts:undo-tag'(changes, { store, tagsChanged }) {
    await store.write((work) => undoTagging(work, changes))
    tagsChanged()
    return ok(undefined)
  },
}

const noName = () => fail('bad-input', ...words.failures.tagNoName)
const nameTaken = () => fail('not-allowed', ...words.failures.tagNameTaken)
const noTag = () => fail('not-found', ...words.failures.noTag)
