import { useEffect } from 'react'
import type { Preferences } from '../../../electron/contract/preferences.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { RadioSetting } from './radio-setting.tsx'
import { SwitchSetting } from './switch-setting.tsx'

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
      <p className="form-lead">{text.settings.general}</p>
      <RadioSetting
        id="language"
        label={text.settings.language}
        words={text.settings.languages}
        choices={languages}
        value={preferences.language}
        onChange={(language) => void prefer({ language }).then(focusLanguage)}
      />
      <RadioSetting
        id="theme"
        label={text.settings.theme}
        words={text.settings.themes}
        choices={themes}
        value={preferences.theme}
        onChange={(theme) => void prefer({ theme })}
      />
      <OnThisPc />
    </div>
  )
}

/** Another language draws all anew, and with it what had the focus. */
function focusLanguage(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('#language input:checked')?.focus())
}

function OnThisPc() {
  const pc = useWindow((state) => state.pc)
  const refresh = useWindow((state) => state.refreshPc)
  const save = useWindow((state) => state.savePc)
  useEffect(() => {
    void refresh()
  }, [refresh])
  if (!pc) return null
  return (
    <>
      <SwitchSetting
        id="start-at-login"
        label={text.pc.start}
        help={text.pc.startHelp}
        isOn={pc.startAtLogin}
        onChange={(startAtLogin) => void save({ startAtLogin })}
      />
      <SwitchSetting
        id="phone-links"
        label={text.pc.links}
        help={text.pc.linksHelp}
        isOn={pc.links}
        onChange={(links) => void save({ links })}
      />
    </>
  )
}
