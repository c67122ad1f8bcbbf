import { useEffect, useState } from 'react'
import { Search } from 'lucide-react'
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import type { ConversationListItem } from '../../../electron/contract/view-models.ts'
import { api } from '../../api/ringback.ts'
import { activeKeys } from '../../commands/keymap.ts'
import type { InSight } from '../../commands/in-sight.ts'
import { windowCommands } from '../../commands/registry.ts'
import { windowStore, useWindow } from '../../store/window-store.ts'
import { nameOf } from '../../store/conversation-slice.ts'
import { text } from '../../text/index.ts'
import { revealSetting } from '../settings/reveal-setting.ts'
import { findSettings } from '../settings/setting-index.ts'
import type { FoundSetting } from '../settings/setting-index.ts'
import { useFirstField } from '../../ui/use-first-field.ts'
import { keyName } from './key-name.ts'
import { paletteList, spelledOut } from './palette-items.ts'
import './palette.css'

/** Not every keystroke needs an answer. */
const pauseMs = 120
/** People beside the commands: whoever looks for more searches in the inbox. */
const mostPeople = 6
/** The rest is found in the settings themselves. */
const mostSettings = 6

/** Everything that can be done now, every setting, and everybody who ever called, by a few letters (Ctrl-K). */
export function Palette() {
  const shown = useWindow((state) => state.palette !== null)
  const close = useWindow((state) => state.closePalette)
  return (
    <ModalOverlay className="overlay palette-overlay" isOpen={shown} onOpenChange={close} isDismissable>
      <Modal className="modal palette">
        <Dialog aria-label={text.keys.palette}>
          <Commands />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

interface Line {
  id: string
  label: string
  /** The key, or the number. */
  hint: string
  isKey: boolean
  run: () => void
}

function Commands() {
  const ids = useWindow((state) => state.palette)
  const inSight = useWindow((state) => state.paletteInSight)
  const inSetup = useWindow((state) => state.setup !== null)
  const recent = useWindow((state) => state.recentCommands)
  const singleKeys = useWindow((state) => state.singleKeys)
  const [query, setQuery] = useState('')
  const { people, isAnswered } = usePeople(query.trim())
  const possible = windowCommands.filter(({ id }) => ids?.includes(id))
  const list = paletteList(query, { possible, recent, people })

  const commands = (of: typeof list.commands): Line[] =>
    of.map(({ id, label, keys, run }) => ({
      id,
      label: label(),
      hint: activeKeys(keys, singleKeys).map(keyName).join(', '),
      isKey: true,
      run: () => {
        windowStore.getState().rememberCommand(id)
        run(windowStore.getState())
      },
    }))
  const sections = [
    { title: text.keys.recent, lines: commands(list.recent) },
    { title: text.keys.commands, lines: commands(list.commands) },
    { title: text.keys.inSight, lines: spelledOut(query, inSight).map(button) },
    { title: text.keys.people, lines: list.people.map(person) },
    {
      title: text.keys.settings,
      lines: inSetup || !isAnswered ? [] : findSettings(query).slice(0, mostSettings).map(setting),
    },
    { title: text.keys.others, lines: commands(list.others) },
  ].filter(({ lines }) => lines.length > 0)
  const perform = (id: string) => {
    const line = sections.flatMap(({ lines }) => lines).find((one) => one.id === id)
    windowStore.getState().closePalette()
    // The list gives the focus back first, so that the command can take it where it belongs.
    if (line) setTimeout(() => requestAnimationFrame(line.run))
  }
  const frame = useFirstField<HTMLDivElement>()
  return (
    <div ref={frame} className="palette-frame">
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <SearchField className="palette-search" aria-label={text.keys.palette}>
          <Search size={17} aria-hidden="true" />
          <Input placeholder={text.keys.palettePlaceholder} maxLength={200} />
        </SearchField>
        <Menu
          className="palette-list"
          aria-label={text.keys.commands}
          items={sections}
          onAction={(id) => perform(String(id))}
          renderEmptyState={() => <p className="help palette-empty">{text.keys.nothing(query)}</p>}
        >
          {({ title, lines }) => (
            <MenuSection id={title}>
              <Header className="palette-heading">{title}</Header>
              <Collection items={lines}>
                {({ id, label, hint, isKey }) => (
                  <MenuItem id={id} className="palette-line" textValue={label}>
                    <span className="one-line theirs">
                      <bdi>{label}</bdi>
                    </span>
                    {hint === '' ? null : isKey ? <kbd>{hint}</kbd> : <span className="palette-number">{hint}</span>}
                  </MenuItem>
                )}
              </Collection>
            </MenuSection>
          )}
        </Menu>
      </Autocomplete>
    </div>
  )
}

function button({ id, label, press }: InSight): Line {
  return { id, label, hint: '', isKey: false, run: press }
}

function setting({ id, section, label }: FoundSetting): Line {
  return {
    id: `setting-${id}`,
    label,
    hint: text.settings.sections[section],
    isKey: false,
    run: () => {
      windowStore.getState().showSettings(section)
      requestAnimationFrame(() => revealSetting(label))
    },
  }
}

function person({ id, contact }: ConversationListItem): Line {
  return {
    id: `person-${id}`,
    label: nameOf(contact),
    hint: contact.name === null ? '' : contact.numberForPeople,
    isKey: false,
    run: () => {
      const { showPage, showTab, openConversation } = windowStore.getState()
      showPage('inbox')
      showTab('all')
      openConversation(id)
    },
  }
}

/**
 * Whose name, number or texts go with it. Until there is an answer, nothing is shown below: what is first in the list keeps
 * the focus when people come in above it.
 */
function usePeople(query: string): { people: ConversationListItem[]; isAnswered: boolean } {
  const [found, setFound] = useState<{ query: string; people: ConversationListItem[] }>({ query: '', people: [] })
  useEffect(() => {
    if (query === '') return undefined
    let over = false
    const timer = setTimeout(() => {
      void api.request('conversations:list', { tab: 'all', query, limit: mostPeople }).then((result) => {
        if (!over) setFound({ query, people: result.ok ? result.value.items.slice(0, mostPeople) : [] })
      })
    }, pauseMs)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [query])
  // What was found for fewer letters stands until there is an answer: the list does not jump at each key.
  return { people: query === '' ? [] : found.people, isAnswered: found.query === query }
}
