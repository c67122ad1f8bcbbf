import { useEffect } from 'react'
import type { ToastChoices, ToastKind } from '../../../electron/contract/pc-settings.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { RadioSetting } from './radio-setting.tsx'
import { SwitchSetting } from './switch-setting.tsx'

const kinds: ToastKind[] = ['reply', 'missed', 'trouble']
const sounds: ToastChoices['sound'][] = ['all', 'replies', 'none']

/** Which notifications this PC shows, and which of them are heard. */
export function Notifications() {
  const toasts = useWindow((state) => state.pc?.toasts)
  const refresh = useWindow((state) => state.refreshPc)
  const save = useWindow((state) => state.savePc)
  useEffect(() => {
    void refresh()
  }, [refresh])
  if (!toasts) return null
  return (
    <div className="general">
      <h2>{text.pc.title}</h2>
      <p className="form-lead">{text.pc.lead}</p>
      {kinds.map((kind) => {
        const [label, help] = text.pc.kinds[kind]
        return (
          <SwitchSetting
            key={kind}
            id={`toast-${kind}`}
            label={label}
            help={help}
            isOn={toasts.kinds[kind]}
            onChange={(on) => void save({ toasts: { ...toasts, kinds: { ...toasts.kinds, [kind]: on } } })}
          />
        )
      })}
      <RadioSetting
        id="toast-sound"
        label={text.pc.sound}
        words={text.pc.sounds}
        choices={sounds}
        value={toasts.sound}
        onChange={(sound) => void save({ toasts: { ...toasts, sound } })}
      />
      <p className="help">{text.pc.quiet}</p>
    </div>
  )
}
