import { useState } from 'react'
import { Search, X } from 'lucide-react'
import { Button as AriaButton, Input, SearchField } from 'react-aria-components'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { revealSetting } from './reveal-setting.ts'
import { findSettings } from './setting-index.ts'
import type { FoundSetting } from './setting-index.ts'
import '../../ui/search.css'

interface SettingsSearchProps {
  query: string
  onChange: (query: string) => void
}

/** Finds a setting by its name, by what it does, or by another word for it. Enter opens the first. */
export function SettingsSearch({ query, onChange }: SettingsSearchProps) {
  const open = useOpenSetting()
  return (
    <SearchField
      className="search settings-search"
      aria-label={text.settingIndex.search}
      value={query}
      onChange={onChange}
      onSubmit={() => {
        const [first] = findSettings(query)
        if (first) open(first)
      }}
    >
      <Search size={15} aria-hidden="true" />
      <Input placeholder={text.settingIndex.search} maxLength={80} dir="auto" spellCheck={false} />
      {query === '' ? null : (
        <AriaButton className="search-clear focusable" aria-label={text.settingIndex.clear}>
          <X size={14} aria-hidden="true" />
        </AriaButton>
      )}
    </SearchField>
  )
}

export function FoundSettings({ query }: { query: string }) {
  const open = useOpenSetting()
  const [opened, setOpened] = useState<string | null>(null)
  const found = findSettings(query)
  return (
    <>
      <p className="sr-only" role="status">
        {text.settingIndex.found(found.length)}
      </p>
      {found.length === 0 ? <p className="help settings-none">{text.settingIndex.nothing(query.trim())}</p> : null}
      <ul className="found-settings">
        {found.map((setting) => (
          <li key={setting.id}>
            <AriaButton
              className="found-link focusable"
              {...(setting.id === opened ? { 'aria-current': 'true' as const } : {})}
              onPress={() => {
                setOpened(setting.id)
                open(setting)
              }}
            >
              <strong>{setting.label}</strong>
              <span>{setting.effect}</span>
              <small>{text.settings.sections[setting.section]}</small>
            </AriaButton>
          </li>
        ))}
      </ul>
    </>
  )
}

function useOpenSetting(): (setting: FoundSetting) => void {
  const showSettings = useWindow((state) => state.showSettings)
  return ({ section, label }) => {
    showSettings(section)
    requestAnimationFrame(() => revealSetting(label))
  }
}
