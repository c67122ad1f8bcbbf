import { Input, TextField } from 'react-aria-components'
import type { LineView } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { useNameInPlace } from '../../ui/use-name-in-place.ts'

/** One of the office's numbers and what people call it: Enter or leaving the field saves, Esc takes it back. */
export function LineRow({ line, now }: { line: LineView; now: number }) {
  const run = useWindow((state) => state.run)
  const { field, onKeyDown } = useNameInPlace(
    line.name ?? '',
    (name) => void run('lines:name', { number: line.number, name }),
  )
  return (
    <li className="party">
      <div className="party-words">
        <strong className="selectable">{line.numberForPeople}</strong>
        <p>
          {text.parties.lineCalls(line.calls, line.lastSeenAt, now)}
          {line.firstSeenAt === null ? null : ` · ${text.parties.lineSince(line.firstSeenAt, now)}`}
        </p>
      </div>
      <TextField className="field line-name" aria-label={text.parties.lineName(line.numberForPeople)} {...field}>
        <div className="field-box">
          <Input
            placeholder={text.parties.addName}
            maxLength={80}
            dir="auto"
            spellCheck={false}
            onKeyDown={onKeyDown}
          />
        </div>
      </TextField>
    </li>
  )
}
