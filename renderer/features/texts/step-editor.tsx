import type { ReactNode } from 'react'
import type { StepName, StepTexts } from '../../../electron/contract/texts.ts'
import { Fold } from '../../ui/fold.tsx'
import { text } from '../../text/index.ts'
import { TemplateField } from './template-field.tsx'
import { slotId, type Previews } from './slots.ts'

interface StepEditorProps {
  step: StepName
  /** Of the line these texts are for; null for the whole office. */
  line: string | null
  texts: StepTexts
  onChange: (texts: StepTexts) => void
  /** What is sent as long as the usual text is empty. */
  otherwise?: string
  previews: Previews
  /** The slot that is being written. */
  active: string
  onActive: (slot: string) => void
  problem?: string | null
  /** Whether and when it goes out; a line has no times of its own. */
  timing?: ReactNode
}

/** One of the three texts: the usual words, and folded away those for other hours. */
export function StepEditor({
  step,
  line,
  texts,
  onChange,
  otherwise,
  previews,
  active,
  onActive,
  problem,
  timing,
}: StepEditorProps) {
  const field = (state: keyof StepTexts, label: string, placeholder: string) => {
    const slot = slotId(line, step, state)
    return (
      <TemplateField
        label={label}
        value={texts[state]}
        onChange={(value) => onChange({ ...texts, [state]: value })}
        preview={previews.get(slot)}
        placeholder={placeholder}
        offersFields={active === slot}
        onFocus={() => onActive(slot)}
        {...(state === 'usual' && problem ? { problem } : {})}
      />
    )
  }
  const name = text.texts.steps[step]
  return (
    <section className="step-texts" aria-label={name}>
      {timing}
      {field('usual', name, otherwise ?? '')}
      <Fold title={text.texts.other} isOpen={texts.closed !== '' || texts.break !== ''}>
        {field('closed', text.texts.field(name, text.texts.states.closed), text.texts.likeUsual)}
        {field('break', text.texts.field(name, text.texts.states.break), text.texts.likeUsual)}
      </Fold>
    </section>
  )
}
