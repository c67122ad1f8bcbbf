import { useState } from 'react'
import { Dialog, Form, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { longestTemplate, textFields } from '../../../electron/contract/texts.ts'
import { longestReplyName } from '../../../electron/contract/writing.ts'
import type { QuickReply } from '../../../electron/contract/writing.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useFirstField } from '../../ui/use-first-field.ts'
import { text } from '../../text/index.ts'
import { InsertFields, useInsertion } from '../texts/insert-fields.tsx'

interface QuickReplyFormProps {
  /** Null makes a new one. */
  reply: QuickReply | null
  onClose: () => void
}

/** Name and words of one quick reply, with the fields that can be put in. */
export function QuickReplyForm({ reply, onClose }: QuickReplyFormProps) {
  const [id] = useState(() => reply?.id ?? crypto.randomUUID())
  const [name, setName] = useState(reply?.name ?? '')
  const [template, setTemplate] = useState(reply?.template ?? '')
  const save = useWindow((state) => state.saveQuickReply)
  const form = useFirstField<HTMLFormElement>()
  const unknown = unknownField(template)
  const ready = name.trim() !== '' && template.trim() !== '' && unknown === null
  const { frame, insert } = useInsertion(template, setTemplate)
  const submit = async (): Promise<void> => {
    if (ready && (await save({ id, name: name.trim(), template: template.trim() }))) onClose()
  }
  return (
    <ModalOverlay className="overlay" isOpen onOpenChange={onClose} isDismissable>
      <Modal className="modal writing">
        <Dialog>
          <Form
            ref={form}
            className="dialog-fields"
            onSubmit={(event) => {
              event.preventDefault()
              void submit()
            }}
          >
            <Heading slot="title">{reply ? text.writing.editReply(reply.name) : text.writing.addReply}</Heading>
            <Field
              label={text.writing.replyName}
              help={text.writing.replyNameHelp}
              value={name}
              onChange={setName}
              maxLength={longestReplyName}
            />
            <div ref={frame} className="template">
              <Field
                multiline
                label={text.writing.replyText}
                value={template}
                onChange={setTemplate}
                maxLength={longestTemplate}
                problem={unknown === null ? null : text.writing.unknownField(unknown)}
              />
              <InsertFields onInsert={insert} />
            </div>
            <footer>
              <Button onPress={onClose}>{text.writing.cancel}</Button>
              <Button look="main" type="submit" isDisabled={!ready}>
                {text.app.save}
              </Button>
            </footer>
          </Form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** The first field that nobody would fill in; null when there is none. */
function unknownField(template: string): string | null {
  const names = Array.from(template.matchAll(/\{([^{}|]*)(?:\|[^{}]*)?\}/g), (match) => (match[1] ?? '').trim())
  return names.find((name) => !textFields.some((field) => field === name)) ?? null
}
