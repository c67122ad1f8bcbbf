import { useEffect, useRef, useState } from 'react'
import { ChevronDown, ChevronUp, Search, X } from 'lucide-react'
import { Input, SearchField } from 'react-aria-components'
import { focusPlace } from '../../commands/focus.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { text } from '../../text/index.ts'
import './find-bar.css'

/** Ms without a key before the conversation is looked through. */
const quiet = 120

/** Looks for words in this conversation: Enter goes to the hit before, Shift + Enter to the one after. */
export function FindBar() {
  const find = useWindow((state) => state.find)
  const findHere = useWindow((state) => state.findHere)
  const nextHit = useWindow((state) => state.nextHit)
  const closeFind = useWindow((state) => state.closeFind)
  const [typed, setTyped] = useState(find?.query ?? '')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const timer = setTimeout(() => void findHere(typed), quiet)
    return () => clearTimeout(timer)
  }, [typed, findHere])
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  if (!find) return null
  const { hits, at, query } = find
  const close = (): void => {
    closeFind()
    focusPlace('composer')
  }
  return (
    <search className="find-bar">
      <SearchField aria-label={text.timeline.find} value={typed} onChange={setTyped}>
        <Search size={15} aria-hidden="true" />
        <Input
          ref={input}
          id="find-here"
          placeholder={text.timeline.find}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void nextHit(event.shiftKey ? -1 : 1)
          }}
        />
      </SearchField>
      <span role="status">
        {query === '' ? '' : hits.length === 0 ? text.timeline.noHits : text.timeline.hit(at + 1, hits.length)}
      </span>
      <Button
        look="plain"
        size="icon-only"
        aria-label={text.timeline.hitBefore}
        isDisabled={hits.length === 0}
        onPress={() => void nextHit(1)}
      >
        <ChevronUp size={16} aria-hidden="true" />
      </Button>
      <Button
        look="plain"
        size="icon-only"
        aria-label={text.timeline.hitAfter}
        isDisabled={hits.length === 0}
        onPress={() => void nextHit(-1)}
      >
        <ChevronDown size={16} aria-hidden="true" />
      </Button>
      <Button look="plain" size="icon-only" aria-label={text.app.close} onPress={close}>
        <X size={16} aria-hidden="true" />
      </Button>
    </search>
  )
}
