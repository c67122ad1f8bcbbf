import { Input, Switch, TextField } from 'react-aria-components'
import type { LineView } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { useNameInPlace } from '../../ui/use-name-in-place.ts'
import '../watch-only/watch-only.css'

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
        <p className="line-facts">
          <span>{text.parties.lineCalls(line.calls, line.lastSeenAt, now)}</span>
          {line.firstSeenAt === null ? null : <span>{text.parties.lineSince(line.firstSeenAt, now)}</span>}
        </p>
      </div>
      <Switch
        className="switch line-watch"
        isSelected={line.watchOnly}
        onChange={(on) => void run('watch-only:set-line', { number: line.number, on })}
        aria-label={text.watchOnly.line(line.numberForPeople)}
      >
        <span className="track" />
        {text.watchOnly.name}
      </Switch>
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
