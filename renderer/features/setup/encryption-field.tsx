import { Switch } from 'react-aria-components'
import { Breakable } from '../../ui/breakable.tsx'
import { Button } from '../../ui/button.tsx'
import { text } from '../../text/index.ts'
import './certificate.css'

interface EncryptionFieldProps {
  tls: boolean
  onChange: (tls: boolean) => void
  /** Of the certificate that is trusted; null before the first one was seen. */
  fingerprint: string | null
}

/** Whether everything between here and the phone system is encrypted, and which certificate it must show. */
export function EncryptionField({ tls, onChange, fingerprint }: EncryptionFieldProps) {
  return (
    <div className="switch-help">
      <Switch className="switch" isSelected={tls} onChange={onChange}>
        <span className="track" />
        {text.setup.phone.encryption.label}
      </Switch>
      <p className="help">{text.setup.phone.encryption.help}</p>
      {tls ? (
        <p className="help">
          {fingerprint === null ? text.setup.phone.encryption.first : text.setup.phone.encryption.trusted}
          {fingerprint === null ? null : (
            <span className="fingerprint selectable">
              <Breakable after=":">{fingerprint}</Breakable>
            </span>
          )}
        </p>
      ) : null}
    </div>
  )
}

interface EncryptionOfferProps {
  /** What the check found and is not used yet. */
  offer: { port: number; fingerprint: string } | null
  edit: (change: { tls: true; port: string; fingerprint: string }) => void
}

/** Takes up the encryption that the phone system offers, with one click. */
export function EncryptionOffer({ offer, edit }: EncryptionOfferProps) {
  if (!offer) return null
  return (
    <Button onPress={() => edit({ tls: true, port: String(offer.port), fingerprint: offer.fingerprint })}>
      {text.setup.phone.encryption.use(offer.port)}
    </Button>
  )
}
