import { useEffect, useState } from 'react'
import type { TextPreview } from '../../../electron/contract/texts.ts'
import type { FollowUpView } from '../../../electron/contract/view-models.ts'
import { api } from '../../api/ringback.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { text } from '../../text/index.ts'
import { WritingDialog } from '../writing/writing-dialog.tsx'

interface EditNextTextProps {
  conversationId: string
  messageId: string
  followUp: FollowUpView
  onClose: () => void
}

/** Staff's own words for the next automatic text of this one caller; checked like the office's texts. */
export function EditNextText({ conversationId, messageId, followUp, onClose }: EditNextTextProps) {
  const before = followUp.nextBody ?? ''
  const [words, setWords] = useState(before)
  const run = useWindow((state) => state.run)
  const tell = useWindow((state) => state.tell)
  const preview = useLint(words, followUp.sentSteps === 0)
  const problem = preview?.findings.find(({ severity }) => severity === 'error')?.message ?? null
  const edit = (body: string | null) => run('follow-ups:edit', { conversationId, messageId, body })
  const undo = (): void => void edit(followUp.nextEdited === true ? before : null)
  const save = async (body: string | null): Promise<void> => {
    if (!(await edit(body))) return
    tell(text.timeline.edited, undo)
    onClose()
  }
  const ready = words.trim() !== '' && problem === null
  return (
    <WritingDialog
      title={text.timeline.editNext}
      isReady={ready}
      isDismissable={words === before}
      onSave={() => void save(words.trim())}
      onClose={onClose}
      instead={
        followUp.nextEdited === true ? (
          <Button look="plain" onPress={() => void save(null)}>
            {text.timeline.usualText}
          </Button>
        ) : null
      }
    >
      <p className="help">{text.timeline.editNextHelp}</p>
      <Field
        multiline
        label={text.composer.label}
        value={words}
        onChange={setWords}
        problem={problem}
        help={preview?.body && problem === null ? saidOf(preview) : undefined}
      />
    </WritingDialog>
  )
}

function saidOf({ segments, unitsLeft, findings }: TextPreview): string {
  const length = `${text.composer.texts(segments)}, ${text.composer.left(unitsLeft)}`
  return [length, ...findings.map(({ message }) => message)].join(' · ')
}

/** What there is to say about these words, as somebody types. */
function useLint(words: string, first: boolean): TextPreview | null {
  const settings = useWindow((state) => state.settings)
  const caller = useWindow((state) => state.detail?.contact.name ?? '')
  const [preview, setPreview] = useState<TextPreview | null>(null)
  useEffect(() => {
    if (!settings || words.trim() === '') return undefined
    let wanted = true
    const { business, texts } = settings
    const fields = { business: business.name, caller, line: '', bookingLink: business.bookingLink }
    void api
      .request('templates:preview', {
        templates: [{ template: words.slice(0, 640), first, withLink: true }],
        fields,
        language: texts.language,
        plainPunctuation: texts.plainPunctuation,
        addOptOut: texts.addOptOut,
      })
      .then((result) => {
        if (wanted && result.ok) setPreview(result.value.previews[0] ?? null)
      })
    return () => void (wanted = false)
  }, [settings, caller, words, first])
  return preview
}
