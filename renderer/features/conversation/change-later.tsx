import { useState } from 'react'
import { useWindow } from '../../store/window-store.ts'
import { Field } from '../../ui/field.tsx'
import { useNow } from '../../ui/use-now.ts'
import { text } from '../../text/index.ts'
import { WritingDialog } from '../writing/writing-dialog.tsx'
import { LaterField } from './later-field.tsx'
import { fromField, toField } from './later-time.ts'
import { segmentsHint } from './segments-hint.ts'

interface ChangeLaterProps {
  id: string
  body: string
  at: number
  conversationId: string
  onClose: () => void
}

/** Other words or another time for a text that was put by for later. */
export function ChangeLater({ id, body, at, conversationId, onClose }: ChangeLaterProps) {
  const [words, setWords] = useState(body)
  const [time, setTime] = useState(toField(at))
  const changeWaiting = useWindow((state) => state.changeWaiting)
  const hint = segmentsHint(words)
  const now = useNow(10_000)
  const chosen = fromField(time)
  const ready = hint !== null && !hint.tooLong && chosen !== null && chosen > now
  const save = async (): Promise<void> => {
    const change = { id, at: chosen, ...(words.trim() === body ? {} : { body: words.trim() }) }
    if (ready && (await changeWaiting(change))) onClose()
  }
  return (
    <WritingDialog
      title={text.writing.changeLater}
      isReady={ready}
      isDismissable={words === body}
      onSave={() => void save()}
      onClose={onClose}
    >
      <Field multiline label={text.composer.label} value={words} onChange={setWords} help={hint?.words} />
      <LaterField conversationId={conversationId} value={time} onChange={setTime} />
    </WritingDialog>
  )
}
