import type { ReactNode } from 'react'
import { Heading } from 'react-aria-components'
import { list } from '../../../electron/contract/text/locale.ts'
import type { InboxContents, RestorePreview } from '../../../electron/contract/backups.ts'
import { useWindow } from '../../store/window-store.ts'
import { dateAndTime } from '../../text/dates.ts'
import { text } from '../../text/index.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { DialogTrouble } from '../../ui/dialog-trouble.tsx'

/** Says what going back to a copy would change, before it is done. */
export function RestoreDialog() {
  const asked = useWindow((state) => state.askingRestore)
  const restoring = useWindow((state) => state.restoring)
  const ask = useWindow((state) => state.askRestore)
  const restore = useWindow((state) => state.restoreBackup)
  const at = useWindow(({ backups }) => backups?.backups.find(({ name }) => name === asked?.name)?.at ?? null)
  return (
    <AskDialog className="restore" isOpen={asked !== null} isBusy={restoring} onClose={() => void ask(null)}>
      {asked ? (
        <>
          <Heading slot="title">{text.backup.askTitle(at === null ? '' : dateAndTime(at))}</Heading>
          {asked.preview ? <Preview preview={asked.preview} /> : <p role="status">{text.backup.looking}</p>}
          <DialogTrouble />
          <footer>
            <Button isDisabled={restoring} onPress={() => void ask(null)}>
              {text.backup.cancel}
            </Button>
            <Button
              look="main"
              isDisabled={restoring || asked.preview?.state !== 'whole'}
              onPress={() => void restore(asked.name)}
            >
              {restoring ? text.backup.restoring : text.backup.confirm}
            </Button>
          </footer>
        </>
      ) : null}
    </AskDialog>
  )
}

function Preview({ preview }: { preview: RestorePreview }) {
  const { state, today, back, since, changed } = preview
  if (state !== 'whole') return <p role="alert">{text.backup[state]}</p>
  const { backup: words } = text
  if (!today) {
    return (
      <>
        <dl>
          {preview.backup ? <Part title={words.comesBack}>{words.inside(preview.backup)}</Part> : null}
          <Part title={words.lost}>
            <p>{words.lostBody}</p>
            <p>{words.noDoubles}</p>
          </Part>
        </dl>
        <p className="help">{words.keptAside}</p>
      </>
    )
  }
  const [missing, later] = [inWords(back), inWords({ ...since, contacts: 0 })]
  return (
    <>
      <dl>
        <Part title={words.comesBack}>{missing.length > 0 ? words.notHereNow(list(missing)) : words.nothingBack}</Part>
        <Part title={words.goesBack}>{words.changed(changed)}</Part>
        <Part title={words.stays}>
          {later.length > 0 ? <span>{words.since(list(later))}</span> : null}
          <span>{words.staysAlways}</span>
        </Part>
      </dl>
      <p className="help">
        {words.keptAside} {words.pauseWhile}
      </p>
    </>
  )
}

const things = ['contacts', 'calls', 'texts', 'notes'] as const

/** What there is any of. */
function inWords(contents: InboxContents): string[] {
  return things.filter((thing) => contents[thing] > 0).map((thing) => text.backup.counts[thing](contents[thing]))
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  )
}
