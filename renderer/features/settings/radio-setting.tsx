import { Label, RadioGroup } from 'react-aria-components'
import { Choice } from '../../ui/choice.tsx'

interface RadioSettingProps<T extends string> {
  id: string
  label: string
  words: Record<T, string>
  choices: readonly T[]
  value: T
  onChange: (value: T) => void
}

/** One of a few; it holds at once. */
export function RadioSetting<T extends string>({ id, label, words, choices, value, onChange }: RadioSettingProps<T>) {
  const choose = (chosen: string) => {
    const found = choices.find((one) => one === chosen)
    if (found !== undefined) onChange(found)
  }
  return (
    <RadioGroup id={id} className="answers" value={value} onChange={choose}>
      <Label>{label}</Label>
      {choices.map((one) => (
        <Choice key={one} value={one}>
          {words[one]}
        </Choice>
      ))}
    </RadioGroup>
  )
}
