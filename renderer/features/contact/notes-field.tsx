import { useCallback, useEffect, useRef, useState } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import type { ContactCard } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/en.ts'

/** Saved after this long without a key, and on leaving. */
const saveAfterMs = 800
const mostCharacters = 4000

/** What colleagues should know about the contact. Saves itself. */
export function NotesField({ contact }: { contact: ContactCard }) {
  const run = useWindow((state) => state.run)
  const [notes, setNotes] = useState(contact.notes)
  const [saved, setSaved] = useState(false)
  const stored = useRef(contact.notes)
  const latest = useRef(contact.notes)
  const { id } = contact

  const save = useCallback(async (): Promise<void> => {
    const next = latest.current
    if (next === stored.current) return
    const before = stored.current
    stored.current = next
    const done = await run('contacts:save-notes', { id, notes: next })
    if (done) setSaved(true)
    else stored.current = before
  }, [run, id])
  useEffect(() => {
    latest.current = notes
    const timer = setTimeout(() => void save(), saveAfterMs)
    return () => clearTimeout(timer)
  }, [notes, save])
  // Another conversation is opened in the middle of a sentence.
  useEffect(() => () => void save(), [save])

  return (
    <TextField
      className="notes-field"
      value={notes}
      onChange={(value) => {
        setNotes(value)
        setSaved(false)
      }}
    >
      <Label>
        {text.contact.notes}
        <span role="status">{saved ? text.app.saved : ''}</span>
      </Label>
      <TextArea placeholder={text.contact.notesPlaceholder} maxLength={mostCharacters} dir="auto" rows={2} />
    </TextField>
  )
}
