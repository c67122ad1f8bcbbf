import { useEffect } from 'react'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { FindContact } from './find-contact.tsx'
import { ImportPreview } from './import-preview.tsx'
import { ImportReport } from './import-report.tsx'
import { ImportRunning, ImportUndoing } from './import-running.tsx'
import { TagList } from './tag-list.tsx'
import './contact-files.css'

/** Contacts in and out of files, one step at a time, and the office's tags. */
export function ContactFiles() {
  const state = useWindow((window) => window.import)
  const refresh = useWindow((window) => window.refreshImport)
  useEffect(() => {
    void refresh()
  }, [refresh])
  switch (state.phase) {
    case 'none':
      return <Start />
    case 'ready':
      return <ImportPreview file={state.file} preview={state.preview} />
    case 'running':
      return <ImportRunning file={state.file} share={state.share} rows={state.counts.rows} />
    case 'undoing':
      return <ImportUndoing file={state.file} share={state.share} />
    case 'done':
      return <ImportReport done={state} />
    default:
      return state satisfies never
  }
}

function Start() {
  const choose = useWindow((state) => state.chooseImport)
  return (
    <div className="form-scroll contact-files">
      <h2>{text.files.title}</h2>
      <FindContact />
      <section>
        <h3>{text.files.bringIn}</h3>
        <p className="help">{text.files.bringInLead}</p>
        <Button look="main" onPress={() => void choose()}>
          {text.files.choose}
        </Button>
      </section>
      <TakeOut />
      <TagList />
    </div>
  )
}

function TakeOut() {
  const exportContacts = useWindow((state) => state.exportContacts)
  const exporting = useWindow((state) => state.exporting)
  const run = useWindow((state) => state.run)
  return (
    <section>
      <h3>{text.files.takeOut}</h3>
      <p className="help">{text.files.takeOutLead}</p>
      <div className="buttons">
        <Button isDisabled={exporting !== null} onPress={() => void exportContacts('csv')}>
          {text.files.asTable}
        </Button>
        <Button isDisabled={exporting !== null} onPress={() => void exportContacts('vcf')}>
          {text.files.asCards}
        </Button>
        {exporting !== null && exporting > 0 ? (
          <>
            <span className="help" role="status">
              {text.files.writing(exporting)}
            </span>
            <Button look="plain" onPress={() => void run('export:stop', undefined)}>
              {text.files.stopWriting}
            </Button>
          </>
        ) : null}
      </div>
    </section>
  )
}
