/** What the window can ask about tags. */
import { z } from 'zod'
import { engine } from './command.ts'
import { tagColours } from './tags.ts'
import type { TagChanges, TagView } from './tags.ts'

const id = z.string().min(1).max(80)

/** Contacts in one request. */
export const mostTaggedAtOnce = 5000

const contactIds = z.array(id).min(1).max(mostTaggedAtOnce)
/** One request adds and removes up to twenty tags; with the people behind the numbers it can reach a few contacts more. */
const taggedContacts = z.array(z.object({ tagId: id, contactIds: z.array(id).max(2 * mostTaggedAtOnce) })).max(40)

export const tagCommands = {
  /** By name. `contacts`: how many have it. */
  'tags:list': engine<{ tags: (TagView & { contacts: number })[]; revision: number }>()(z.undefined()),
  /**
   * Makes a tag or changes one. `id` is made by the window, so that a repeated request makes one tag. A new tag whose
   * name is taken is that other tag, which comes back as it is; renaming to a taken name is refused.
   */
  'tags:save': engine<TagView>()(z.object({ id: z.uuid(), name: z.string().max(200), colour: z.enum(tagColours) })),
  /** Takes the tag off all contacts, too. */
  'tags:delete': engine<void>()(z.object({ id })),
  /** Brings a tag that was just deleted back, with all that had it. */
  'tags:undo-delete': engine<void>()(z.object({ id })),
  /**
   * Puts tags on contacts and takes others off, in one transaction. What a contact has or has not already, and what is
   * gone meanwhile, is passed over.
   */
  'contacts:tag': engine<TagChanges>()(
    z.object({ contactIds, add: z.array(id).max(20).default([]), remove: z.array(id).max(20).default([]) }),
  ),
  /** Takes off what `contacts:tag` put on, and puts back what it took off. */
  'contacts:undo-tag': engine<void>()(z.object({ added: taggedContacts, removed: taggedContacts })),
}
