import { useEffect } from 'react'
import { Trash2 } from 'lucide-react'
import { Input, TextField } from 'react-aria-components'
import { longestTagName, tagColours } from '../../../electron/contract/tags.ts'
import type { TagView } from '../../../electron/contract/tags.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import '../../ui/tag-chip.css'
import { useNameInPlace } from '../../ui/use-name-in-place.ts'

/** The office's tags: renamed and coloured in place, deleted with an Undo. */
export function TagList() {
  const tags = useWindow((state) => state.tags)
  const refresh = useWindow((state) => state.refreshTags)
  useEffect(() => {
    void refresh()
  }, [refresh])
  return (
    <section>
      <h3>{text.tags.title}</h3>
      <p className="help">{tags?.length === 0 ? text.tags.empty : text.tags.manageLead}</p>
      <ul className="tag-list">
        {(tags ?? []).map((tag) => (
          <TagRow key={tag.id} tag={tag} contacts={tag.contacts} />
        ))}
      </ul>
    </section>
  )
}

function TagRow({ tag, contacts }: { tag: TagView; contacts: number }) {
  const change = useWindow((state) => state.changeTag)
  const remove = useWindow((state) => state.deleteTag)
  const { id, name, colour } = tag
  const { field, onKeyDown } = useNameInPlace(name, (typed) => {
    if (typed !== '') void change({ id, name: typed, colour })
  })
  return (
    <li>
      <TextField
        className="tag-chip tag-name"
        data-colour={colour}
        aria-label={`${text.tags.name}: ${name}`}
        {...field}
      >
        <Input maxLength={longestTagName} dir="auto" spellCheck={false} onKeyDown={onKeyDown} />
      </TextField>
      <Select
        label={`${text.tags.colour}: ${name}`}
        value={colour}
        choices={tagColours.map((known) => ({ value: known, label: text.tags.colours[known] }))}
        onChange={(chosen) => void change({ id, name, colour: chosen })}
      />
      <span className="help">{text.tags.on(contacts)}</span>
      <Button look="plain" size="icon-only" aria-label={text.tags.delete(name)} onPress={() => void remove(tag)}>
        <Trash2 size={15} aria-hidden="true" />
      </Button>
    </li>
  )
}
