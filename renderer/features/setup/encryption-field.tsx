import { Switch } from 'react-aria-components'
import type { Settings } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { text } from '../../text/en.ts'

const words = text.setup.phone.encryption

interface EncryptionFieldProps {
  tls: boolean
  onChange: (tls: boolean) => void
  /** As they are stored: which certificate is trusted, and which is shown instead. */
  phoneSystem: Settings['phoneSystem']
}

/** Whether everything between here and the phone system is encrypted, and which certificate it may show. */
export function EncryptionField({ tls, onChange, phoneSystem }: EncryptionFieldProps) {
  const { fingerprint, strangeFingerprint } = phoneSystem
  const run = useWindow((state) => state.run)
  const refreshSettings = useWindow((state) => state.refreshSettings)
  const trust = async (shown: string): Promise<void> => {
    if (await run('phone-system:trust', { fingerprint: shown })) await refreshSettings()
  }
  return (
    <div className="encryption">
      <Switch className="switch" isSelected={tls} onChange={onChange}>
        <span className="track" />
        {words.label}
      </Switch>
      <p className="help">{words.help}</p>
      {tls && strangeFingerprint !== null ? (
        <div className="strange-certificate" role="alert">
          <strong>{words.changed}</strong>
          <p>{words.changedHelp}</p>
          <dl className="selectable">
            <dt>{words.trustedOne}</dt>
            <dd>{fingerprint}</dd>
            <dt>{words.shownOne}</dt>
            <dd>{strangeFingerprint}</dd>
          </dl>
          <Button onPress={() => void trust(strangeFingerprint)}>{words.trust}</Button>
        </div>
      ) : null}
      {tls && strangeFingerprint === null ? (
        <p className="help certificate">
          {fingerprint === null ? words.first : words.trusted}
          {fingerprint === null ? null : <span className="fingerprint selectable">{fingerprint}</span>}
        </p>
      ) : null}
    </div>
  )
}

/** What the check found: encryption that is there and not used. */
export function EncryptionOffer({ port, onUse }: { port: number; onUse: () => void }) {
  return (
    <section className="check-card">
      <h3>{words.offered}</h3>
      <p className="help">{words.offeredHelp(port)}</p>
      <Button look="main" onPress={onUse}>
        {words.use}
      </Button>
    </section>
  )
}
