import type { ContactCard } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { FieldInPlace } from './field-in-place.tsx'

/** Whom the contact works for. */
export function CompanyField({ contact }: { contact: ContactCard }) {
  const run = useWindow((state) => state.run)
  return (
    <FieldInPlace
      id="company-field"
      className="name-field company"
      label={text.people.company}
      placeholder={text.people.addCompany}
      value={contact.company}
      save={(company) => void run('contacts:save-company', { id: contact.id, company })}
    />
  )
}
