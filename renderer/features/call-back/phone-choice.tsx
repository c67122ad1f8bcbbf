import { useState } from 'react'
import { Label, RadioGroup } from 'react-aria-components'
import type { DeskPhone } from '../../../electron/contract/view-models.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { text } from '../../text/index.ts'
import './call-back.css'

const other = 'other'

interface PhoneChoiceProps {
  /** The desk phones that Ringback knows. */
  phones: readonly DeskPhone[]
  /** As the phone system dials it, or as it was typed. */
  value: string
  onChange: (value: string) => void
  problem: string | null
}

/** Which of the office's phones stands beside this PC: one that is known, or any by its extension. */
export function PhoneChoice({ phones, value, onChange, problem }: PhoneChoiceProps) {
  const isKnown = phones.some(({ channel }) => channel === value)
  const [typing, setTyping] = useState(value !== '' && !isKnown)
  const field = (
    <Field
      label={phones.length === 0 ? text.callBack.myPhone : text.callBack.otherPhone}
      value={isKnown ? '' : value}
      onChange={onChange}
      help={text.callBack.typeHelp}
      problem={problem}
      placeholder="101"
    />
  )
  if (phones.length === 0) return field
  return (
    <>
      <RadioGroup
        className="answers"
        value={typing && !isKnown ? other : value}
        onChange={(chosen) => {
          setTyping(chosen === other)
          onChange(chosen === other ? '' : chosen)
        }}
        isInvalid={problem !== null && !typing}
      >
        <Label>{text.callBack.myPhone}</Label>
        {phones.map(({ channel, extension, name }) => (
          <Choice key={channel} value={channel}>
            {name === null ? extension : `${extension} · ${name}`}
          </Choice>
        ))}
        <Choice value={other}>{text.callBack.otherPhone}</Choice>
        {problem !== null && !typing ? <p className="problem">{problem}</p> : null}
      </RadioGroup>
      {typing ? field : null}
    </>
  )
}
