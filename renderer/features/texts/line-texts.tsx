import { ChevronDown } from 'lucide-react'
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components'
import { stepNames } from '../../../electron/contract/texts.ts'
import type { Texts } from '../../../electron/contract/texts.ts'
import { text } from '../../text/index.ts'
import { emptySteps, type Previews } from './slots.ts'
import { StepEditor } from './step-editor.tsx'

interface LineTextsProps {
  lines: readonly { number: string; name: string }[]
  texts: Texts
  onChange: (texts: Texts) => void
  previews: Previews
  active: string
  onActive: (slot: string) => void
}

/** Texts for callers of one line, folded away: most offices have one text for all. */
export function LineTexts({ lines, texts, onChange, ...editing }: LineTextsProps) {
  const named = [
    ...lines,
    ...texts.lines.filter(({ number }) => !lines.some((line) => line.number === number)).map(nameless),
  ]
  if (named.length === 0) return <p className="help">{text.texts.noLines}</p>
  return (
    <>
      <p className="help">{text.texts.perLineHelp}</p>
      {named.map(({ number, name }) => {
        const steps = texts.lines.find((line) => line.number === number)?.steps ?? emptySteps
        const change = (own: typeof steps): void => {
          const others = texts.lines.filter((line) => line.number !== number)
          const isEmpty = stepNames.every((step) => Object.values(own[step]).every((each) => each.trim() === ''))
          onChange({ ...texts, lines: isEmpty ? others : [...others, { number, steps: own }] })
        }
        return (
          <Disclosure key={number} className="line-texts" defaultExpanded={steps !== emptySteps}>
            <Button slot="trigger" className="line-fold focusable">
              <ChevronDown size={14} aria-hidden="true" />
              {name}
            </Button>
            <DisclosurePanel>
              {stepNames.map((step) => (
                <StepEditor
                  key={step}
                  step={step}
                  line={number}
                  texts={steps[step]}
                  otherwise={text.texts.likeOffice}
                  onChange={(own) => change({ ...steps, [step]: own })}
                  {...editing}
                />
              ))}
            </DisclosurePanel>
          </Disclosure>
        )
      })}
    </>
  )
}

/** A line that lost its name keeps its texts. */
function nameless({ number }: { number: string }) {
  return { number, name: number }
}
