import { useEffect, useRef, useState } from 'react'
import { Search, X } from 'lucide-react'
import { flushSync } from 'react-dom'
import { Button, Input, SearchField } from 'react-aria-components'
import { onePane } from '../../commands/back-to-list.ts'
import { focusPlace, focusRow } from '../../commands/focus.ts'
import { shownList } from '../../store/inbox-slice.ts'
import { standsFor } from '../../store/same-person.ts'
import { useWindow, windowStore } from '../../store/window-store.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import { text } from '../../text/index.ts'
import '../../ui/search.css'

/** Finds while one types: each frame asks for what stands there then, and the newest answer wins. */
export function SearchBox() {
  const query = useWindow((state) => state.query)
  const search = useWindow((state) => state.search)
  const [typed, setTyped] = useState(query)
  const frame = useRef(0)

  const onChange = (value: string): void => {
    setTyped(value)
    cancelAnimationFrame(frame.current)
    frame.current = requestAnimationFrame(() => void search(value))
  }
  /** Into what is found, which opens it where there is room for both: `first`, or what is open already, at the words that were found. */
  const enter = async (field: HTMLElement, which: 'first' | 'open'): Promise<void> => {
    cancelAnimationFrame(frame.current)
    await search(typed)
    // Who has gone elsewhere meanwhile stays there.
    if (document.activeElement !== field) return
    const state = windowStore.getState()
    if (state.query === '') {
      focusPlace('conversation-list')
      return
    }
    const items = shownList(state)?.items ?? []
    const item = (which === 'open' ? items.find((each) => standsFor(each, state.openId)) : undefined) ?? items[0]
    if (!item) return
    if (!onePane()) flushSync(() => state.openRow(item))
    focusRow(item.id)
  }
  // A search that something else has ended.
  useEffect(() => {
    if (query === '') setTyped((now) => (now.trim() === '' ? now : ''))
  }, [query])

  return (
    <SearchField className="search" aria-label={text.inbox.search} value={typed} onChange={onChange}>
      <Search size={16} aria-hidden="true" />
      <Input
        id="search-box"
        placeholder={text.inbox.search}
        maxLength={200}
        dir="auto"
        spellCheck={false}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return
          event.preventDefault()
          void enter(event.currentTarget, event.key === 'Enter' ? 'first' : 'open')
        }}
      />
      {typed === '' ? (
        <KeyHint>/</KeyHint>
      ) : (
        <Button className="search-clear focusable" aria-label={text.inbox.clearSearch}>
          <X size={14} aria-hidden="true" />
        </Button>
      )}
    </SearchField>
  )
}
