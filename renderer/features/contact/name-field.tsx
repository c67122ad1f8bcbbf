import { Input, TextField } from 'react-aria-components'
import type { ContactCard } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { useNameInPlace } from '../../ui/use-name-in-place.ts'

/** The contact's name, written over in place: Enter or leaving the field saves, Esc takes it back. */
export function NameField({ contact }: { contact: ContactCard }) {
  const run = useWindow((state) => state.run)
  const { field, onKeyDown } = useNameInPlace(
    contact.name ?? '',
    (name) => void run('contacts:rename', { id: contact.id, name }),
  )
  return (
    <TextField className="name-field" aria-label={text.contact.name} {...field}>
      <Input
        id="name-field"
        placeholder={text.contact.addName}
        maxLength={120}
        dir="auto"
        spellCheck={false}
        onKeyDown={onKeyDown}
      />
    </TextField>
  )
}
