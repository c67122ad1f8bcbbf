import { useEffect, useRef } from 'react'
import { CircleAlert, CircleCheck, Undo2 } from 'lucide-react'
import type { ImportState } from '../../../electron/contract/import.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { number } from '../../../electron/contract/text/locale.ts'
import { Button } from '../../ui/button.tsx'

/** What came in, what did not, and why. */
export function ImportReport({ done }: { done: Extract<ImportState, { phase: 'done' }> }) {
  const again = useWindow((state) => state.stopImport)
  const save = useWindow((state) => state.saveImportReport)
  const title = useRef<HTMLHeadingElement>(null)
  // The button that was pressed last is gone.
  useEffect(() => title.current?.focus(), [])
  const undo = useWindow((state) => state.undoImport)
  const { file, end, problem, counts, leftOut, canUndo, undone } = done
  const Sign = end === 'complete' ? CircleCheck : CircleAlert
  return (
    <div className="form-scroll contact-files">
      <h2 ref={title} tabIndex={-1} className="theirs">
        {text.files.reportOf(file)}
      </h2>
      <p className={`import-end ${end}`} role="status">
        <Sign size={17} aria-hidden="true" />
        {undone === null ? text.files.ends[end] : text.files.undone(undone)} {problem}
      </p>
      <dl className="import-counts">
        {(['added', 'changed', 'same', 'optedOut', 'leftOut'] as const).map((count) =>
          count === 'optedOut' && counts.optedOut === 0 ? null : (
            <div key={count}>
              <dt>{text.files[count]}</dt>
              <dd>{number(counts[count])}</dd>
            </div>
          ),
        )}
      </dl>
      {leftOut.length > 0 ? (
        <section>
          <h3>{text.files.leftOut}</h3>
          <p className="help">{text.files.leftOutHelp}</p>
          <table className="plain-table left-out-rows">
            <thead>
              <tr>
                <th scope="col">{text.files.row}</th>
                <th scope="col">{text.files.reason}</th>
                <th scope="col">{text.files.value}</th>
              </tr>
            </thead>
            <tbody>
              {leftOut.map(({ row, reason, value }, at) => (
                <tr key={at}>
                  <td>{number(row)}</td>
                  <td>{text.files.reasons[reason]}</td>
                  <td>
                    <bdi className="one-line">{value}</bdi>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {counts.leftOut > leftOut.length ? (
            <p className="help">{text.files.more(counts.leftOut - leftOut.length)}</p>
          ) : null}
        </section>
      ) : null}
      <div className="buttons">
        {leftOut.length > 0 ? <Button onPress={() => void save()}>{text.files.saveReport}</Button> : null}
        <Button onPress={() => void again()}>{text.files.again}</Button>
        {canUndo ? (
          <Button onPress={() => void undo()}>
            <Undo2 size={15} aria-hidden="true" />
            {text.files.undo}
          </Button>
        ) : null}
      </div>
      {canUndo ? <p className="help">{text.files.undoUntil}</p> : null}
    </div>
  )
}
