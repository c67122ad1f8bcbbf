/** What can be done about whoever the open conversation is with. */
import type { ContactCard } from '../../electron/contract/view-models.ts'
import { nameOf } from '../store/conversation-slice.ts'
import type { WindowState } from '../store/slice.ts'
import { text } from '../text/index.ts'
import type { WindowCommand } from './command.ts'
import { focusOnceThere } from './focus.ts'
import type { FocusPlace } from './focus.ts'

function about(
  id: string,
  label: () => string,
  run: (contact: ContactCard, state: WindowState) => void,
  when: (contact: ContactCard) => boolean = () => true,
): WindowCommand {
  return {
    id,
    keys: [],
    label,
    group: 'act',
    when: ({ detail }) => detail !== null && when(detail.contact),
    run: (state) => {
      if (state.detail) run(state.detail.contact, state)
    },
  }
}

/** Where it is written stands under Details. */
const write = (id: string, label: () => string, place: FocusPlace): WindowCommand =>
  about(
    id,
    () => `${text.conversation.details}: ${label()}`,
    (_contact, state) => {
      state.showContact(true)
      focusOnceThere(place)
    },
  )

export const contactCommands: readonly WindowCommand[] = [
  about(
    'opt-out',
    () => text.contact.optOut,
    (contact, { optOut }) => void optOut(contact.id, nameOf(contact)),
    ({ optedOut }) => optedOut === null,
  ),
  about(
    'opt-in',
    () => text.contact.optIn,
    ({ id }, { optIn }) => void optIn(id),
    ({ optedOut }) => optedOut !== null,
  ),
  about(
    'block',
    () => text.people.block,
    (contact, { blockContact }) => void blockContact(contact.id, nameOf(contact)),
    ({ blocked }) => !blocked,
  ),
  about(
    'unblock',
    () => text.people.unblock,
    (contact, { unblockContact }) => void unblockContact(contact.id, nameOf(contact)),
    ({ blocked }) => blocked,
  ),
  about(
    'merge',
    () => text.people.merge,
    (contact, state) => {
      state.showContact(true)
      state.askToMerge(contact)
    },
  ),
  write('tag', () => text.tags.add, 'tag-field'),
  write('name', () => text.contact.name, 'name-field'),
  write('company', () => text.people.company, 'company-field'),
  write('contact-notes', () => text.contact.notes, 'notes-field'),
]
