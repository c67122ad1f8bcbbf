import type { SettingDifference } from '../../../electron/contract/settings-file.ts'
import { text } from '../../text/index.ts'
import { labelOf } from './setting-index.ts'
import { settingValue } from './setting-value.ts'

interface ChangeLineProps {
  change: SettingDifference
  secret?: boolean
}

/** One setting, what it was and what it is. A field without a name of its own is called as the engine keeps it. */
export function ChangeLine({ change: { section, field, before, after }, secret = false }: ChangeLineProps) {
  const name = labelOf(section, field) ?? [section, field].filter(Boolean).join('.')
  return (
    <>
      <strong>{name}</strong>
      {secret ? (
        <span className="change-values">{text.settingsFile.changed}</span>
      ) : (
        <span className="change-values selectable">
          <del aria-label={text.settingsFile.before}>
            <bdi>{settingValue(before)}</bdi>
          </del>{' '}
          →{' '}
          <ins aria-label={text.settingsFile.after}>
            <bdi>{settingValue(after)}</bdi>
          </ins>
        </span>
      )}
    </>
  )
}
