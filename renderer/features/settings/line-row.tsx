import { useEffect, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Input, TextField } from 'react-aria-components'
import type { LineView } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/en.ts'

const words = text.parties

/** One of the office's numbers and what people call it: Enter or leaving the field saves, Esc takes it back. */
export function LineRow({ line, now }: { line: LineView; now: number }) {
  const run = useWindow((state) => state.run)
  const stored = line.name ?? ''
  const [name, setName] = useState(stored)
  useEffect(() => setName(stored), [stored])

  const save = (): void => {
    if (name.trim() !== stored) void run('lines:name', { number: line.number, name: name.trim() })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') event.currentTarget.blur()
    if (event.key !== 'Escape') return
    setName(stored)
    // Blurred after the old name is back, so that leaving saves nothing.
    const field = event.currentTarget
    requestAnimationFrame(() => field.blur())
  }
  return (
    <li className="party">
      <div className="party-words">
        <strong className="selectable">{line.numberForPeople}</strong>
        <p>
          {words.lineCalls(line.calls, line.lastSeenAt, now)}
          {line.firstSeenAt === null ? null : ` · ${words.lineSince(line.firstSeenAt, now)}`}
        </p>
      </div>
      <TextField
        className="field line-name"
        aria-label={words.lineName(line.numberForPeople)}
        value={name}
        onChange={setName}
        onBlur={save}
      >
        <div className="field-box">
          <Input placeholder={words.addName} maxLength={80} dir="auto" spellCheck={false} onKeyDown={onKeyDown} />
        </div>
      </TextField>
    </li>
  )
}
