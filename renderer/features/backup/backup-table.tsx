import { Archive } from 'lucide-react'
import { VisuallyHidden } from 'react-aria-components'
import { number } from '../../../electron/contract/text/locale.ts'
import type { BackupView } from '../../../electron/contract/backups.ts'
import { useWindow } from '../../store/window-store.ts'
import { dateAndTime, fullTime } from '../../text/dates.ts'
import { text } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'

/** The copies, newest first, each with the way back to it. */
export function BackupTable({ backups }: { backups: readonly BackupView[] }) {
  if (backups.length === 0) {
    return (
      <div className="empty">
        <Archive size={24} strokeWidth={1.6} aria-hidden="true" />
        <strong>{text.backup.none}</strong>
        <p>{text.backup.noneBody}</p>
      </div>
    )
  }
  return (
    <table className="backup-table" aria-label={text.backup.list}>
      <thead>
        <tr>
          <th scope="col">{text.backup.when}</th>
          <th scope="col">{text.backup.contents}</th>
          <th scope="col" className="amount">
            {text.backup.size}
          </th>
          <th scope="col">
            <VisuallyHidden>{text.backup.restore}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => (
          <Row key={backup.name} backup={backup} />
        ))}
      </tbody>
    </table>
  )
}

/** At least a tenth: a file of no size is no copy. */
function megabytes(bytes: number): string {
  return `${number(Math.max(1, Math.round(bytes / 100_000)) / 10)} MB`
}

function Row({ backup: { name, kind, at, bytes, contents } }: { backup: BackupView }) {
  const ask = useWindow((state) => state.askRestore)
  return (
    <tr>
      <th scope="row" title={fullTime(at)}>
        {dateAndTime(at)}
        <span className={`backup-kind ${kind}`}>{text.backup.kinds[kind]}</span>
      </th>
      <td className={contents ? '' : 'unreadable'}>
        {contents ? text.backup.inside(contents) : text.backup.unreadable}
      </td>
      <td className="amount">{megabytes(bytes)}</td>
      <td>
        {contents ? (
          <Button size="small" aria-label={text.backup.restoreThis(dateAndTime(at))} onPress={() => void ask(name)}>
            {text.backup.restore}
          </Button>
        ) : null}
      </td>
    </tr>
  )
}
