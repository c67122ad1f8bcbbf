import { useEffect, useState } from 'react'
import { ChevronRight } from 'lucide-react'
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import type { ConsentEntry } from '../../../electron/contract/contacts.ts'
import type { ContactCard } from '../../../electron/contract/view-models.ts'
import { api } from '../../api/ringback.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { dateAndTime } from '../../text/dates.ts'

/** Every change of mind about texts with what it rests on, quoted; read when it is opened. */
export function ConsentHistory({ contact }: { contact: ContactCard }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Disclosure className="consent" isExpanded={isOpen} onExpandedChange={setOpen}>
      <Heading level={3}>
        <AriaButton slot="trigger" className="consent-open focusable">
          <ChevronRight size={14} aria-hidden="true" />
          {text.people.history}
        </AriaButton>
      </Heading>
      <DisclosurePanel>{isOpen ? <Entries contact={contact} /> : null}</DisclosurePanel>
    </Disclosure>
  )
}

function Entries({ contact }: { contact: ContactCard }) {
  const [entries, setEntries] = useState<ConsentEntry[] | null>(null)
  // Whatever changes consent changes the conversation, too.
  const revision = useWindow((state) => state.detail?.revision)
  useEffect(() => {
    let current = true
    void api.request('contacts:consent', { id: contact.id }).then((result) => {
      if (current && result.ok) setEntries(result.value.entries)
    })
    return () => {
      current = false
    }
  }, [contact.id, revision])
  if (entries === null) return <p className="help">{text.people.historyLoading}</p>
  if (entries.length === 0) return <p className="help">{text.people.historyEmpty}</p>
  return (
    <ol>
      {entries.map(({ at, change, source, evidence, numberForPeople }, index) => (
        <li key={`${at} ${change} ${index}`}>
          <strong>{text.people.changes[change]}</strong>
          <time dateTime={new Date(at).toISOString()}>{dateAndTime(at)}</time>
          <span>
            {source === null ? null : text.people.sources[source]}
            {source !== null && evidence !== '' ? ': ' : null}
            {evidence === '' ? null : <q className="theirs">{evidence}</q>}
          </span>
          {contact.numbers.length > 0 ? <span className="consent-number">{numberForPeople}</span> : null}
        </li>
      ))}
    </ol>
  )
}
