import { useEffect, useState } from 'react'
import { TriangleAlert } from 'lucide-react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import type { CallRow, CallTextPreview } from '../../../electron/contract/call-list.ts'
import type { Failure } from '../../../electron/contract/result.ts'
import { api } from '../../api/ringback.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { DialogTrouble } from '../../ui/dialog-trouble.tsx'
import { Field } from '../../ui/field.tsx'
import { text } from '../../text/index.ts'
import { segmentsHint } from '../conversation/segments-hint.ts'
import './text-anyway.css'

/** The text that Ringback would have sent, to be looked at, changed and sent by staff; or why it may not go out. */
export function TextAnyway({ call, close }: { call: CallRow; close: () => void }) {
  const words = text.calls.textAnyway
  const textCaller = useWindow((state) => state.textCaller)
  const [preview, setPreview] = useState<CallTextPreview | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [body, setBody] = useState('')
  const [sending, setSending] = useState(false)
  const [messageId] = useState(() => crypto.randomUUID())
  useEffect(() => {
    let gone = false
    void api.request('calls:preview-text', { id: call.id }).then((result) => {
      if (gone) return
      if (!result.ok) setFailure(result.failure)
      else {
        setPreview(result.value)
        setBody(result.value.body)
      }
    })
    return () => {
      gone = true
    }
  }, [call.id])
  const refusal = failure ?? preview?.refusal ?? null
  const hint = segmentsHint(body)
  const send = async (): Promise<void> => {
    setSending(true)
    const sent = await textCaller(call.id, messageId, body, call.caller)
    setSending(false)
    if (sent) close()
  }
  return (
    <ModalOverlay className="overlay" isOpen isDismissable={!sending} onOpenChange={(open) => (open ? null : close())}>
      <Modal className="modal text-anyway">
        <Dialog>
          <Heading slot="title">{words.title(call.caller)}</Heading>
          {refusal ? (
            <p role="alert" className="refusal">
              <strong>{words.refused}</strong> {refusal.message} {refusal.remedy}
            </p>
          ) : preview === null ? (
            <div className="story-skeleton" role="status" aria-busy="true" aria-label={text.app.loading}>
              <span className="skeleton" />
              <span className="skeleton" />
              <span className="skeleton" />
            </div>
          ) : (
            <>
              <p className="help">{words.lead}</p>
              {preview.warnings.map((warning) => (
                <p key={warning} className="warning">
                  <TriangleAlert size={14} aria-hidden="true" />
                  {warning}
                </p>
              ))}
              <Field
                label={words.label}
                multiline
                value={body}
                onChange={setBody}
                help={hint?.words}
                isDisabled={sending}
              />
            </>
          )}
          <DialogTrouble />
          <footer>
            <Button onPress={close}>{refusal ? text.app.close : words.cancel}</Button>
            {refusal || preview === null ? null : (
              <Button
                look="main"
                isDisabled={sending || body.trim() === '' || hint?.tooLong === true}
                onPress={() => void send()}
              >
                {words.send}
              </Button>
            )}
          </footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
