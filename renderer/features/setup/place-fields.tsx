import type { FormValues } from '../../store/forms-slice.ts'
import { Field } from '../../ui/field.tsx'
import { text } from '../../text/index.ts'
import { EncryptionField } from './encryption-field.tsx'
import { encryptedPort, plainPort } from './use-phone-answers.ts'

interface PlaceFieldsProps {
  values: FormValues['phone']
  edit: (change: Partial<FormValues['phone']>) => void
  problem: (field: 'host' | 'port') => string | null
  /** Of the certificate that is trusted; null before the first one was seen. */
  fingerprint: string | null
}

/** Where the phone system is, and whether the way there is encrypted. */
export function PlaceFields({ values: { host, port, tls }, edit, problem, fingerprint }: PlaceFieldsProps) {
  /** A certificate belongs to a place: another place is another certificate. */
  const move = (to: { host: string } | { port: string }): void => edit({ ...to, fingerprint: '' })
  const usualPort = (encrypted: boolean): string => {
    const [from, to] = encrypted ? [plainPort, encryptedPort] : [encryptedPort, plainPort]
    return Number(port) === from ? String(to) : port
  }
  return (
    <>
      <div className="field-pair">
        <Field
          label={text.setup.phone.host}
          value={host}
          onChange={(value) => move({ host: value })}
          problem={problem('host')}
          placeholder="192.168.1.10"
        />
        <Field
          label={text.setup.phone.port}
          value={port}
          onChange={(value) => move({ port: value })}
          problem={problem('port')}
          inputMode="numeric"
        />
      </div>
      <EncryptionField
        tls={tls}
        onChange={(on) => edit({ tls: on, port: usualPort(on), fingerprint: '' })}
        fingerprint={fingerprint}
      />
    </>
  )
}
