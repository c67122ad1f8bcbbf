import { Switch } from 'react-aria-components'
import { text } from '../../text/en.ts'

const words = text.setup.phone.encryption

interface EncryptionFieldProps {
  tls: boolean
  onChange: (tls: boolean) => void
  /** Of the certificate that is trusted; null before the first one was seen. */
  fingerprint: string | null
}

/** Whether everything between here and the phone system is encrypted, and which certificate it must show. */
export function EncryptionField({ tls, onChange, fingerprint }: EncryptionFieldProps) {
  return (
    <div className="encryption">
      <Switch className="switch" isSelected={tls} onChange={onChange}>
        <span className="track" />
        {words.label}
      </Switch>
      <p className="help">{words.help}</p>
      {tls ? (
        <p className="help">
          {fingerprint === null ? words.first : words.trusted}
          {fingerprint === null ? null : <span className="fingerprint selectable">{fingerprint}</span>}
        </p>
      ) : null}
    </div>
  )
}
