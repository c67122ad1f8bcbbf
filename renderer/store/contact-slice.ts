/** What staff do about a contact besides name, notes and opt-out: block, and numbers of one person. */
import type { Bridge } from '../../electron/contract/bridge.ts'
import type { ContactFound } from '../../electron/contract/contacts.ts'
import type { ContactCard } from '../../electron/contract/view-models.ts'
import { inWords } from '../text/in-words.ts'
import { text } from '../text/index.ts'
import type { Slice } from './slice.ts'

export interface ContactSlice {
  /** Opens the conversation with a contact, also with one who never called. */
  openContact: (contactId: string) => Promise<void>
  blockContact: (contactId: string, who: string) => Promise<void>
  unblockContact: (contactId: string, who: string) => Promise<void>
  /** Whoever the conversation is with has an appointment now. */
  markBooked: (conversationId: string, who: string) => Promise<void>
  /** The contact for whom another number is looked for; null while nobody is. */
  mergingFor: ContactCard | null
  askToMerge: (contact: ContactCard | null) => void
  /** Makes both one person. True when it worked. */
  mergeContacts: (
    contact: ContactCard,
    other: ContactFound,
    called: { name: string; company: string },
  ) => Promise<boolean>
  splitContact: (contactId: string, number: string) => Promise<void>
}

export function contactSlice(bridge: Bridge): Slice<ContactSlice> {
  return (set, get) => {
    const undoPeople = async (undoId: string): Promise<void> => {
      await get().run('contacts:undo-people', { undoId })
    }

    return {
      openContact: async (id) => {
        const result = await bridge.request('contacts:open', { id })
        if (!result.ok) {
          get().complain(result.failure)
          return
        }
        get().showPage('inbox')
        get().openConversation(result.value.conversationId)
      },
      blockContact: async (id, who) => {
        if (await get().run('contacts:block', { id })) {
          get().tell(text.people.blockedNow(inWords(who)), () => void get().run('contacts:undo-block', { id }))
        }
      },
      unblockContact: async (id, who) => {
        if (await get().run('contacts:unblock', { id })) {
          get().tell(text.people.unblockedNow(inWords(who)), () => void get().run('contacts:block', { id }))
        }
      },
      markBooked: async (conversationId, who) => {
        const id = crypto.randomUUID()
        if (await get().run('bookings:mark', { id, conversationId })) {
          get().tell(text.people.bookedNow(inWords(who)), () => void get().run('bookings:undo', { id }))
        }
      },
      mergingFor: null,
      askToMerge: (mergingFor) => set({ mergingFor }),
      mergeContacts: async (contact, other, called) => {
        const result = await bridge.request('contacts:merge', { id: contact.id, withId: other.id, ...called })
        if (!result.ok) {
          get().complain(result.failure)
          return false
        }
        const { undoId } = result.value
        get().tell(text.people.merged(contact.numberForPeople, other.numberForPeople), () => void undoPeople(undoId))
        return true
      },
      splitContact: async (id, number) => {
        const result = await bridge.request('contacts:split', { id })
        if (result.ok) get().tell(text.people.splitNow(number), () => void undoPeople(result.value.undoId))
        else get().complain(result.failure)
      },
    }
  }
}
