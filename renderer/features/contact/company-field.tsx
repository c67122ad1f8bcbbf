import { Input, TextField } from 'react-aria-components'
import type { ContactCard } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { useNameInPlace } from '../../ui/use-name-in-place.ts'

/** Whom the contact works for, written over in place as the name is. */
export function CompanyField({ contact }: { contact: ContactCard }) {
  const run = useWindow((state) => state.run)
  const { field, onKeyDown } = useNameInPlace(
    contact.company,
    (company) => void run('contacts:save-company', { id: contact.id, company }),
  )
  return (
    <TextField className="name-field company" aria-label={text.people.company} {...field}>
      <Input
        id="company-field"
        placeholder={text.people.addCompany}
        maxLength={120}
        dir="auto"
        spellCheck={false}
        onKeyDown={onKeyDown}
      />
    </TextField>
  )
}
