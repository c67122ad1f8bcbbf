import type { TextPreview } from '../../../electron/contract/texts.ts'
import { text } from '../../text/index.ts'
import './template.css'

interface PhonePreviewProps {
  preview: TextPreview | undefined
  /** Which text it is, where there are several. */
  which?: string
}

/** The text as it will stand on the caller's phone, to the letter. */
export function PhonePreview({ preview, which }: PhonePreviewProps) {
  return (
    <section className="check-card phone-preview" aria-label={text.setup.message.preview}>
      <h3>{text.setup.message.preview}</h3>
      {which ? <p className="help which">{which}</p> : null}
      {preview?.body == null ? (
        <p className="help">{text.setup.message.previewLater}</p>
      ) : (
        <>
          <p className="bubble theirs selectable" dir="auto">
            {preview.body}
          </p>
          <p className="help">
            {text.composer.texts(preview.segments)}, {text.composer.left(preview.unitsLeft)}
          </p>
        </>
      )}
      {preview?.findings
        .filter(({ severity }) => severity === 'note')
        .map(({ message }) => (
          <p key={message} className="help">
            {message}
          </p>
        ))}
    </section>
  )
}
