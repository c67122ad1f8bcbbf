import { useEffect, useState } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import type { ContactCard } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'

/** Saved after this long without a key, and on leaving. */
const saveAfterMs = 800
const mostCharacters = 4000

/** What colleagues should know about the contact. Saves itself; what the engine cannot take yet is kept. */
export function NotesField({ contact }: { contact: ContactCard }) {
  const { id } = contact
  const unsaved = useWindow((state) => state.unsavedNotes[id])
  const editNotes = useWindow((state) => state.editNotes)
  const saveNotes = useWindow((state) => state.saveNotes)
  const [state, setState] = useState<'' | 'saved' | 'kept'>('')

  useEffect(() => {
    if (unsaved === undefined) return undefined
    const save = async (): Promise<void> => setState((await saveNotes(id)) ? 'saved' : 'kept')
    const timer = setTimeout(() => void save(), saveAfterMs)
    return () => clearTimeout(timer)
  }, [unsaved, saveNotes, id])
  // Another conversation is opened in the middle of a sentence.
  useEffect(() => () => void saveNotes(id), [saveNotes, id])

  // What was kept may have been saved since, when the engine came back.
  const words = unsaved === undefined ? state !== '' && text.app.saved : state === 'kept' && text.app.savedLater
  return (
    <TextField
      className="notes-field"
      value={unsaved ?? contact.notes}
      onChange={(value) => {
        editNotes(id, value)
        if (unsaved === undefined) setState('')
      }}
    >
      <Label>
        {text.contact.notes}
        <span role="status">{words}</span>
      </Label>
      <TextArea
        id="notes-field"
        placeholder={text.contact.notesPlaceholder}
        maxLength={mostCharacters}
        dir="auto"
        rows={2}
      />
    </TextField>
  )
}
