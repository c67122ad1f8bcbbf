import { useEffect, useState } from 'react'
import type { SettingChange } from '../../../electron/contract/settings-file.ts'
import { api } from '../../api/ringback.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { useNow } from '../../ui/use-now.ts'
import { text } from '../../text/index.ts'
import { ChangeLine } from './setting-changes.tsx'

/** Who changed which setting when, from what to what. */
export function SettingsHistory() {
  const settings = useWindow((state) => state.settings)
  const complain = useWindow((state) => state.complain)
  const [known, setKnown] = useState<{ changes: SettingChange[]; more: boolean } | null>(null)
  const now = useNow(60_000)
  const read = async (before: number | null): Promise<void> => {
    const result = await api.request('settings:history', { before })
    if (!result.ok) return complain(result.failure)
    const { changes, more } = result.value
    setKnown((held) => ({ changes: before === null ? changes : [...(held?.changes ?? []), ...changes], more }))
  }
  useEffect(() => {
    void read(null)
    // Whatever was saved meanwhile is in it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [settings])

  return (
    <section className="settings-history">
      <h3>{text.settingsFile.history}</h3>
      <p className="help">{text.settingsFile.historyLead}</p>
      {known?.changes.length === 0 ? <p>{text.settingsFile.none}</p> : null}
      <ul>
        {known?.changes.map((change) => (
          <li key={change.id}>
            <ChangeLine change={change} secret={change.secret} />
            <span className="change-by theirs">
              {text.settingsFile.by(change.who === '' ? text.settingsFile.ringback : change.who, change.at, now)}
            </span>
          </li>
        ))}
      </ul>
      {known?.more ? (
        <Button size="small" onPress={() => void read(known.changes.at(-1)?.id ?? null)}>
          {text.settingsFile.older}
        </Button>
      ) : null}
    </section>
  )
}
