import { useEffect } from 'react'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { LoadFailure } from '../../ui/load-failure.tsx'
import { Button } from '../../ui/button.tsx'
import { BackupTable } from './backup-table.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import './backup.css'

/** Which copies of the inbox there are, making one, and going back to one. */
export function BackupPage() {
  const list = useWindow((state) => state.backups)
  const failure = useWindow((state) => state.backupsFailure)
  const refresh = useWindow((state) => state.refreshBackups)
  const make = useWindow((state) => state.makeBackup)
  const making = useWindow((state) => state.makingBackup)
  const run = useWindow((state) => state.run)
  useEffect(() => {
    void refresh()
  }, [refresh])
  return (
    <div className="form-scroll backup">
      <h2>{text.backup.title}</h2>
      {list ? <p className="form-lead">{text.backup.lead(list.kept)}</p> : null}
      <div className="buttons">
        <Button look="main" isDisabled={making} onPress={() => void make()}>
          {making ? text.backup.making : text.backup.now}
        </Button>
        <Button onPress={() => void run('backups:open-folder', undefined)}>{text.backup.openFolder}</Button>
      </div>
      {!list && failure ? (
        <LoadFailure title={text.backup.failedToLoad} failure={failure} onRetry={() => void refresh()} />
      ) : null}
      {list ? <BackupTable backups={list.backups} /> : null}
      <p className="help">{text.backup.elsewhere}</p>
      <RestoreDialog />
    </div>
  )
}
