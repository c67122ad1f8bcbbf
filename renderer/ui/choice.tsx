import type { ReactNode } from 'react'
import { Radio } from 'react-aria-components'
import './choice.css'

interface ChoiceProps {
  value: string
  children: ReactNode
  isDisabled?: boolean
}

/** One answer of several. */
export function Choice({ value, children, isDisabled = false }: ChoiceProps) {
  return (
    <Radio value={value} className="answer" isDisabled={isDisabled}>
      <span className="answer-mark" />
      <span className="theirs">{children}</span>
    </Radio>
  )
}
