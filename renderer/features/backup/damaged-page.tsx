import { useEffect, useState } from 'react'
import { DatabaseBackup } from 'lucide-react'
import { Heading } from 'react-aria-components'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { BackupTable } from './backup-table.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import './backup.css'

/** Instead of everything else while the inbox file is damaged: what happened, and the way out. */
export function DamagedPage() {
  const list = useWindow((state) => state.backups)
  const refresh = useWindow((state) => state.refreshBackups)
  const askNewest = useWindow((state) => state.askRestoreNewest)
  const run = useWindow((state) => state.run)
  const [askingEmpty, askEmpty] = useState(false)
  useEffect(() => {
    void refresh()
  }, [refresh])
  const any = list?.backups.some(({ contents, kind }) => contents !== null && kind !== 'set-aside') ?? false
  return (
    <main className="damaged">
      <div className="backup">
        <header>
          <DatabaseBackup size={28} strokeWidth={1.7} aria-hidden="true" />
          <div>
            <h1>{text.backup.damagedTitle}</h1>
            <p>{text.backup.damagedLead}</p>
            {list ? <p>{any ? text.backup.damagedOffer : text.backup.noCopies}</p> : null}
          </div>
        </header>
        <div className="buttons">
          {any ? (
            <Button look="main" onPress={() => void askNewest()}>
              {text.backup.newest}
            </Button>
          ) : null}
          <Button onPress={() => void run('backups:open-folder', undefined)}>{text.backup.openFolder}</Button>
          <Button look="plain" onPress={() => askEmpty(true)}>
            {text.backup.empty}
          </Button>
        </div>
        {list && list.backups.length > 0 ? <BackupTable backups={list.backups} /> : null}
      </div>
      <RestoreDialog />
      <EmptyDialog isOpen={askingEmpty} close={() => askEmpty(false)} />
    </main>
  )
}

function EmptyDialog({ isOpen, close }: { isOpen: boolean; close: () => void }) {
  const restore = useWindow((state) => state.restoreBackup)
  const restoring = useWindow((state) => state.restoring)
  return (
    <AskDialog isOpen={isOpen} isBusy={restoring} onClose={close}>
      <Heading slot="title">{text.backup.askEmpty}</Heading>
      <p>{text.backup.askEmptyBody}</p>
      <footer>
        <Button isDisabled={restoring} onPress={close}>
          {text.backup.cancel}
        </Button>
        <Button look="main" isDisabled={restoring} onPress={() => void restore(null).then(close)}>
          {text.backup.confirmEmpty}
        </Button>
      </footer>
    </AskDialog>
  )
}
