import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { Check, Minus, Plus, Tag } from 'lucide-react'
import {
  Button,
  Dialog,
  DialogTrigger,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  TextField,
  useFilter,
} from 'react-aria-components'
import { longestTagName } from '../../../electron/contract/tags.ts'
import type { TagView } from '../../../electron/contract/tags.ts'
import type { ConversationListItem } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { TagChip } from '../../ui/tag-chip.tsx'

/** Stands in the list for "make this one". */
const makeKey = 'make'

interface BulkTagsProps {
  items: readonly ConversationListItem[]
  /** Below it the list of tags opens, so that it stays over the list of conversations. */
  bar: RefObject<HTMLElement | null>
}

/** Tags for all that is picked out: one that all have is taken off, any other is put on. */
export function BulkTags({ items, bar }: BulkTagsProps) {
  const refreshTags = useWindow((state) => state.refreshTags)
  return (
    <DialogTrigger
      onOpenChange={(isOpen) => {
        if (isOpen) void refreshTags()
      }}
    >
      <Button className="tool-button focusable" aria-label={text.inbox.bulkTag}>
        <Tag size={16} aria-hidden="true" />
      </Button>
      <Popover className="popover filter-panel" triggerRef={bar} placement="bottom end" offset={0} crossOffset={-12}>
        <Dialog aria-label={text.inbox.bulkTag}>{({ close }) => <TagList items={items} close={close} />}</Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function TagList({ items, close }: { items: readonly ConversationListItem[]; close: () => void }) {
  const tags = useWindow((state) => state.tags)
  const makeTag = useWindow((state) => state.makeTag)
  const tagMarked = useWindow((state) => state.tagMarked)
  const { contains } = useFilter({ sensitivity: 'base', usage: 'search' })
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const name = typed.trim()
  const offered = (tags ?? []).filter((tag) => contains(tag.name, name)).slice(0, 60)
  const isKnown = (tags ?? []).some((tag) => tag.name.toLowerCase() === name.toLowerCase())
  const having = (id: string): number => items.filter((item) => item.tags.some((tag) => tag.id === id)).length

  const put = (tag: TagView): void => {
    close()
    void tagMarked(tag, having(tag.id) === items.length)
  }
  const make = async (): Promise<void> => {
    const tag = await makeTag(name)
    if (tag) put(tag)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const [only] = offered
        if (name === '') return
        if (only && offered.length === 1) put(only)
        else if (!isKnown) void make()
      }}
    >
      <TextField className="field" aria-label={text.tags.find} value={typed} onChange={setTyped}>
        <div className="field-box">
          <Input ref={field} placeholder={text.tags.find} maxLength={longestTagName} dir="auto" spellCheck={false} />
        </div>
      </TextField>
      <ListBox
        aria-label={text.inbox.tags}
        items={[
          ...offered.map((tag) => ({ id: tag.id, name: tag.name, tag, count: having(tag.id) })),
          ...(name === '' || isKnown ? [] : [{ id: makeKey, name, tag: null, count: 0 }]),
        ]}
        dependencies={[items]}
        onAction={(key) => {
          const tag = offered.find(({ id }) => id === key)
          if (tag) put(tag)
          else void make()
        }}
        renderEmptyState={() => (tags === null ? null : <p className="help">{text.tags.none}</p>)}
      >
        {({ tag, name: words, count }) => (
          <ListBoxItem className="pick" textValue={words}>
            {tag ? <TagChip tag={tag} /> : <Plus size={13} aria-hidden="true" />}
            {tag ? null : <span className="theirs">{text.tags.make(words)}</span>}
            {count === 0 ? null : count === items.length ? (
              <Check size={15} aria-hidden="true" />
            ) : (
              <Minus size={15} aria-hidden="true" />
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </form>
  )
}
