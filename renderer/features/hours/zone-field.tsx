import { useMemo, useState } from 'react'
import type { Key } from 'react'
import { Check, ChevronDown } from 'lucide-react'
import { Button, ComboBox, Group, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import { zone } from '../../../electron/contract/text/locale.ts'
import { text } from '../../text/index.ts'
import { findZones, namedZones, zoneOf } from './zones.ts'

interface ZoneFieldProps {
  /** IANA name, or what was typed and is none. */
  value: string
  onChange: (zone: string) => void
  problem: string | null
}

/** The office's time zone, called as people call it: chosen from a list that is searched by typing. */
export function ZoneField({ value, onChange, problem }: ZoneFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const [isOpen, setOpen] = useState(false)
  const isUsed = isOpen || typed !== null
  const zones = useMemo(() => (isUsed ? namedZones() : []), [isUsed])
  const own = { id: value, name: zone(value) }
  // A form that is put back to what was stored says so here too.
  const words = typed !== null && zoneOf(zones, typed) === value ? typed : own.name
  // Nobody is wrong who is still choosing.
  const wrong = isOpen ? null : problem
  const choose = (key: Key | null): void => {
    if (key === null) return
    setTyped(null)
    onChange(String(key))
  }
  return (
    <ComboBox
      className="field zone"
      inputValue={words}
      onInputChange={(input) => {
        if (input === words) return
        setTyped(input)
        onChange(zoneOf(zones.length > 0 ? zones : namedZones(), input))
      }}
      selectedKey={value}
      onSelectionChange={choose}
      items={isUsed ? findZones(zones, typed === words ? typed : '') : [own]}
      onOpenChange={setOpen}
      isInvalid={wrong !== null}
    >
      <Label>{text.hours.timeZone}</Label>
      <Group className="field-box">
        <Input spellCheck={false} />
        <Button className="zone-open">
          <ChevronDown size={15} aria-hidden="true" />
        </Button>
      </Group>
      {wrong ? (
        <Text slot="errorMessage" className="problem">
          {wrong}
        </Text>
      ) : null}
      <Popover className="popover select-popover" placement="bottom start" offset={4} maxHeight={320}>
        <ListBox className="select-list">
          {({ id, name }: { id: string; name: string }) => (
            <ListBoxItem id={id} textValue={name} className="select-item">
              <span className="one-line">{name}</span>
              <Check size={14} aria-hidden="true" />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
