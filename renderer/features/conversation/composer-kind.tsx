import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { focusOnceDrawn } from '../../commands/focus.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'

/** What is being written: a text that goes out, or a note that stays. */
export function ComposerKind({ conversationId }: { conversationId: string }) {
  const isNote = useWindow((state) => state.writingNote[conversationId] === true)
  const writeNote = useWindow((state) => state.writeNote)
  return (
    <ToggleButtonGroup
      className="composer-kind"
      aria-label={text.writing.kind}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[isNote ? 'note' : 'text']}
      onSelectionChange={(keys) => {
        focusOnceDrawn('composer', () => writeNote(conversationId, keys.has('note')))
      }}
    >
      <ToggleButton id="text" className="focusable">
        {text.writing.text}
      </ToggleButton>
      <ToggleButton id="note" className="focusable">
        {text.writing.note}
      </ToggleButton>
    </ToggleButtonGroup>
  )
}
