/** The office's tags, and putting them on contacts. */
import type { Bridge } from '../../electron/contract/bridge.ts'
import type { TagChanges, TagColour, TagView } from '../../electron/contract/tags.ts'
import { tagColours } from '../../electron/contract/tags.ts'
import { inWords } from '../text/in-words.ts'
import { text } from '../text/index.ts'
import { coalesce } from './coalesce.ts'
import type { Slice } from './slice.ts'

export interface TagsSlice {
  /** By name; null until they are asked for. */
  tags: (TagView & { contacts: number })[] | null
  refreshTags: () => Promise<void>
  /** Makes a tag, in a colour that few have, or finds the one with this name. Null when that was refused. */
  makeTag: (name: string) => Promise<TagView | null>
  /** Puts tags on contacts and takes others off. `what` says so, beside an Undo. */
  tagContacts: (contactIds: string[], change: { add?: string[]; remove?: string[] }, what: string) => Promise<void>
  changeTag: (tag: TagView) => Promise<boolean>
  deleteTag: (tag: TagView) => Promise<void>
}

export function tagsSlice(bridge: Bridge): Slice<TagsSlice> {
  return (set, get) => {
    const refreshTags = coalesce(async () => {
      const result = await bridge.request('tags:list', undefined)
      if (!result.ok) return
      const { tags } = result.value
      set({ tags })
      // A filter by a tag that is gone would hold without being seen.
      const { tagIds } = get().filter
      const there = tagIds.filter((id) => tags.some((tag) => tag.id === id))
      if (there.length < tagIds.length) get().narrow({ tagIds: there })
    })

    const undo = async (changes: TagChanges): Promise<void> => {
      await get().run('contacts:undo-tag', changes)
    }

    return {
      tags: null,
      refreshTags,
      makeTag: async (name) => {
        const result = await bridge.request('tags:save', {
          id: crypto.randomUUID(),
          name,
          colour: rarestColour(get().tags ?? []),
        })
        if (result.ok) return result.value
        get().complain(result.failure)
        return null
      },
      tagContacts: async (contactIds, { add = [], remove = [] }, what) => {
        const result = await bridge.request('contacts:tag', { contactIds, add, remove })
        if (!result.ok) {
          get().complain(result.failure)
          return
        }
        const changes = result.value
        if (changes.added.length + changes.removed.length > 0) get().tell(what, () => void undo(changes))
      },
      changeTag: (tag) => get().run('tags:save', tag),
      deleteTag: async ({ id, name }) => {
        if (await get().run('tags:delete', { id })) {
          get().tell(text.tags.deleted(inWords(name)), () => void get().run('tags:undo-delete', { id }))
        }
      },
    }
  }
}

/** The colour that the fewest tags have; grey only when all others are taken more often. */
function rarestColour(tags: readonly TagView[]): TagColour {
  const count = (colour: TagColour) => tags.filter((tag) => tag.colour === colour).length
  const colours = [...tagColours.slice(1), 'grey' as const]
  return colours.toSorted((one, other) => count(one) - count(other))[0] ?? 'grey'
}
