import type { ContactFound } from '../../../electron/contract/contacts.ts'
import { nameOf } from '../../store/conversation-slice.ts'

/** A contact that was looked for: name and company, and all numbers. */
export function FoundWho({ contact }: { contact: ContactFound }) {
  return (
    <>
      <span className="one-line">
        <bdi>
          <strong>{nameOf(contact)}</strong>
        </bdi>
        {contact.company === '' ? null : <bdi>, {contact.company}</bdi>}
      </span>
      <span className="found-numbers">{[contact.numberForPeople, ...contact.otherNumbers].join(', ')}</span>
    </>
  )
}
