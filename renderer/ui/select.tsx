import { Check, ChevronDown } from 'lucide-react'
import { Button, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components'

interface SelectProps<Value extends string> {
  /** Read out, not shown: the chosen word says it to the eye. */
  label: string
  value: Value
  onChange: (value: Value) => void
  choices: readonly { value: Value; label: string }[]
  /** Something other than the usual is chosen. */
  marked?: boolean
  isDisabled?: boolean
}

/** One of a few, chosen from a list that opens. */
export function Select<Value extends string>({
  label,
  value,
  onChange,
  choices,
  marked,
  isDisabled,
}: SelectProps<Value>) {
  return (
    <AriaSelect
      className={marked ? 'select marked' : 'select'}
      aria-label={label}
      selectedKey={value}
      isDisabled={isDisabled ?? false}
      onSelectionChange={(key) => {
        const chosen = choices.find((choice) => choice.value === key)
        if (chosen) onChange(chosen.value)
      }}
    >
      <Button className="select-button focusable">
        <SelectValue className="one-line theirs">
          {({ selectedText }) => <bdi>{selectedText ?? choices.find((choice) => choice.value === value)?.label}</bdi>}
        </SelectValue>
        <ChevronDown size={14} aria-hidden="true" />
      </Button>
      <Popover className="popover select-popover" placement="bottom start" offset={4}>
        <ListBox className="select-list" items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.value} textValue={choice.label} className="select-item">
              <span className="one-line theirs">
                <bdi>{choice.label}</bdi>
              </span>
              <Check size={14} aria-hidden="true" />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
