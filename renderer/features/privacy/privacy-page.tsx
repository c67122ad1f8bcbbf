import { useEffect, useState } from 'react'
import type { ContactFound } from '../../../electron/contract/contacts.ts'
import { keepingMonths } from '../../../electron/contract/privacy.ts'
import type { KeepingMonths } from '../../../electron/contract/privacy.ts'
import { nameOf } from '../../store/conversation-slice.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { FoundWho } from '../contact-files/found-who.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useFound } from '../contact/use-found.ts'
import { AppLock } from '../lock/app-lock.tsx'
import { EraseDialog } from './erase-dialog.tsx'
import '../contact-files/contact-files.css'
import './privacy.css'

/** How long things are kept, erasing somebody, and taking everything out. */
export function PrivacyPage() {
  const refresh = useWindow((state) => state.refreshPrivacy)
  const keepMonths = useWindow((state) => state.keepMonths)
  useEffect(() => {
    void refresh()
  }, [refresh])
  return (
    <div className="form-scroll contact-files privacy">
      <h2>{text.privacy.title}</h2>
      <p className="form-lead">{text.privacy.lead}</p>
      <AppLock />
      {keepMonths === null ? null : <Keeping key={keepMonths} saved={keepMonths} />}
      <Erase />
      <Everything />
      <Passwords />
      <EraseDialog />
    </div>
  )
}

function Keeping({ saved }: { saved: KeepingMonths }) {
  const save = useWindow((state) => state.saveKeeping)
  const [months, setMonths] = useState(saved)
  const choices = keepingMonths.map((one) => ({
    value: String(one),
    label: one === 0 ? text.privacy.forEver : text.privacy.months(one),
  }))
  return (
    <section>
      <h3>{text.privacy.keeping}</h3>
      <p className="help">
        {text.privacy.keepingHelp} {text.privacy.copiesKeep}
      </p>
      <div className="buttons keeping">
        <span>{text.privacy.keepLabel}</span>
        <Select
          label={text.privacy.keepLabel}
          choices={choices}
          value={String(months)}
          onChange={(chosen) => setMonths(keepingMonths.find((one) => String(one) === chosen) ?? saved)}
        />
        <Button look="main" isDisabled={months === saved} onPress={() => void save(months)}>
          {text.app.save}
        </Button>
      </div>
    </section>
  )
}

function Erase() {
  const [query, setQuery] = useState('')
  const found = useFound(null, query)
  const isErased = useWindow((state) => state.erasure.phase === 'done')
  useEffect(() => {
    if (isErased) setQuery('')
  }, [isErased])
  const shown = query.trim() === '' ? [] : (found ?? [])
  return (
    <section>
      <h3>{text.privacy.erase}</h3>
      <p className="help">{text.privacy.eraseHelp}</p>
      <Progress />
      <Field label={text.people.find} value={query} onChange={setQuery} />
      <p className="help" role="status">
        {query.trim() !== '' && found?.length === 0 ? text.people.nobody : null}
      </p>
      {shown.length === 0 ? null : (
        <ul className="found-contacts">
          {shown.map((contact) => (
            <Found key={contact.id} contact={contact} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** What goes on while its dialog is closed. */
function Progress() {
  const erasure = useWindow((state) => state.erasure)
  if (erasure.phase !== 'erasing') return null
  return (
    <p className="help" role="status">
      {text.privacy.erasingNow} {text.privacy.copiesDone(erasure.copies)}
    </p>
  )
}

function Found({ contact }: { contact: ContactFound }) {
  const ask = useWindow((state) => state.askErase)
  const isErasing = useWindow((state) => state.erasure.phase === 'erasing')
  return (
    <li className="to-erase">
      <FoundWho contact={contact} />
      <Button
        size="small"
        isDisabled={isErasing}
        aria-label={text.privacy.eraseWho(nameOf(contact))}
        onPress={() => ask(contact)}
      >
        {text.privacy.eraseButton}
      </Button>
    </li>
  )
}

function Passwords() {
  const kept = useWindow((state) => state.info?.secrets)
  const choose = useWindow((state) => state.chooseSecrets)
  if (!kept) return null
  return (
    <section>
      <h3>{text.privacy.passwords}</h3>
      <p className="help">{text.privacy.kept[kept]}</p>
      {kept === 'keychain' ? null : (
        <div className="buttons">
          <Button isDisabled={kept === 'ask'} onPress={() => void choose('ask')}>
            {text.privacy.askEachStart}
          </Button>
          <Button isDisabled={kept === 'file'} onPress={() => void choose('file')}>
            {text.privacy.storeAnyway}
          </Button>
        </div>
      )}
    </section>
  )
}

function Everything() {
  const exportEverything = useWindow((state) => state.exportEverything)
  const exporting = useWindow((state) => state.exporting)
  const run = useWindow((state) => state.run)
  return (
    <section>
      <h3>{text.privacy.everything}</h3>
      <p className="help">{text.privacy.everythingHelp}</p>
      <div className="buttons">
        <Button isDisabled={exporting !== null} onPress={() => void exportEverything()}>
          {text.privacy.everythingButton}
        </Button>
        {exporting !== null && exporting > 0 ? (
          <>
            <span className="help" role="status">
              {text.privacy.rows(exporting)}
            </span>
            <Button look="plain" onPress={() => void run('export:stop', undefined)}>
              {text.privacy.stop}
            </Button>
          </>
        ) : null}
      </div>
    </section>
  )
}
