import type { SettingDifference } from '../../../electron/contract/settings-file.ts'
import { zone } from '../../../electron/contract/text/locale.ts'
import { text } from '../../text/index.ts'
import { labelOf } from './setting-index.ts'
import { settingValue } from './setting-value.ts'

interface ChangeLineProps {
  change: SettingDifference
  secret?: boolean
}

/** Of settings that a bare value would not tell enough of. */
const inWords: Record<string, (value: unknown) => string> = {
  'business.timeZone': (value) => (typeof value === 'string' ? zone(value) : settingValue(value)),
  'follow-up.delaySeconds': (value) => `${settingValue(value)} ${text.setup.message.delayUnit}`,
  'follow-up.secondAfterMinutes': (value) => `${settingValue(value)} ${text.texts.minutes}`,
  'app-lock.minutes': (value) => `${settingValue(value)} ${text.texts.minutes}`,
}

/** One setting, what it was and what it is. A field without a name of its own is called as the engine keeps it. */
export function ChangeLine({ change: { section, field, before, after }, secret = false }: ChangeLineProps) {
  const name = labelOf(section, field) ?? [section, field].filter(Boolean).join('.')
  const said = inWords[`${section}.${field}`] ?? settingValue
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
