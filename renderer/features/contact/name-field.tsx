import { useEffect, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Input, TextField } from 'react-aria-components'
import type { ContactCard } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/en.ts'

/** The contact's name, written over in place: Enter or leaving the field saves, Esc takes it back. */
export function NameField({ contact }: { contact: ContactCard }) {
  const run = useWindow((state) => state.run)
  const stored = contact.name ?? ''
  const [name, setName] = useState(stored)
  useEffect(() => setName(stored), [stored])

  const save = (): void => {
    if (name.trim() !== stored) void run('contacts:rename', { id: contact.id, name: name.trim() })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') event.currentTarget.blur()
    if (event.key !== 'Escape') return
    setName(stored)
    // Blurred after the old name is back, so that leaving saves nothing.
    const field = event.currentTarget
    requestAnimationFrame(() => field.blur())
  }
  return (
    <TextField className="name-field" aria-label={text.contact.name} value={name} onChange={setName} onBlur={save}>
      <Input placeholder={text.contact.addName} maxLength={120} dir="auto" spellCheck={false} onKeyDown={onKeyDown} />
    </TextField>
  )
}
