import { useState } from 'react'
import { longestTemplate, textFields } from '../../../electron/contract/texts.ts'
import { longestReplyName } from '../../../electron/contract/writing.ts'
import type { QuickReply } from '../../../electron/contract/writing.ts'
import { useWindow } from '../../store/window-store.ts'
import { Field } from '../../ui/field.tsx'
import { text } from '../../text/index.ts'
import { InsertFields, useInsertion } from '../texts/insert-fields.tsx'
import { WritingDialog } from './writing-dialog.tsx'

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
  const unknown = unknownField(template)
  const ready = name.trim() !== '' && template.trim() !== '' && unknown === null
  const { frame, insert } = useInsertion(template, setTemplate)
  const submit = async (): Promise<void> => {
    if (ready && (await save({ id, name: name.trim(), template: template.trim() }))) onClose()
  }
  return (
    <WritingDialog
      title={reply ? text.writing.editReply(reply.name) : text.writing.addReply}
      isReady={ready}
      isDismissable={name === (reply?.name ?? '') && template === (reply?.template ?? '')}
      onSave={() => void submit()}
      onClose={onClose}
    >
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
    </WritingDialog>
  )
}

/** The first field that nobody would fill in; null when there is none. */
function unknownField(template: string): string | null {
  const names = Array.from(template.matchAll(/\{([^{}|]*)(?:\|[^{}]*)?\}/g), (match) => (match[1] ?? '').trim())
  return names.find((name) => !textFields.some((field) => field === name)) ?? null
}
