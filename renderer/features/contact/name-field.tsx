import type { ContactCard } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { FieldInPlace } from './field-in-place.tsx'

/** What the contact is called. */
export function NameField({ contact }: { contact: ContactCard }) {
  const run = useWindow((state) => state.run)
  return (
    <FieldInPlace
      id="name-field"
      className="name-field"
      label={text.contact.name}
      placeholder={text.contact.addName}
      value={contact.name ?? ''}
      save={(name) => void run('contacts:rename', { id: contact.id, name })}
    />
  )
}
