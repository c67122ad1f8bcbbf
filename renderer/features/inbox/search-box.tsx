import { useEffect, useRef, useState } from 'react'
import { Search, X } from 'lucide-react'
import { Button, Input, SearchField } from 'react-aria-components'
import { focusPlace } from '../../commands/focus.ts'
import { useWindow } from '../../store/window-store.ts'
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
    frame.current = requestAnimationFrame(() => search(value))
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
          focusPlace('conversation-list')
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
