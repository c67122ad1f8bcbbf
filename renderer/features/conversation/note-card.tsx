import { useState } from 'react'
import { Pencil, StickyNote, Trash2 } from 'lucide-react'
import { TextArea, TextField } from 'react-aria-components'
import type { NoteItem } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { useFirstField } from '../../ui/use-first-field.ts'
import { text } from '../../text/index.ts'
import { clockTime, fullTime } from '../../text/dates.ts'
import './note-card.css'

/** A note for the office, in the conversation and never sent; it can be changed in its place. */
export function NoteCard({ note, conversationId }: { note: NoteItem; conversationId: string }) {
  const [words, setWords] = useState<string | null>(null)
  const saveNote = useWindow((state) => state.saveNote)
  const deleteNote = useWindow((state) => state.deleteNote)
  const save = async (): Promise<void> => {
    if (words === null || (await saveNote(conversationId, words, note.id))) setWords(null)
  }
  return (
    <article className="note">
      <StickyNote size={14} aria-hidden="true" />
      {words === null ? (
        <p className="theirs selectable" dir="auto">
          <strong>{text.conversation.note}</strong> · {note.body}
        </p>
      ) : (
        <NoteEdit words={words} onChange={setWords} onSave={() => void save()} onCancel={() => setWords(null)} />
      )}
      <time dateTime={new Date(note.at).toISOString()} title={fullTime(note.at)}>
        {clockTime(note.at)}
      </time>
      {words === null ? (
        <span className="item-actions">
          <Button look="plain" size="icon-only" aria-label={text.writing.editNote} onPress={() => setWords(note.body)}>
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
  onChange: (words: string) => void
  onSave: () => void
  onCancel: () => void
}

function NoteEdit({ words, onChange, onSave, onCancel }: NoteEditProps) {
  const frame = useFirstField<HTMLDivElement>()
  return (
    <div className="note-edit" ref={frame}>
      <TextField aria-label={text.writing.note} value={words} onChange={onChange}>
        <TextArea
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
