import { useEffect, useRef, useState } from 'react'
import { X } from 'lucide-react'
import {
  Dialog,
  Form,
  Heading,
  Label,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
  RadioGroup,
} from 'react-aria-components'
import type { ContactFound } from '../../../electron/contract/contacts.ts'
import type { ContactCard } from '../../../electron/contract/view-models.ts'
import { nameOf } from '../../store/conversation-slice.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { DialogTrouble } from '../../ui/dialog-trouble.tsx'
import { Field } from '../../ui/field.tsx'
import { Choice } from '../../ui/choice.tsx'
import { useFound } from './use-found.ts'
import './merge-dialog.css'

/** Asks which other number is the same person's, and what the person is called then. */
export function MergeDialog() {
  // As it is now: a name may have been saved since.
  const contact = useWindow(({ mergingFor, detail }) =>
    mergingFor !== null && detail?.contact.id === mergingFor.id ? detail.contact : mergingFor,
  )
  const askToMerge = useWindow((state) => state.askToMerge)
  return (
    <ModalOverlay
      className="overlay"
      isOpen={contact !== null}
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) askToMerge(null)
      }}
    >
      <Modal className="modal merge">
        <Dialog>
          <header>
            <Heading slot="title">{text.people.mergeTitle}</Heading>
            <Button look="plain" size="icon-only" aria-label={text.app.close} onPress={() => askToMerge(null)}>
              <X size={16} aria-hidden="true" />
            </Button>
          </header>
          {contact ? <Question contact={contact} /> : null}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Question({ contact }: { contact: ContactCard }) {
  const askToMerge = useWindow((state) => state.askToMerge)
  const merge = useWindow((state) => state.mergeContacts)
  const [query, setQuery] = useState('')
  const found = useFound(contact.id, query)
  const [chosen, setChosen] = useState<ContactFound | null>(null)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const [name, setName] = useState('')
  const [company, setCompany] = useState('')
  const choose = (other: ContactFound | null): void => {
    setChosen(other)
    setName(contact.name ?? other?.name ?? '')
    setCompany(contact.company || (other?.company ?? ''))
  }
  return (
    <Form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!chosen) return
        void merge(contact, chosen, { name, company }).then((worked) => {
          if (worked) askToMerge(null)
        })
      }}
    >
      <p className="help">{text.people.mergeLead(nameOf(contact))}</p>
      <Field
        label={text.people.find}
        value={query}
        onChange={(value) => {
          setQuery(value)
          choose(null)
        }}
      />
      <Found found={found} query={query} chosen={chosen} onChoose={choose} />
      {chosen ? (
        <>
          <Which
            label={text.people.whichName}
            none={text.people.noName}
            answers={[contact.name ?? '', chosen.name ?? '']}
            value={name}
            onChange={setName}
          />
          <Which
            label={text.people.whichCompany}
            none={text.people.noCompany}
            answers={[contact.company, chosen.company]}
            value={company}
            onChange={setCompany}
          />
          <section className="merge-what">
            <h3>{text.people.what}</h3>
            <ul>
              {[
                ...text.people.whatList,
                text.people.optOutStays,
                ...(contact.blocked || chosen.blocked ? [text.people.blockHolds] : []),
              ].map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        </>
      ) : null}
      <DialogTrouble />
      <footer>
        <Button onPress={() => askToMerge(null)}>{text.people.cancel}</Button>
        <Button look="main" type="submit" isDisabled={chosen === null}>
          {text.people.doMerge}
        </Button>
      </footer>
    </Form>
  )
}

interface FoundProps {
  found: ContactFound[] | null
  query: string
  chosen: ContactFound | null
  onChoose: (other: ContactFound | null) => void
}

function Found({ found, query, chosen, onChoose }: FoundProps) {
  if (found === null) return null
  if (found.length === 0) {
    return <p className="help">{query.trim() === '' ? text.people.notYet : text.people.nobody}</p>
  }
  const label = query.trim() === '' ? text.people.sameName : text.people.find
  return (
    <>
      {query.trim() === '' ? <p className="label">{label}</p> : null}
      <ListBox
        className="merge-found"
        aria-label={label}
        items={found}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={chosen ? [chosen.id] : []}
        onSelectionChange={(keys) => onChoose(found.find(({ id }) => keys === 'all' || keys.has(id)) ?? null)}
      >
        {(other) => (
          <ListBoxItem className="pick" textValue={nameOf(other)}>
            <span className="theirs">
              <strong>{nameOf(other)}</strong>
              {other.company === '' ? null : `, ${other.company}`}
            </span>
            <span className="merge-number">{[other.numberForPeople, ...other.otherNumbers].join(', ')}</span>
          </ListBoxItem>
        )}
      </ListBox>
    </>
  )
}

interface WhichProps {
  label: string
  none: string
  answers: string[]
  value: string
  onChange: (value: string) => void
}

/** Asked only where both say something, and not the same. */
function Which({ label, none, answers, value, onChange }: WhichProps) {
  const different = [...new Set(answers.filter((answer) => answer !== ''))]
  if (different.length < 2) return null
  return (
    <RadioGroup className="answers" value={value} onChange={onChange}>
      <Label>{label}</Label>
      {different.map((answer) => (
        <Choice key={answer} value={answer}>
          {answer}
        </Choice>
      ))}
      <Choice value="">{none}</Choice>
    </RadioGroup>
  )
}
