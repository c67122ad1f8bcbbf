import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { ContactFound } from '../../../electron/contract/contacts.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { FoundWho } from './found-who.tsx'
import { Field } from '../../ui/field.tsx'
import { useFound } from '../contact/use-found.ts'

/** All contacts, also those that the inbox does not show since they never called, and the way to write to them. */
export function FindContact() {
  const [query, setQuery] = useState('')
  const found = useFound(null, query)
  return (
    <section>
      <h3>{text.files.find}</h3>
      <p className="help">{text.files.findLead}</p>
      <Field label={text.people.find} value={query} onChange={setQuery} />
      <p className="help" role="status">
        {query.trim() !== '' && found?.length === 0 ? text.people.nobody : null}
      </p>
      {query.trim() === '' || !found?.length ? null : (
        <ul className="found-contacts">
          {found.map((contact) => (
            <li key={contact.id}>
              <FoundContact contact={contact} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function FoundContact({ contact }: { contact: ContactFound }) {
  const open = useWindow((state) => state.openContact)
  return (
    <AriaButton className="found-contact focusable" onPress={() => void open(contact.id)}>
      <FoundWho contact={contact} />
    </AriaButton>
  )
}
