import type { SettingDifference } from '../../../electron/contract/settings-file.ts'
import { zone } from '../../../electron/contract/text/locale.ts'
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
  const isZone = section === 'business' && field === 'timeZone'
  const said = (value: unknown): string => (isZone && typeof value === 'string' ? zone(value) : settingValue(value))
  return (
    <>
      <strong>{name}</strong>
      {secret ? (
        <span className="change-values">{text.settingsFile.changed}</span>
      ) : (
        <span className="change-values selectable">
          <del aria-label={text.settingsFile.before}>
            <bdi>{said(before)}</bdi>
          </del>{' '}
          →{' '}
          <ins aria-label={text.settingsFile.after}>
            <bdi>{said(after)}</bdi>
          </ins>
        </span>
      )}
    </>
  )
}
