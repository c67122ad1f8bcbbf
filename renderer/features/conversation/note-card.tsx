import { useEffect, useRef, useState } from 'react'
import { Pencil, StickyNote, Trash2 } from 'lucide-react'
import { TextArea, TextField } from 'react-aria-components'
import type { NoteItem } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { text } from '../../text/index.ts'
import { clockTime, fullTime } from '../../text/dates.ts'
import './note-card.css'

/** A note for the office, in the conversation and never sent; it can be changed in its place. */
export function NoteCard({ note, conversationId }: { note: NoteItem; conversationId: string }) {
  const words = useWindow((state) => state.noteEdits[note.id] ?? null)
  const editNote = useWindow((state) => state.editNote)
  const [begun, setBegun] = useState(false)
  const edit = (): void => {
    setBegun(true)
    editNote(note.id, note.body)
  }
  const saveNote = useWindow((state) => state.saveNote)
  const deleteNote = useWindow((state) => state.deleteNote)
  return (
    <article className="note">
      <StickyNote size={14} aria-hidden="true" />
      {words === null ? (
        <p className="theirs selectable" dir="auto">
          <strong>{text.conversation.note}</strong> · {note.body}
        </p>
      ) : (
        <NoteEdit
          words={words}
          begun={begun}
          onChange={(changed) => editNote(note.id, changed)}
          onSave={() => void saveNote(conversationId, words, note.id)}
          onCancel={() => editNote(note.id, null)}
        />
      )}
      <time dateTime={new Date(note.at).toISOString()} title={fullTime(note.at)}>
        {clockTime(note.at)}
      </time>
      {words === null ? (
        <span className="item-actions">
          <Button look="plain" size="icon-only" aria-label={text.writing.editNote} onPress={edit}>
            <Pencil size={14} aria-hidden="true" />
          </Button>
          <Button
            look="plain"
            size="icon-only"
            aria-label={text.writing.deleteNote}
            onPress={() => void deleteNote(note.id)}
          >
            <Trash2 size={14} aria-hidden="true" />
          </Button>
        </span>
      ) : null}
    </article>
  )
}

interface NoteEditProps {
  words: string
  /** Just now: whoever finds their own words again has come for something else. */
  begun: boolean
  onChange: (words: string) => void
  onSave: () => void
  onCancel: () => void
}

function NoteEdit({ words, begun, onChange, onSave, onCancel }: NoteEditProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (begun) field.current?.focus()
  }, [begun])
  return (
    <div className="note-edit">
      <TextField aria-label={text.writing.note} value={words} onChange={onChange}>
        <TextArea
          ref={field}
          dir="auto"
          onKeyDown={(event) => {
            if (event.key === 'Escape') onCancel()
          }}
        />
      </TextField>
      <div>
        <Button size="small" look="main" isDisabled={words.trim() === ''} onPress={onSave}>
          {text.app.save}
        </Button>
        <Button size="small" onPress={onCancel}>
          {text.writing.cancel}
        </Button>
      </div>
    </div>
  )
}
