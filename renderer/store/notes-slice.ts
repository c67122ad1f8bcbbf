/** Notes about contacts that the engine does not have yet: it may be away while somebody types. */
import type { Bridge } from '../../electron/contract/bridge.ts'
import type { Slice } from './slice.ts'
import { readTexts, withEntry, writeRecord } from './stored-record.ts'

const key = 'ringback.notes'

export interface NotesSlice {
  /** By contact; each entry is there until it is saved. */
  unsavedNotes: Record<string, string>
  editNotes: (contactId: string, notes: string) => void
  /** True when the engine has them now. An engine that is away is no complaint: they are kept, and saved later. */
  saveNotes: (contactId: string) => Promise<boolean>
  /** The engine is back. */
  saveAllNotes: () => Promise<void>
}

export function notesSlice(bridge: Bridge): Slice<NotesSlice> {
  return (set, get) => {
    const keep = (contactId: string, notes: string | null): void => {
      const unsavedNotes = withEntry(get().unsavedNotes, contactId, notes)
      set({ unsavedNotes })
      writeRecord(key, unsavedNotes)
    }

    /** The pane shows them at once; the next snapshot says the same. */
    const show = (contactId: string, notes: string): void =>
      set(({ detail }) =>
        detail?.contact.id === contactId ? { detail: { ...detail, contact: { ...detail.contact, notes } } } : {},
      )

    return {
      unsavedNotes: readTexts(key),
      editNotes: (contactId, notes) => keep(contactId, notes),
      saveNotes: async (contactId) => {
        const notes = get().unsavedNotes[contactId]
        if (notes === undefined) return true
        const result = await bridge.request('contacts:save-notes', { id: contactId, notes })
        if (!result.ok && result.failure.code !== 'not-ready') get().complain(result.failure)
        const gone = !result.ok && result.failure.code === 'not-found'
        if (!result.ok && !gone) return false
        if (result.ok) show(contactId, notes)
        // What has been typed since is saved in its turn.
        if (get().unsavedNotes[contactId] === notes) keep(contactId, null)
        return result.ok
      },
      saveAllNotes: async () => {
        await Promise.all(Object.keys(get().unsavedNotes).map((contactId) => get().saveNotes(contactId)))
      },
    }
  }
}
