import { Plus, Unlink } from 'lucide-react'
import type { PersonNumber } from '../../../electron/contract/contacts.ts'
import type { ContactCard } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'

/** The numbers of the person: which is open, which was used last, and the way to the others. */
export function Numbers({ contact }: { contact: ContactCard }) {
  const askToMerge = useWindow((state) => state.askToMerge)
  const { numbers } = contact
  const last = lastUsed(numbers)
  return (
    <section className="numbers">
      {numbers.length > 0 ? (
        <>
          <h2>{text.people.numbers}</h2>
          <ul>
            {numbers.map((number) => (
              <NumberRow
                key={number.contactId}
                number={number}
                isOpen={number.contactId === contact.id}
                isLast={number.contactId === last}
              />
            ))}
          </ul>
        </>
      ) : null}
      <Button look="plain" size="small" onPress={() => askToMerge(contact)}>
        <Plus size={14} aria-hidden="true" />
        {text.people.merge}
      </Button>
    </section>
  )
}

interface NumberRowProps {
  number: PersonNumber
  isOpen: boolean
  isLast: boolean
}

function NumberRow({ number, isOpen, isLast }: NumberRowProps) {
  const open = useWindow((state) => state.openContact)
  const split = useWindow((state) => state.splitContact)
  const { contactId, numberForPeople: shown, lastActivityAt, mayText } = number
  const says = [
    isOpen ? text.people.thisOne : null,
    isLast ? text.people.lastUsed : null,
    lastActivityAt === null ? text.people.neverUsed : null,
    mayText === 'yes' ? null : text.people.mayText[mayText],
  ].filter((word) => word !== null)
  return (
    <li>
      <div>
        {isOpen ? (
          <span className="selectable">{shown}</span>
        ) : (
          <Button look="link" aria-label={text.people.openNumber(shown)} onPress={() => void open(contactId)}>
            {shown}
          </Button>
        )}
        <span className="number-says">{says.join(' · ')}</span>
      </div>
      <Button
        look="plain"
        size="icon-only"
        aria-label={text.people.split(shown)}
        onPress={() => void split(contactId, shown)}
      >
        <Unlink size={14} aria-hidden="true" />
      </Button>
    </li>
  )
}

function lastUsed(numbers: readonly PersonNumber[]): string | null {
  const used = numbers.filter(({ lastActivityAt }) => lastActivityAt !== null)
  const newest = used.toSorted((one, other) => (other.lastActivityAt ?? 0) - (one.lastActivityAt ?? 0))[0]
  return newest?.contactId ?? null
}
