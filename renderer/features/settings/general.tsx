import { Label, RadioGroup } from 'react-aria-components'
import type { Preferences } from '../../../electron/contract/preferences.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { Choice } from '../call-back/phone-choice.tsx'

const languages: Preferences['language'][] = ['pc', 'en', 'es']
const themes: Preferences['theme'][] = ['pc', 'light', 'dark']

/** What whoever sits at this PC likes; it holds at once. */
export function General() {
  const preferences = useWindow((state) => state.info?.preferences)
  const prefer = useWindow((state) => state.prefer)
  if (!preferences) return null
  return (
    <div className="general">
      <h2>{text.settings.sections.general}</h2>
      <p className="help">{text.settings.general}</p>
      <One
        id="language"
        label={text.settings.language}
        words={text.settings.languages}
        choices={languages}
        value={preferences.language}
        onChange={(language) => void prefer({ language }).then(focusLanguage)}
      />
      <One
        id="theme"
        label={text.settings.theme}
        words={text.settings.themes}
        choices={themes}
        value={preferences.theme}
        onChange={(theme) => void prefer({ theme })}
      />
    </div>
  )
}

/** Another language draws all anew, and with it what had the focus. */
function focusLanguage(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('#language input:checked')?.focus())
}

interface OneProps<T extends string> {
  id: string
  label: string
  words: Record<T, string>
  choices: readonly T[]
  value: T
  onChange: (value: T) => void
}

function One<T extends string>({ id, label, words, choices, value, onChange }: OneProps<T>) {
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
