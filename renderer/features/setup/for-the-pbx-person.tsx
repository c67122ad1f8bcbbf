import { useEffect, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { api } from '../../api/ringback.ts'
import { Breakable } from '../../ui/breakable.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Button } from '../../ui/button.tsx'
import { text } from '../../text/index.ts'
import { freePbxFields, managerConf, permitLine } from './manager-conf.ts'
import './pbx-person.css'

interface ForThePbxPersonProps {
  /** Of the phone system, as far as it is known. */
  host: string
  username: string
  /** Empty where a stored one holds, which is never shown again. */
  password: string
  /** A password is kept already. */
  stored: boolean
  /** The lines were taken along: what stands in them must hold from now on. */
  onCopied?: () => void
  /** Makes up another password, where the kept one is needed in the lines again. */
  onAnother?: () => void
}

/** What whoever looks after the phone system has to enter there, to the letter. */
export function ForThePbxPerson({ host, username, password, stored, onCopied, onAnother }: ForThePbxPersonProps) {
  const [shown, setShown] = useState(false)
  const address = useOwnAddress(host)
  const secret = password || (stored ? text.setup.phone.keptPassword : text.setup.phone.choosePassword)
  const user = { username, password: secret, permit: permitLine(address ?? text.setup.phone.thisPc) }
  const seen = shown || password === '' ? user : { ...user, password: text.setup.phone.hiddenPassword }
  const copied = onCopied ? { onCopied } : {}
  return (
    <section className="check-card pbx-person">
      <h3>{text.setup.phone.forPerson}</h3>
      <p className="help">{address === null ? text.setup.phone.noAddress : text.setup.phone.ownAddress(address)}</p>
      <Tabs>
        <TabList aria-label={text.setup.phone.whichSystem}>
          <Tab id="asterisk" className="settings-tab focusable">
            Asterisk
          </Tab>
          <Tab id="freepbx" className="settings-tab focusable">
            FreePBX
          </Tab>
        </TabList>
        <TabPanel id="asterisk">
          <ol className="where">
            {text.setup.phone.asteriskSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <pre className="selectable">{managerConf(seen)}</pre>
          <div className="lines-actions">
            <CopyButton value={managerConf(user)} label={text.setup.phone.copyLines} {...copied} />
            {password === '' && stored && onAnother ? (
              <Button look="link" onPress={onAnother}>
                {text.setup.phone.anotherPassword}
              </Button>
            ) : null}
            {password === '' ? null : (
              <Button look="link" onPress={() => setShown(!shown)}>
                {shown ? text.setup.phone.hidePassword : text.setup.phone.showPassword}
              </Button>
            )}
          </div>
        </TabPanel>
        <TabPanel id="freepbx">
          <p className="help">{text.setup.phone.freePbx}</p>
          <dl className="pbx-fields">
            {freePbxFields(user).map(([field, value]) => (
              <div key={field}>
                <dt>{field}</dt>
                <dd className="selectable">
                  <span>
                    <Breakable after="/">{field === 'Manager secret' ? seen.password : value}</Breakable>
                  </span>
                  <CopyButton value={value} label={text.setup.phone.copyField(field)} iconOnly {...copied} />
                </dd>
              </div>
            ))}
          </dl>
          <p className="help">{text.setup.phone.freePbxAlso}</p>
        </TabPanel>
      </Tabs>
    </section>
  )
}

const typingMs = 350

/** By which address this PC goes to the phone system; null while nobody knows. */
function useOwnAddress(host: string): string | null {
  const [known, setKnown] = useState<{ host: string; address: string | null } | null>(null)
  useEffect(() => {
    if (host === '') return undefined
    let over = false
    const timer = setTimeout(() => {
      void api.request('phone-system:own-address', { host }).then((result) => {
        if (!over) setKnown({ host, address: result.ok ? result.value.address : null })
      })
    }, typingMs)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [host])
  return known?.host === host ? known.address : null
}
