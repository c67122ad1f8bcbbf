import { Switch } from 'react-aria-components'

interface SwitchSettingProps {
  id: string
  label: string
  /** What turning it on will do. */
  help: string
  isOn: boolean
  onChange: (on: boolean) => void
}

/** On or off; it holds at once. */
export function SwitchSetting({ id, label, help, isOn, onChange }: SwitchSettingProps) {
  return (
    <div className="switch-help">
      <Switch id={id} className="switch" isSelected={isOn} onChange={onChange} aria-describedby={`${id}-help`}>
        <span className="track" />
        {label}
      </Switch>
      <p id={`${id}-help`} className="help">
        {help}
      </p>
    </div>
  )
}
