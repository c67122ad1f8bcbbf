import type { ReactNode } from 'react'
import { Dialog, Form, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from '../../ui/button.tsx'
import { DialogTrouble } from '../../ui/dialog-trouble.tsx'
import { useFirstField } from '../../ui/use-first-field.ts'
import { text } from '../../text/index.ts'

interface WritingDialogProps {
  title: string
  /** What is written can be saved as it stands. */
  isReady: boolean
  /** A click beside it would lose nothing. */
  isDismissable?: boolean
  onSave: () => void
  onClose: () => void
  /** Stands before Cancel and Save. */
  instead?: ReactNode
  /** The fields. */
  children: ReactNode
}

/** Something to write, over the window: it begins in its first field. */
export function WritingDialog(props: WritingDialogProps) {
  const { title, isReady, isDismissable = true, onSave, onClose, instead, children } = props
  const form = useFirstField<HTMLFormElement>()
  return (
    <ModalOverlay className="overlay" isOpen onOpenChange={onClose} isDismissable={isDismissable}>
      <Modal className="modal writing">
        <Dialog>
          <Form
            ref={form}
            className="dialog-fields"
            onSubmit={(event) => {
              event.preventDefault()
              onSave()
            }}
          >
            <Heading slot="title">{title}</Heading>
            {children}
            <DialogTrouble />
            <footer>
              {instead}
              <Button onPress={onClose}>{text.writing.cancel}</Button>
              <Button look="main" type="submit" isDisabled={!isReady}>
                {text.app.save}
              </Button>
            </footer>
          </Form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
