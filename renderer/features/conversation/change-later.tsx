import { useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useFirstField } from '../../ui/use-first-field.ts'
import { useNow } from '../../ui/use-now.ts'
import { text } from '../../text/index.ts'
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
  const frame = useFirstField<HTMLDivElement>()
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
    <ModalOverlay className="overlay" isOpen onOpenChange={onClose} isDismissable={words === body}>
      <Modal className="modal writing">
        <Dialog>
          <div ref={frame} className="dialog-fields">
            <Heading slot="title">{text.writing.changeLater}</Heading>
            <Field multiline label={text.composer.label} value={words} onChange={setWords} help={hint?.words} />
            <LaterField conversationId={conversationId} value={time} onChange={setTime} />
            <footer>
              <Button onPress={onClose}>{text.writing.cancel}</Button>
              <Button look="main" isDisabled={!ready} onPress={() => void save()}>
                {text.app.save}
              </Button>
            </footer>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
