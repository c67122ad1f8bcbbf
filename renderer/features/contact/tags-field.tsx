import { useContext, useRef, useState } from 'react'
import type { Key, KeyboardEvent, RefObject } from 'react'
import { Plus } from 'lucide-react'
import {
  ComboBox,
  ComboBoxStateContext,
  Group,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  useFilter,
} from 'react-aria-components'
import { longestTagName } from '../../../electron/contract/tags.ts'
import type { TagView } from '../../../electron/contract/tags.ts'
import type { ContactCard } from '../../../electron/contract/view-models.ts'
import { nameOf } from '../../store/conversation-slice.ts'
import { useWindow } from '../../store/window-store.ts'
import { inWords } from '../../text/in-words.ts'
import { text } from '../../text/index.ts'
import { TagChip } from '../../ui/tag-chip.tsx'
import './tags-field.css'

/** Stands in the list for "make this one". */
const makeKey = 'make'
/** Longer lists are searched, not read. */
const mostShown = 60

/** The contact's tags, and a field that finds tags or makes them. */
export function TagsField({ contact }: { contact: ContactCard }) {
  const tagContacts = useWindow((state) => state.tagContacts)
  const field = useRef<HTMLInputElement>(null)
  const remove = (tag: TagView): void => {
    // The chip that had the focus goes.
    field.current?.focus()
    void tagContacts([contact.id], { remove: [tag.id] }, text.tags.removed(inWords(tag.name), inWords(nameOf(contact))))
  }
  return (
    <section className="tags-field">
      <h2>{text.tags.title}</h2>
      <div className="tags-of">
        {contact.tags.map((tag) => (
          <TagChip key={tag.id} tag={tag} onRemove={() => remove(tag)} removeLabel={text.tags.remove(tag.name)} />
        ))}
        <TagBox contact={contact} field={field} />
      </div>
    </section>
  )
}

function TagBox({ contact, field }: { contact: ContactCard; field: RefObject<HTMLInputElement | null> }) {
  const tags = useWindow((state) => state.tags)
  const refreshTags = useWindow((state) => state.refreshTags)
  const makeTag = useWindow((state) => state.makeTag)
  const tagContacts = useWindow((state) => state.tagContacts)
  const { contains } = useFilter({ sensitivity: 'base', usage: 'search' })
  const [typed, setTyped] = useState('')
  const name = typed.trim()
  const has = new Set(contact.tags.map((tag) => tag.id))
  const offered = (tags ?? []).filter((tag) => !has.has(tag.id) && contains(tag.name, name)).slice(0, mostShown)
  const isKnown = (tags ?? []).some((tag) => tag.name.toLowerCase() === name.toLowerCase())

  const put = (tag: TagView): void =>
    void tagContacts([contact.id], { add: [tag.id] }, text.tags.added(inWords(tag.name), inWords(nameOf(contact))))
  const make = async (): Promise<void> => {
    const tag = await makeTag(name)
    if (tag) put(tag)
  }
  const onChoice = (key: Key | null): void => {
    if (key === null) return
    setTyped('')
    if (key === makeKey) void make()
    const tag = offered.find((known) => known.id === key)
    if (tag) put(tag)
  }
  return (
    <ComboBox
      className="tag-box"
      aria-label={text.tags.find}
      inputValue={typed}
      onInputChange={setTyped}
      selectedKey={null}
      onSelectionChange={onChoice}
      items={[...offered.map(asItem), ...(name === '' || isKnown ? [] : [{ id: makeKey, name, tag: null }])]}
      menuTrigger="focus"
      allowsEmptyCollection
      onFocus={() => void refreshTags()}
    >
      <TypedTag
        field={field}
        onEnter={() => {
          setTyped('')
          if (name !== '') void make()
        }}
      />
      <Popover className="popover tag-choice" placement="bottom start">
        <ListBox<Item> renderEmptyState={() => (tags === null ? null : <p className="help">{text.tags.none}</p>)}>
          {({ tag, name: words }) => (
            <ListBoxItem className="pick" textValue={words}>
              {tag ? <TagChip tag={tag} /> : <span className="theirs">{text.tags.make(words)}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

interface TypedTagProps {
  field: RefObject<HTMLInputElement | null>
  onEnter: () => void
}

/** With the arrows nothing was chosen: Enter takes what was typed, and closes the list. */
function TypedTag({ field, onEnter }: TypedTagProps) {
  const list = useContext(ComboBoxStateContext)
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const chosen = field.current?.getAttribute('aria-activedescendant')
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || chosen) return
    event.preventDefault()
    event.stopPropagation()
    list?.close()
    onEnter()
  }
  return (
    <Group className="tag-box-field" onKeyDownCapture={onKeyDown}>
      <Plus size={13} aria-hidden="true" />
      <Input
        ref={field}
        id="tag-field"
        placeholder={text.tags.add}
        maxLength={longestTagName}
        dir="auto"
        spellCheck={false}
      />
    </Group>
  )
}

interface Item {
  id: string
  name: string
  tag: TagView | null
}

const asItem = (tag: TagView): Item => ({ id: tag.id, name: tag.name, tag })
